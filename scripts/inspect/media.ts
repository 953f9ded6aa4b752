import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { OpenC2pa } from '../../utils/evidence/c2pa/reader.ts';
import type { FileFindings } from '../../utils/evidence/check/check-file.ts';
import type { ByteSource } from '../../utils/evidence/media/byte-source.ts';
import { type FileSource, openFileSource } from '../lib/file-source.ts';
import { sourceServer } from '../lib/source-server.ts';
import { checkFile, parseFilesArgs } from './args.ts';
import { InspectError } from './error.ts';

/** Files that are looked at once before any is timed: a program's first steps are slow, and no cost of a file. */
const WARMING = 8;

interface MediaEngine {
  look: (file: string) => Promise<Looked>;
  claimOf: typeof import('../../utils/evidence/media/ladder.ts').claimOf;
  close: () => Promise<void>;
}

interface Looked {
  findings: FileFindings;
  /** What looking took, without waiting for the disk and for the reader of signed records to load. */
  ms: number;
}

/**
 * One line per file: what it says of its making, within the budget that a page's files get; with `--whole` also
 * whether a signed record belongs to the content, for which the whole file is read. A file that is not there among
 * others is unreadable, so that it costs only its own line.
 */
export async function inspectMedia(args: string[]): Promise<void> {
  const { files, isSet } = parseFilesArgs(args, ['whole']);
  const missing = await missingOf(files);
  const there = files.filter((file) => !missing.has(file));
  if (there.length === 0) throw new InspectError([...missing.values()].join('\n'));
  for (const message of missing.values()) process.stderr.write(`${message}\n`);
  const engine = await loadMediaEngine(isSet.whole);
  try {
    for (const file of there.slice(0, isSet.whole ? 1 : WARMING)) await engine.look(file);
    for (const file of files) {
      const more = process.stdout.write(`${JSON.stringify(await inspectFile(engine, file))}\n`);
      if (!more) await once(process.stdout, 'drain');
    }
  } finally {
    await engine.close();
  }
}

/** What to say of each file that is not there. */
async function missingOf(files: string[]): Promise<Map<string, string>> {
  const missing = new Map<string, string>();
  for (const file of files) {
    await checkFile(file).catch((error: unknown) => {
      if (!(error instanceof InspectError)) throw error;
      missing.set(file, error.message);
    });
  }
  return missing;
}

async function inspectFile({ look, claimOf }: MediaEngine, file: string) {
  const { findings, ms } = await look(file);
  const { verdict, evidence, bytesRead, requests } = findings;
  const told = evidence.map((each) => ({
    mechanism: each.mechanism,
    strength: each.strength,
    claim: claimOf(each).en,
  }));
  return { file, verdict, evidence: told, bytesRead, requests, ms: Math.round(ms * 1000) / 1000 };
}

async function loadMediaEngine(whole: boolean): Promise<MediaEngine> {
  const server = await sourceServer();
  const load = <Module>(path: string) => server.ssrLoadModule(path) as Promise<Module>;
  const { checkFile: look, checkWholeFile } = await load<
    typeof import('../../utils/evidence/check/check-file.ts')
  >('/utils/evidence/check/check-file.ts');
  const { claimOf } = await load<Pick<MediaEngine, 'claimOf'>>('/utils/evidence/media/ladder.ts');
  const reader = openedOnce(async () => {
    const path = '/utils/evidence/c2pa/wasm-reader.ts';
    const { openC2pa } = await load<typeof import('../../utils/evidence/c2pa/wasm-reader.ts')>(path);
    return openC2pa(() =>
      readFile(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')),
    )();
  });
  const lookAt = async (file: string, wait: Wait) => {
    if (whole && (await isThere(file))) return checkWholeFile(await wait(openAsBlob(file)), reader.open);
    const source = await wait(openFileSource(file).catch((error: unknown) => unreadable(error)));
    const waiting = { ...source, read: (start: number, end: number) => wait(source.read(start, end)) };
    return look(waiting, reader.open).finally(() => wait(source.close()));
  };
  const timed = async (file: string) => {
    const { wait, waited } = waits();
    const start = performance.now();
    const findings = await lookAt(file, wait);
    return { findings, ms: performance.now() - start - waited() };
  };
  return {
    look: async (file) => {
      const wasOpen = reader.isOpen();
      const looked = await timed(file);
      // The first file with a signed record bears its loading and its first steps: the second look does not.
      return reader.isOpen() === wasOpen ? looked : timed(file);
    },
    claimOf,
    close: () => server.close(),
  };
}

const isThere = (file: string) =>
  checkFile(file).then(
    () => true,
    () => false,
  );

type Wait = <Value>(pending: Promise<Value>) => Promise<Value>;

/** Adds up the milliseconds that were spent waiting for the disk. */
function waits(): { wait: Wait; waited: () => number } {
  let total = 0;
  return {
    wait: async (pending) => {
      const start = performance.now();
      try {
        return await pending;
      } finally {
        total += performance.now() - start;
      }
    },
    waited: () => total,
  };
}

function openedOnce(load: OpenC2pa): { open: OpenC2pa; isOpen: () => boolean } {
  let opened: ReturnType<OpenC2pa> | undefined;
  const open = () => {
    opened ??= load();
    return opened;
  };
  return { open, isOpen: () => opened !== undefined };
}

/** A file that cannot be opened: the reader says so. */
function unreadable(error: unknown): FileSource {
  const source: ByteSource = { read: () => Promise.reject(error) };
  return { ...source, close: async () => {} };
}
