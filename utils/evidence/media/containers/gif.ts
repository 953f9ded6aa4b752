import { WINDOW } from '../bounded';
import { find, isAt, MOST_TEXT, textOf } from '../bytes';
import type { Carrier } from '../carrier';
import { type Cursor, DamagedFile } from '../cursor';
import { defineContainer } from '../define-container';
import { tell } from '../tell';
import { readXmp } from '../xmp';

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b];
const [APPLICATION, COMMENT] = [0xff, 0xfe];
const XMP = 'XMP DataXMP';
/** Begins the 258 bytes after a packet that lead readers of sub-blocks to its end. */
const XMP_END = '\x01\xff\xfe\xfd';
/** Looked at when the images go on past the first window: a packet can stand behind them. */
const TAIL = 16 * 1024;
const MOST_BLOCKS = 1024;

export const container = defineContainer({
  id: 'gif',
  recognises: (head) => isAt(head, 'GIF87a') || isAt(head, 'GIF89a'),
  read,
});

async function* read(file: Cursor): AsyncGenerator<Carrier> {
  let head = await file.bytes(0, WINDOW);
  let at = 13 + colours(head[10] ?? 0);
  for (let count = 0; at < head.length; count++) {
    if (count >= MOST_BLOCKS) throw new DamagedFile('More blocks than any file has');
    const kind = head[at];
    if (kind === TRAILER) return;
    if (kind !== EXTENSION && kind !== IMAGE) throw new DamagedFile(`No block at ${at}`);
    let end = endOf(head, at);
    if (end === undefined && kind === EXTENSION) {
      head = await file.bytes(0, 2 * WINDOW);
      end = endOf(head, at);
    }
    if (kind === EXTENSION) yield* readExtension(head, at, end ?? head.length);
    if (end === undefined) break;
    at = end;
  }
  if (file.size === undefined || file.size <= head.length) throw new DamagedFile('The file ends in a block');
  const tail = Math.max(head.length, file.size - TAIL);
  yield* readTail(await file.bytes(tail, TAIL), tail);
}

/** Bytes of the colour table that a byte of flags announces. */
function colours(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** First byte after a block; `undefined` when that is not in `bytes`. */
function endOf(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at] === IMAGE) return afterBlocks(bytes, at + 10 + colours(bytes[at + 9] ?? 0) + 1);
  if (isPacket(bytes, at)) {
    const end = find(bytes, XMP_END, at + 14);
    return end < 0 || end + 258 > bytes.length ? undefined : end + 258;
  }
  return afterBlocks(bytes, at + 2);
}

/** Sub-blocks, each after its length, up to one of length 0. */
function afterBlocks(bytes: Uint8Array, start: number): number | undefined {
  let at = start;
  while (at < bytes.length) {
    const length = bytes[at]!;
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

/** Whether an XMP packet stands here as it is, not cut into sub-blocks, which the format asks for. */
function isPacket(bytes: Uint8Array, at: number): boolean {
  if (bytes[at + 1] !== APPLICATION || !isAt(bytes, XMP, at + 3)) return false;
  return [0x3c, 0xef, 0xfe, 0xff, 0].includes(bytes[at + 14] ?? 1) && !isAt(bytes, '<?xpacket', at + 15);
}

/** `base` is where the bytes stand in the file. */
function* readExtension(bytes: Uint8Array, at: number, end: number, base = 0): Generator<Carrier> {
  const label = bytes[at + 1];
  if (label === COMMENT) {
    const value = textOf(joined(bytes, at + 2, end)).trim();
    if (value !== '') yield tell('gif-comment', 'Comment', value);
  } else if (label === APPLICATION && isAt(bytes, XMP, at + 3)) {
    const packet = isPacket(bytes, at) ? bytes.subarray(at + 14, end) : joined(bytes, at + 14, end);
    yield* readXmp(packet.subarray(0, MOST_TEXT));
  } else if (label === APPLICATION && isAt(bytes, 'C2PA_GIF', at + 3)) {
    yield {
      type: 'jumbf',
      pieces: blocksOf(bytes, at + 14, end).map((piece) => ({ ...piece, start: base + piece.start })),
    };
  }
}

/** The contents of the sub-blocks up to the one of length 0; none where that does not follow. */
function blocksOf(bytes: Uint8Array, start: number, end: number): { start: number; length: number }[] {
  const blocks: { start: number; length: number }[] = [];
  let at = start;
  for (; at < end && bytes[at] !== 0; at += 1 + bytes[at]!)
    blocks.push({ start: at + 1, length: bytes[at]! });
  return at < end ? blocks : [];
}

/** The contents of sub-blocks without their lengths. */
function joined(bytes: Uint8Array, start: number, end: number): Uint8Array {
  const text = new Uint8Array(Math.max(0, end - start));
  let length = 0;
  for (let at = start; at < end && bytes[at] !== 0; at += 1 + bytes[at]!) {
    const block = bytes.subarray(at + 1, Math.min(at + 1 + bytes[at]!, end));
    text.set(block, length);
    length += block.length;
  }
  return text.subarray(0, length);
}

function* readTail(tail: Uint8Array, base: number): Generator<Carrier> {
  const found = find(tail, XMP);
  if (found >= 3 && tail[found - 3] === EXTENSION) {
    yield* readExtension(tail, found - 3, endOf(tail, found - 3) ?? tail.length, base);
  }
}
