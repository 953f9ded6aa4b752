import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ViteDevServer } from 'vite';
import type { FileFindings } from '../../../utils/evidence/check/check-file.ts';
import { openFileSource } from '../../lib/file-source.ts';
import { BenchError } from '../error.ts';
import type { Figure } from '../targets.ts';

/** Folders of files whose truth is known, and what must be said of their files. */
const FOLDERS = { pos: 'marked', neg: 'unmarked', stripped: 'unmarked' } as const;

interface Outcome {
  folder: keyof typeof FOLDERS;
  file: string;
  isRight: boolean;
  findings: FileFindings;
}

/**
 * Recall and false alarms over a folder of real files, with `pos`, `neg` and `stripped` in it.
 *
 * @throws BenchError when it has none of these
 */
export async function readHeldFiles(server: ViteDevServer, folder: string): Promise<Figure[]> {
  const load = <Module>(path: string) => server.ssrLoadModule(path) as Promise<Module>;
  const { checkFile } = await load<typeof import('../../../utils/evidence/check/check-file.ts')>(
    '/utils/evidence/check/check-file.ts',
  );
  const { openC2pa } = await load<typeof import('../../../utils/evidence/c2pa/wasm-reader.ts')>(
    '/utils/evidence/c2pa/wasm-reader.ts',
  );
  const library = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm');
  const open = openC2pa(() => readFileSync(library));
  const outcomes: Outcome[] = [];
  for (const [name, file] of filesIn(folder)) {
    const findings = await lookInto(join(folder, name, file), (source) => checkFile(source, open));
    const isMarked = findings.verdict === 'ai' || findings.verdict === 'ai-edited';
    outcomes.push({ folder: name, file, findings, isRight: isMarked === (FOLDERS[name] === 'marked') });
  }
  console.log(`\n── Real files of ${folder}`);
  console.table(outcomes.map(row));
  return figuresOf(outcomes);
}

function filesIn(folder: string): (readonly [keyof typeof FOLDERS, string])[] {
  const names = Object.keys(FOLDERS) as (keyof typeof FOLDERS)[];
  const files = names
    .filter((name) => existsSync(join(folder, name)))
    .flatMap((name) =>
      readdirSync(join(folder, name))
        .filter((file) => statSync(join(folder, name, file)).isFile())
        .sort()
        .map((file) => [name, file] as const),
    );
  if (files.length === 0) throw new BenchError(`${folder}: no files in folders ${names.join(', ')}`);
  return files;
}

async function lookInto(
  path: string,
  look: (source: Awaited<ReturnType<typeof openFileSource>>) => Promise<FileFindings>,
): Promise<FileFindings> {
  const source = await openFileSource(path);
  try {
    return await look(source);
  } finally {
    await source.close();
  }
}

function row({ folder, file, isRight, findings }: Outcome) {
  const { verdict, evidence, trouble, requests, bytesRead } = findings;
  return {
    file: `${folder}/${file}`,
    right: isRight ? 'yes' : 'NO',
    verdict,
    evidence: evidence.map(({ mechanism, strength }) => `${mechanism} ${strength}`).join(', '),
    trouble: trouble ?? '',
    requests,
    bytesRead,
  };
}

function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  const of = (folder: Outcome['folder']) => outcomes.filter((each) => each.folder === folder);
  const right = (all: readonly Outcome[]) => all.filter(({ isRight }) => isRight).length;
  const wrong = (all: readonly Outcome[]) => all.length - right(all);
  const most = (of: (findings: FileFindings) => number | undefined) =>
    Math.max(...outcomes.map(({ findings }) => of(findings) ?? 0));
  return [
    { what: 'real files: marked ones found', value: right(of('pos')), target: of('pos').length, is: 'least' },
    { what: 'real files: unmarked ones flagged', value: wrong(of('neg')), target: 0, is: 'most' },
    { what: 'real files: stripped ones flagged', value: wrong(of('stripped')), target: 0, is: 'most' },
    { what: 'real files: requests at most', value: most(({ requests }) => requests), target: 3, is: 'most' },
    {
      what: 'real files: bytes at most',
      value: most(({ bytesRead }) => bytesRead),
      target: 262_144,
      is: 'most',
    },
  ];
}
