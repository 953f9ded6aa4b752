import { latin1, MOST_TEXT, u32 } from './bytes';
import type { Cursor } from './cursor';
import { inflate } from './inflate';

export interface Tag {
  version: 2 | 3 | 4;
  /** Of the first frame and of the end of the last, in the file. */
  start: number;
  end: number;
  /** Zero bytes were put after every 0xFF. */
  unsynchronised: boolean;
}

export interface Frame {
  id: string;
  /** Of the content, in the file. */
  start: number;
  length: number;
  /** Its content is what stands in the file, byte for byte. */
  isPlain: boolean;
  /** Its content, at most 64 KiB of it; absent where it is encrypted. */
  content: () => Promise<Uint8Array | undefined>;
}

const HEADER = 10;
const MOST_FRAMES = 512;
/** Compressed frames that are inflated; nearly nobody writes any. */
const MOST_COMPRESSED = 16;

/** The tag of ID3v2.2 to 2.4 at this place, or nothing. */
export async function tagAt(file: Cursor, at: number): Promise<Tag | undefined> {
  const header = await file.bytes(at, HEADER);
  if (header.length < HEADER || latin1(header.subarray(0, 3)) !== 'ID3') return undefined;
  const version = header[3];
  const flags = header[5]!;
  if (version !== 2 && version !== 3 && version !== 4) return undefined;
  const end = at + HEADER + syncsafe(header, 6);
  let start = at + HEADER;
  if (flags & 0x40) {
    // In 2.2 the bit says that the whole tag is compressed, by a way that was never defined.
    if (version === 2) return undefined;
    const extended = await file.bytes(start, 4);
    start += version === 3 ? 4 + u32(extended, 0) : syncsafe(extended, 0);
  }
  return { version, start, end, unsynchronised: (flags & 0x80) !== 0 };
}

/** The frames of a tag in their order; of pictures only the headers are read. */
export async function* framesOf(file: Cursor, tag: Tag): AsyncGenerator<Frame> {
  const head = tag.version === 2 ? 6 : 10;
  const expand = expander();
  let at = tag.start;
  for (let count = 0; count < MOST_FRAMES && at + head <= tag.end; count += 1) {
    const header = await file.bytes(at, head);
    if (header.length < head || !isFrameId(header, tag.version)) return;
    const length = Math.min(await lengthOf(file, tag, at, header), tag.end - at - head);
    const start = at + head;
    yield {
      id: latin1(header.subarray(0, tag.version === 2 ? 3 : 4)),
      start,
      length,
      isPlain: isPlain(header, tag),
      content: async () => plain(await file.bytes(start, Math.min(length, MOST_TEXT)), header, tag, expand),
    };
    at = start + length;
  }
}

function isFrameId(header: Uint8Array, version: Tag['version']): boolean {
  const id = latin1(header.subarray(0, version === 2 ? 3 : 4));
  return version === 2 ? /^[A-Z0-9]{3}$/.test(id) : /^[A-Z0-9]{3}[A-Z0-9 \0]$/.test(id);
}

async function lengthOf(file: Cursor, tag: Tag, at: number, header: Uint8Array): Promise<number> {
  if (tag.version === 2) return u32(header, 2) % 0x1000000;
  const whole = u32(header, 4);
  if (tag.version === 3) return whole;
  const safe = syncsafe(header, 4);
  if (safe === whole) return safe;
  if (header.subarray(4, 8).some((byte) => byte & 0x80)) return whole;
  // Old versions of iTunes wrote plain numbers into tags of 2.4: believe the one that leads to another frame.
  return (await leadsOn(file, tag, at + HEADER + safe)) ? safe : whole;
}

async function leadsOn(file: Cursor, tag: Tag, at: number): Promise<boolean> {
  if (at >= tag.end - HEADER) return at <= tag.end;
  const next = await file.bytes(at, 4);
  return next.every((byte) => byte === 0) || isFrameId(next, tag.version);
}

function isPlain(header: Uint8Array, tag: Tag): boolean {
  if (tag.unsynchronised) return false;
  return tag.version === 2 || (header[9]! & (tag.version === 3 ? 0xe0 : 0x4f)) === 0;
}

type Expand = (bytes: Uint8Array) => Promise<Uint8Array | undefined>;

/** Inflates frames, as many as an honest tag could have. */
function expander(): Expand {
  let count = 0;
  return async (bytes) => {
    count += 1;
    return count > MOST_COMPRESSED ? undefined : inflate(bytes, 'deflate', MOST_TEXT);
  };
}

/** The content of a frame without what its flags say was done to it. */
async function plain(
  bytes: Uint8Array,
  header: Uint8Array,
  tag: Tag,
  expand: Expand,
): Promise<Uint8Array | undefined> {
  const flags = header[9] ?? 0;
  if (tag.version === 2) return bytes;
  if (tag.version === 3) {
    if (flags & 0x40) return undefined;
    const body = bytes.subarray((flags & 0x80 ? 4 : 0) + (flags & 0x20 ? 1 : 0));
    return flags & 0x80 ? expand(body) : body;
  }
  if (flags & 0x04) return undefined;
  let body = bytes;
  if (flags & 0x02 || tag.unsynchronised) body = synchronised(body);
  body = body.subarray((flags & 0x40 ? 1 : 0) + (flags & 0x01 ? 4 : 0));
  return flags & 0x08 ? expand(body) : body;
}

/** Without the zero bytes that were put after 0xFF so that no player takes a tag for sound. */
export function synchronised(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === 0 && bytes[at - 1] === 0xff) continue;
    kept[length] = bytes[at]!;
    length += 1;
  }
  return kept.subarray(0, length);
}

/** A number in four bytes of seven bits. */
function syncsafe(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let i = at; i < at + 4; i += 1) value = value * 128 + ((bytes[i] ?? 0) & 0x7f);
  return value;
}
