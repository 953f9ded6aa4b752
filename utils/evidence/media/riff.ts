import { isAt, latin1, MOST_TEXT, textOf, u32, u64 } from './bytes';
import type { Carrier } from './carrier';
import { type Cursor, DamagedFile } from './cursor';
import { readId3 } from './id3';
import { boxAt } from './jumbf';
import { tell } from './tell';
import { readXmp } from './xmp';

/** A chunk of a RIFF file; `start` is that of its content. */
export interface Chunk {
  id: string;
  start: number;
  /** Of the content, in bytes, without the byte of padding. */
  length: number;
}

/** More chunks in one list are no recording. */
const MOST_CHUNKS = 1024;

/**
 * The chunks between two places of a RIFF file, read header by header. `longer` gives lengths that do not fit into a
 * header of four bytes (RF64). Throws `DamagedFile` after a chunk that reaches past `end`.
 */
export async function* chunks(
  file: Cursor,
  start: number,
  end: number,
  longer?: (id: string) => number | undefined,
): AsyncGenerator<Chunk> {
  let at = start;
  for (let count = 0; count < MOST_CHUNKS && at + 8 <= end; count += 1) {
    const header = await file.bytes(at, 8);
    if (header.length < 8) return;
    const id = latin1(header.subarray(0, 4));
    const told = u32(header, 4, true);
    const length = told === 0xffffffff ? (longer?.(id) ?? told) : told;
    yield { id, start: at + 8, length: Math.min(length, end - at - 8) };
    at += 8 + length + (length % 2);
    if (at > end + 1) throw new DamagedFile(`Chunk ${id} reaches past the end of its list`);
  }
}

/** Of one kind: an honest file has one. */
const MOST_OF_A_KIND = 4;

/** What AVI and WAV files say of themselves: the same chunks in both. */
export async function* readRiff(file: Cursor): AsyncGenerator<Carrier> {
  const counts = new Map<string, number>();
  const head = await file.bytes(0, 36);
  const end = endOf(head, file.size);
  const long = isAt(head, 'RF64') && isAt(head, 'ds64', 12) ? u64(head, 28, true) : undefined;
  for await (const chunk of chunks(file, 12, end, (id) => (id === 'data' ? long : undefined))) {
    const kind = chunk.id === 'LIST' ? latin1(await file.bytes(chunk.start, 4)) : chunk.id;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    if (count < MOST_OF_A_KIND) yield* readChunk(file, chunk, kind);
  }
}

/** The end of the outermost list; the end of the file where the list does not tell it. */
function endOf(head: Uint8Array, size: number | undefined): number {
  const told = u32(head, 4, true);
  const end = told === 0 || told === 0xffffffff ? Number.POSITIVE_INFINITY : told + 8;
  // Some tools append their chunks without correcting the length of the list.
  return size ?? end;
}

async function* readChunk(file: Cursor, chunk: Chunk, kind: string): AsyncGenerator<Carrier> {
  const { start, length } = chunk;
  const text = () => file.bytes(start, Math.min(length, MOST_TEXT));
  switch (kind) {
    case 'INFO':
      if (chunk.id === 'LIST') yield* readInfo(file, start + 4, start + length);
      return;
    case 'AIGC':
      yield tell('riff-chunk', kind, textOf(await text()));
      return;
    case 'C2PA': {
      const box = await file.bytes(start, 8);
      if (isAt(box, 'jumb', 4)) yield await boxAt(file, start, u32(box, 0));
      return;
    }
    case 'id3 ':
    case 'ID3 ':
      yield* readId3(file, start);
      return;
    case '_PMX':
      yield* readXmp(await text());
      return;
  }
}

async function* readInfo(file: Cursor, start: number, end: number): AsyncGenerator<Carrier> {
  for await (const chunk of chunks(file, start, end)) {
    const text = textOf(await file.bytes(chunk.start, Math.min(chunk.length, MOST_TEXT)));
    if (text !== '') yield tell('riff-info', chunk.id, text);
  }
}
