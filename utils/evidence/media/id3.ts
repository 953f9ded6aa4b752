import { isAt, latin1, textOf, u32, utf16 } from './bytes';
import type { Carrier } from './carrier';
import type { Cursor } from './cursor';
import { type Frame, framesOf, synchronised, type Tag, tagAt } from './id3-frames';
import { boxAt, UNPLACED } from './jumbf';
import { tell } from './tell';
import { readXmp } from './xmp';

/** Of a tag that can only be read as a whole. */
const MOST_WHOLE = 128 * 1024;

/** MIME types of a GEOB frame that holds C2PA. */
const C2PA_TYPES = ['application/x-c2pa-manifest-store', 'application/c2pa'];

/**
 * What an ID3v2 tag at this place says: free text fields under their own names, comments, other text frames under
 * theirs, XMP, and where C2PA lies. Ends with the place after the tag, or with `at` where there is none.
 */
export async function* readId3(file: Cursor, at: number): AsyncGenerator<Carrier, number> {
  const tag = await tagAt(file, at);
  if (tag === undefined) return at;
  // Until 2.3 the frames tell their lengths as they were before the zero bytes came in.
  if (tag.unsynchronised && tag.version < 4) yield* readWhole(file, tag);
  else for await (const frame of framesOf(file, tag)) yield* readFrame(frame, file);
  return tag.end;
}

async function* readWhole(file: Cursor, tag: Tag): AsyncGenerator<Carrier> {
  const bytes = synchronised(await file.bytes(tag.start, Math.min(tag.end - tag.start, MOST_WHOLE)));
  const view: Cursor = {
    size: bytes.length,
    bytes: async (start, length) => bytes.subarray(start, start + length),
  };
  const frames = framesOf(view, { ...tag, start: 0, end: bytes.length, unsynchronised: false });
  for await (const frame of frames) yield* readFrame(frame);
}

/** Without a file for a tag that is read as a whole: its places are not those of the file. */
async function* readFrame(frame: Frame, file?: Cursor): AsyncGenerator<Carrier> {
  const { id } = frame;
  const interesting = id.startsWith('T') || ['COM', 'COMM', 'GEO', 'GEOB', 'PRIV'].includes(id);
  const bytes = interesting ? await frame.content() : undefined;
  if (bytes === undefined || bytes.length < 2) return;
  if (id === 'PRIV') {
    if (isAt(bytes, 'XMP\0')) yield* readXmp(bytes.subarray(4));
  } else if (id === 'GEO' || id === 'GEOB') {
    yield* readObject(bytes, frame, file);
  } else {
    const [encoding, start] = [bytes[0]!, id.startsWith('COM') ? 4 : 1];
    const named = id === 'TXX' || id === 'TXXX' || id.startsWith('COM');
    const [name, rest] = named ? cutAtNul(bytes.subarray(start), encoding) : ['', bytes.subarray(start)];
    const text = decode(rest, encoding);
    if (text !== '') yield tell('id3', name || id, text);
  }
}

async function* readObject(bytes: Uint8Array, frame: Frame, file?: Cursor): AsyncGenerator<Carrier> {
  const [type, named] = cutAtNul(bytes.subarray(1), 0);
  if (!C2PA_TYPES.includes(type.toLowerCase())) return;
  const [, described] = cutAtNul(named, bytes[0]!);
  const [, box] = cutAtNul(described, bytes[0]!);
  if (!isAt(box, 'jumb', 4)) return;
  const offset = bytes.length - box.length;
  const fits = u32(box, 0) <= frame.length - offset;
  yield file && frame.isPlain && fits ? await boxAt(file, frame.start + offset, u32(box, 0)) : UNPLACED;
}

/** A text up to its NUL, which has two bytes in UTF-16, and what comes after it. */
function cutAtNul(bytes: Uint8Array, encoding: number): [string, Uint8Array] {
  const wide = encoding === 1 || encoding === 2;
  const width = wide ? 2 : 1;
  let at = 0;
  while (at < bytes.length && (bytes[at] !== 0 || (wide && bytes[at + 1] !== 0))) at += width;
  return [decode(bytes.subarray(0, at), encoding), bytes.subarray(at + width)];
}

function decode(bytes: Uint8Array, encoding: number): string {
  if (encoding === 1) return utf16(bytes, true);
  if (encoding === 2) return utf16(bytes, false);
  return encoding === 3 ? textOf(bytes) : untilNul(latin1(bytes));
}

function untilNul(text: string): string {
  const end = text.indexOf('\0');
  return end < 0 ? text : text.slice(0, end);
}
