import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { InspectError } from './error.ts';

type Options = Record<string, { type: 'string' | 'boolean' }>;

/** One file and some options. @throws InspectError naming what is wrong */
export function parseFileArgs(
  args: string[],
  options: Options,
): { file: string; values: Record<string, string | boolean | undefined> } {
  try {
    const { positionals, values } = parseArgs({
      args,
      options,
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new InspectError('Name exactly one file');
    return {
      file,
      values: values as Record<string, string | boolean | undefined>,
    };
  } catch (error) {
    throw asInspectError(error);
  }
}

function asInspectError(error: unknown): InspectError {
  return error instanceof InspectError
    ? error
    : new InspectError((error as Error).message.split('\n')[0] ?? '');
}

/** One file or more, and some options. @throws InspectError naming what is wrong */
export function parseFilesArgs<Name extends string>(
  args: string[],
  flags: readonly Name[],
): { files: string[]; isSet: Record<Name, boolean> } {
  try {
    const options = Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }]));
    const { positionals: files, values } = parseArgs({ args, options, allowPositionals: true });
    if (files.length === 0) throw new InspectError('Name at least one file');
    const isSet = Object.fromEntries(flags.map((name) => [name, values[name] === true]));
    return { files, isSet: isSet as Record<Name, boolean> };
  } catch (error) {
    throw asInspectError(error);
  }
}

export async function checkFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new InspectError(`There is no file ${file}`);
}

export async function readText(file: string): Promise<string> {
  await checkFile(file);
  return readFile(file, 'utf8');
}

export function parseAddress(value: string | boolean | undefined): URL {
  const url = typeof value === 'string' ? URL.parse(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InspectError('Give the address with --url https://…');
  return url;
}
