import { BlobReader, type Entry, ZipReader } from '@zip.js/zip.js/index-native.js';
import { detailText, type ImportProblem } from './problems';
import { LOCAL_HEADER, type ZipMember } from './zip-member';

const MAX_ENTRIES = 250_000;
/** Unpacked, all files together. */
const MAX_TOTAL = 4 * 1024 ** 3;
/** Text of ours packs to a tenth; above so many bytes nothing honest packs to less than a two-hundredth. */
const MAX_RATIO = 200;
const SMALL = 1024 * 1024;

export type ZipDirectory =
  | { members: ReadonlyMap<string, ZipMember> }
  | { problem: ImportProblem & { fatal: true } }
  /** There is none that could be read: the end is missing, or something is damaged. */
  | { unreadable: 'cut-off' | 'zip-damaged'; detail: string };

/** How much a file may be when it is unpacked. */
export function unpackedLimit({ compressed }: Pick<ZipMember, 'compressed'>): number {
  return Math.min(MAX_TOTAL, Math.max(SMALL, compressed * MAX_RATIO));
}

/** Reads what a ZIP says that it holds, and refuses what could do harm. */
export async function readDirectory(zip: Blob, signal?: AbortSignal): Promise<ZipDirectory> {
  const members = new Map<string, ZipMember>();
  const places: { start: number; end: number }[] = [];
  let total = 0;
  // All names are to be seen, also those that no program should unpack.
  const reader = new ZipReader(new BlobReader(zip), {
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      signal?.throwIfAborted();
      total += entry.uncompressedSize;
      const code = refusal(entry, members, total);
      if (code) return { problem: { code, detail: detailText(entry.filename), fatal: true } };
      places.push(placeOf(entry));
      if (!entry.directory) members.set(entry.filename, memberOf(entry));
    }
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Error') throw error;
    const isCut = /end of central directory|not recognized/i.test(error.message);
    return { unreadable: isCut ? 'cut-off' : 'zip-damaged', detail: error.message };
  }
  if (overlap(places)) return { problem: { code: 'zip-bomb', detail: 'files within files', fatal: true } };
  return { members };
}

function refusal(
  entry: Entry,
  before: ReadonlyMap<string, ZipMember>,
  total: number,
): ImportProblem['code'] | undefined {
  const { filename, encrypted, compressedSize, uncompressedSize } = entry;
  if (before.size >= MAX_ENTRIES) return 'too-large';
  if (encrypted) return 'zip-encrypted';
  if (isOutside(filename) || before.has(filename)) return 'zip-paths';
  const isBomb = uncompressedSize > unpackedLimit({ compressed: compressedSize });
  return isBomb || total > MAX_TOTAL ? 'zip-bomb' : undefined;
}

/** Whether a name leads, on some system, to elsewhere than below the folder that it is unpacked in. */
export function isOutside(name: string): boolean {
  return name === '' || /^\/|^[a-z]:|[\\\0]|(?:^|\/)\.\.(?:\/|$)/i.test(name);
}

function memberOf({
  filename,
  offset,
  compressedSize,
  uncompressedSize,
  compressionMethod,
}: Entry): ZipMember {
  return {
    name: filename,
    offset,
    compressed: compressedSize,
    size: uncompressedSize,
    method: compressionMethod,
  };
}

/** At least: how long a file's own header is, is said only there. */
function placeOf({ offset, rawFilename, compressedSize }: Entry): { start: number; end: number } {
  return { start: offset, end: offset + LOCAL_HEADER + rawFilename.length + compressedSize };
}

function overlap(places: { start: number; end: number }[]): boolean {
  places.sort((a, b) => a.start - b.start);
  return places.some(({ start }, i) => i > 0 && start < places[i - 1]!.end);
}
