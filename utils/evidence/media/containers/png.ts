import { overBytes, WINDOW } from '../bounded';
import { isAt, latin1, MOST_TEXT, textOf, u32 } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { readExif } from '../exif';
import { inflate } from '../inflate';
import { boxAt } from '../jumbf';
import { readProfile } from '../raw-profile';
import { tell } from '../tell';
import { readXmp } from '../xmp';

const SIGNATURE = '\x89PNG\r\n\x1a\n';
const XMP_KEYWORD = 'XML:com.adobe.xmp';
const SPEAKING = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'caBX'];
const MOST_CHUNKS = 1024;
/** Some writers put their text behind the pixels, just before the end. */
const TAIL = 16 * 1024;
/** Of one file, so that many small bombs cost no more than one. */
const MOST_INFLATIONS = 16;

interface Chunk {
  type: string;
  /** First byte of its contents. */
  start: number;
  length: number;
}

export const container = defineContainer({ id: 'png', recognises: (head) => isAt(head, SIGNATURE), read });

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  const texts = new Texts();
  let at = SIGNATURE.length;
  let jumped = false;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    const chunk = await chunkAt(file, at);
    if (chunk.type === 'IEND') return;
    if (SPEAKING.includes(chunk.type)) yield* readChunk(file, chunk, texts);
    at = chunk.start + chunk.length + 4;
    if (chunk.type !== 'IDAT' || at + 12 <= WINDOW) continue;
    if (file.size !== undefined) {
      // So little is left that it comes with one request.
      if (at + TAIL >= file.size) continue;
      yield* readTail(file, file.size, texts);
      return;
    }
    // Pixels in many chunks: to follow them would cost more than they can tell.
    if (jumped) return;
    jumped = true;
  }
  throw new DamagedFile('More chunks than any file has');
}

async function chunkAt(file: Cursor, at: number): Promise<Chunk> {
  const head = await file.bytes(at, 8);
  const chunk = { type: latin1(head, 4, 8), start: at + 8, length: u32(head, 0) };
  if (!/^[A-Za-z]{4}$/.test(chunk.type)) throw new DamagedFile(`No chunk at ${at}`);
  if (chunk.start + chunk.length > (file.size ?? 0x7fff_ffff)) {
    throw new DamagedFile(`The chunk ${chunk.type} reaches past the end`);
  }
  return chunk;
}

async function* readTail(file: Cursor, size: number, texts: Texts): AsyncGenerator<Carrier> {
  const tail = await file.bytes(size - TAIL, TAIL);
  for (const { type, start, length } of lastChunks(tail)) {
    if (SPEAKING.includes(type)) yield* readChunk(file, { type, start: size - TAIL + start, length }, texts);
  }
}

/** The chunks at the end of a file: those from which lengths lead to its last chunk, which is always the same. */
function lastChunks(tail: Uint8Array): Chunk[] {
  /** Last to first, so that each place is looked at once: whether it begins a chunk of the chain, and the next. */
  const chain = new Map<number, Chunk>();
  let first: number | undefined;
  for (let at = tail.length - 12; at >= 0; at--) {
    // A chunk in the tail is shorter than it, so its length begins with zeros.
    if (tail[at] !== 0 || tail[at + 1] !== 0) continue;
    const length = u32(tail, at);
    const next = at + 12 + length;
    const isLast = length === 0 && next === tail.length && isAt(tail, 'IEND', at + 4);
    if (!isLast && !chain.has(next)) continue;
    const type = latin1(tail, at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) continue;
    chain.set(at, { type, start: at + 8, length });
    first = at;
  }
  const chunks: Chunk[] = [];
  for (let at = first; at !== undefined && chain.has(at); ) {
    const chunk = chain.get(at)!;
    chunks.push(chunk);
    at = chunk.start + chunk.length + 4;
  }
  return chunks;
}

async function* readChunk(file: Cursor, chunk: Chunk, texts: Texts): AsyncGenerator<Carrier> {
  const { type, start, length } = chunk;
  if (type === 'caBX') {
    yield await boxAt(file, start, length);
    return;
  }
  const bytes = await file.bytes(start, Math.min(length, MOST_TEXT + 512));
  if (type === 'eXIf') yield* readExif(overBytes(bytes));
  else {
    const text = await texts.read(type, bytes);
    if (text) yield* sayings(text);
  }
}

async function* sayings({ keyword, bytes }: Text): AsyncGenerator<Carrier> {
  if (keyword === XMP_KEYWORD) yield* readXmp(bytes);
  else if (keyword.startsWith('Raw profile type ')) yield* readProfile(keyword.slice(17), latin1(bytes));
  else {
    const value = textOf(bytes).trim();
    if (value !== '') yield tell('png-text', keyword, value);
  }
}

interface Text {
  keyword: string;
  bytes: Uint8Array;
}

/** Text chunks, inflated within a bound that holds for all of a file together. */
class Texts {
  #inflations = 0;

  async read(type: string, chunk: Uint8Array): Promise<Text | undefined> {
    const nul = chunk.indexOf(0);
    // PNG allows 79 characters; some writers give more.
    if (nul <= 0 || nul > 256) return undefined;
    const keyword = textOf(chunk.subarray(0, nul));
    if (type === 'tEXt') return { keyword, bytes: chunk.subarray(nul + 1) };
    if (type === 'zTXt') return this.#inflated(keyword, chunk.subarray(nul + 2));
    const compressed = chunk[nul + 1] === 1;
    const language = chunk.indexOf(0, nul + 3);
    const translated = language < 0 ? -1 : chunk.indexOf(0, language + 1);
    if (translated < 0) return undefined;
    const bytes = chunk.subarray(translated + 1);
    return compressed ? this.#inflated(keyword, bytes) : { keyword, bytes };
  }

  async #inflated(keyword: string, bytes: Uint8Array): Promise<Text | undefined> {
    if (++this.#inflations > MOST_INFLATIONS) return undefined;
    return { keyword, bytes: await inflate(bytes, 'deflate', MOST_TEXT) };
  }
}
