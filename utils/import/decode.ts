import { joined } from './bytes';
import type { FoundEncoding } from './encoding';

/** A piece of text; one that holds damaged characters is a line or a part of one. */
export interface TextPiece {
  text: string;
  /** Offset in the file of the first byte that belongs to no character. */
  damaged?: number;
}

/** In GB18030 bytes below are never a part of a longer character. */
const GB_CUT_BELOW = 0x30;
/** More of GB18030 without such a byte is cut anywhere, and a character may be damaged by it. */
const MAX_UNCUT = 4 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Bytes as text, in pieces. What cannot be decoded is told of line by line, so that the other lines can be read; in
 * UTF-16, where a lost byte shifts all that follows, everything from there on is one damaged piece.
 */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  { encoding, mark }: FoundEncoding,
): AsyncGenerator<TextPiece> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return yield* decodedWide(bytes, encoding);
  const decoder = new LineDecoder(encoding);
  let offset = 0;
  for await (const block of blocks(bytes, encoding === 'utf-8' ? cutOfUtf8 : cutOfGb18030)) {
    const skipped = offset === 0 ? mark : 0;
    yield* decoder.decode(block.subarray(skipped), offset + skipped);
    offset += block.length;
  }
}

/** The same bytes, each block ending with a whole character. */
async function* blocks(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  cutOf: (piece: Uint8Array) => number,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let rest: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    const cut = cutOf(piece);
    if (cut === 0 && size < MAX_UNCUT) {
      rest.push(piece);
      size += piece.length;
      continue;
    }
    yield joined([...rest, piece.subarray(0, cut)]);
    rest = [piece.subarray(cut)];
    size = piece.length - cut;
  }
  if (size > 0) yield joined(rest);
}

/** Where the last character begins, or behind it when it is of one byte. */
function cutOfUtf8(piece: Uint8Array): number {
  let at = piece.length - 1;
  while (at > 0 && at > piece.length - 4 && (piece[at]! & 0xc0) === 0x80) at--;
  return (piece[at] ?? 0) < 0x80 ? at + 1 : at;
}

function cutOfGb18030(piece: Uint8Array): number {
  let cut = piece.length;
  while (cut > 0 && piece[cut - 1]! >= GB_CUT_BELOW) cut--;
  return cut;
}

class LineDecoder {
  readonly #strict: TextDecoder;
  readonly #lenient: TextDecoder;

  constructor(encoding: string) {
    this.#strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.#lenient = new TextDecoder(encoding, { ignoreBOM: true });
  }

  *decode(block: Uint8Array<ArrayBuffer>, offset: number): Generator<TextPiece> {
    const whole = this.#text(block);
    if (whole !== undefined) return yield { text: whole };
    for (let start = 0; start < block.length; ) {
      let end = start;
      while (end < block.length && block[end] !== LF && block[end] !== CR) end++;
      const line = block.subarray(start, Math.min(end + 1, block.length));
      const text = this.#text(line);
      if (text !== undefined) yield { text };
      else yield { text: this.#lenient.decode(line), damaged: offset + start + this.#soundLength(line) };
      start += line.length;
    }
  }

  #text(bytes: Uint8Array<ArrayBuffer>): string | undefined {
    try {
      return this.#strict.decode(bytes);
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** Up to the first damaged character, give or take one character. */
  #soundLength(line: Uint8Array<ArrayBuffer>): number {
    let sound = 0;
    let failing = line.length;
    while (failing - sound > 4) {
      const middle = (sound + failing) >> 1;
      if (this.#startsWell(line.subarray(0, middle))) sound = middle;
      else failing = middle;
    }
    return sound;
  }

  #startsWell(bytes: Uint8Array<ArrayBuffer>): boolean {
    try {
      new TextDecoder(this.#strict.encoding, { fatal: true }).decode(bytes, { stream: true });
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  }
}

async function* decodedWide(
  bytes: AsyncIterable<Uint8Array<ArrayBuffer>>,
  encoding: string,
): AsyncGenerator<TextPiece> {
  const strict = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  const read = (piece?: Uint8Array<ArrayBuffer>): TextPiece => {
    try {
      return { text: piece ? strict.decode(piece, { stream: true }) : strict.decode() };
    } catch (error) {
      if (error instanceof TypeError) return { text: '\ufffd', damaged: offset };
      throw error;
    }
  };
  for await (const piece of bytes) {
    const text = read(piece);
    yield text;
    if (text.damaged !== undefined) return;
    offset += piece.length;
  }
  yield read();
}
