import { joined } from './bytes';

/** Labels of the Encoding Standard. */
export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface FoundEncoding {
  encoding: FileEncoding;
  /** Length of the byte-order mark. */
  mark: number;
}

/** So much text beyond ASCII says what its encoding is. */
const SAMPLE = 1024 * 1024;

const MARKS: readonly (readonly [FileEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

export function encodingOfMark(start: Uint8Array): FoundEncoding | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => start[at] === byte));
  return found && { encoding: found[0], mark: found[1].length };
}

/**
 * What a text without a mark is written in: UTF-8, else GB18030 (as spreadsheets in China save CSV), else nothing that
 * can be told. Some damaged characters are no reason to take the other: they are found row by row.
 */
export async function guessEncoding(bytes: AsyncIterable<Uint8Array>): Promise<FileEncoding | undefined> {
  const sample = await sampleOf(bytes);
  if (reads(sample, 'utf-8')) return 'utf-8';
  return reads(sample, 'gb18030') ? 'gb18030' : undefined;
}

async function sampleOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    if (size === 0 && piece.every((byte) => byte < 0x80)) continue;
    parts.push(piece);
    size += piece.length;
    if (size >= SAMPLE) break;
  }
  return joined(parts);
}

/** Whether at most a quarter of what is beyond ASCII is damaged: of a wrong encoding nearly all is. */
function reads(sample: Uint8Array<ArrayBuffer>, encoding: FileEncoding): boolean {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(sample);
  let damaged = 0;
  let others = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code > 0x7f) others++;
  }
  return damaged * 3 <= others;
}
