import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { configure, TextWriter, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js/index-native.js';

/** The command of an installed LibreOffice; `QINGJIAN_SOFFICE=/path` overrides the search. */
export function findLibreOffice(): string | undefined {
  const named = process.env.QINGJIAN_SOFFICE;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => [join(folder, 'soffice'), join(folder, 'libreoffice')]);
  return [...(named ? [named] : []), ...places].find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      // Not here; the next place may have it.
      return false;
    }
  });
}

export interface OpenedCell {
  text: string;
  /** The formula that stands in it. */
  formula: string | undefined;
  /** `s` shared text, `str` text that a formula gave, `n` number, `b` truth value. */
  type: string;
}

/** Cells of the first sheet by row; those that are empty are missing. */
export type OpenedSheet = Map<string, OpenedCell>[];

/** Cold starts of LibreOffice on a loaded machine. */
const TIMEOUT = 60_000;

/**
 * Opens tables in LibreOffice as a person does who chooses `filter` in its import dialogue, and tells what then stands
 * in the cells. One start for all of them.
 *
 * @param filter tokens of the CSV filter (help.libreoffice.org, "CSV Filter Parameters")
 * @throws what LibreOffice said when a table was not opened
 */
export async function openTables(
  soffice: string,
  tables: readonly Uint8Array[],
  filter: string,
): Promise<OpenedSheet[]> {
  const folder = await mkdtemp(join(tmpdir(), 'qingjian-libreoffice-'));
  try {
    const names = tables.map((_, i) => `table-${i}`);
    const inputs = names.map((name) => join(folder, `${name}.csv`));
    await Promise.all(inputs.map((path, i) => writeFile(path, tables[i]!)));
    const said = await run(soffice, [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${folder}/profile`,
      `--infilter=CSV:${filter}`,
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      ...inputs,
    ]);
    return await Promise.all(
      names.map(async (name) => {
        const path = join(folder, `${name}.xlsx`);
        const bytes = await readFile(path).catch((cause) => {
          throw new Error(`LibreOffice wrote no ${path}: ${said}`, { cause });
        });
        return readSheet(bytes);
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[]): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: TIMEOUT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += String(piece)));
  child.on('error', reject);
  child.on('close', (code, signal) => {
    if (code === 0) resolve(said);
    else reject(new Error(`${command} ended with ${signal ?? code}: ${said}`));
  });
  return promise;
}

async function readSheet(xlsx: Uint8Array): Promise<OpenedSheet> {
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new Uint8ArrayReader(xlsx));
  const parts = new Map<string, string>();
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) parts.set(entry.filename, await entry.getData(new TextWriter()));
  }
  await reader.close();
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map((found) =>
    textOf(found[1]!),
  );
  const rows = parts.get('xl/worksheets/sheet1.xml')!.matchAll(/<row [^>]*>(.*?)<\/row>/gs);
  return [...rows].map((row) => new Map([...row[1]!.matchAll(CELL)].map((cell) => cellOf(cell, shared))));
}

const CELL = /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function cellOf(
  [, column, attributes, inside = '']: RegExpMatchArray,
  shared: string[],
): [string, OpenedCell] {
  const type = /\bt="(\w+)"/.exec(attributes!)?.[1] ?? 'n';
  const value = textIn(inside, 'v') ?? '';
  const formula = textIn(inside, 'f');
  return [column!, { type, formula, text: type === 's' ? shared[Number(value)]! : value }];
}

function textIn(xml: string, tag: string): string | undefined {
  const found = new RegExp(`<${tag}(?:\\s[^>]*)?>(.*?)</${tag}>`, 's').exec(xml);
  return found ? plain(found[1]!) : undefined;
}

/** Runs in several fonts are one text. */
function textOf(xml: string): string {
  return [...xml.matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)].map((found) => plain(found[1]!)).join('');
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Characters that XML cannot hold are written `_x0007_` (ECMA-376, part 1, 22.4.2.4). */
function plain(xml: string): string {
  return xml
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
      name ? ENTITIES[name]! : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
    )
    .replace(/_x([0-9A-F]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}
