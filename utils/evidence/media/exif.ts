import { isAt, latin1, MOST_TEXT, textOf, u16, u32, utf8Of, utf16 } from './bytes';
import type { Statement } from './carrier';
import type { Cursor } from './cursor';
import { readIptc, readPhotoshop } from './iptc';
import { tell } from './tell';
import { readXmp } from './xmp';

/** Text fields of IFD0 and of the EXIF IFD that generators write to (CIPA DC-008). */
const TEXT_TAGS = new Map([
  [0x010e, 'ImageDescription'],
  [0x010f, 'Make'],
  [0x0110, 'Model'],
  [0x0131, 'Software'],
  [0x013b, 'Artist'],
  [0x8298, 'Copyright'],
]);
/** Fields of Windows, in UTF-16 of low order first. */
const WIDE_TAGS = new Map([
  [0x9c9b, 'XPTitle'],
  [0x9c9c, 'XPComment'],
  [0x9c9d, 'XPAuthor'],
  [0x9c9e, 'XPKeywords'],
  [0x9c9f, 'XPSubject'],
]);
const [XMP, IPTC, PHOTOSHOP, EXIF_IFD, USER_COMMENT] = [0x02bc, 0x83bb, 0x8649, 0x8769, 0x9286];

/** Bytes of one value, by type; types that no text has are missing. */
const WIDTHS: Record<number, number> = { 1: 1, 2: 1, 4: 4, 6: 1, 7: 1, 13: 4, 129: 1 };
const MOST_ENTRIES = 512;

export interface Entry {
  tag: number;
  /** In bytes, as claimed. */
  length: number;
  /** Where the value stands, from the start of the TIFF data. */
  at: number;
  /** The value field as a number. */
  inline: number;
}

/** Whether the bytes of TIFF data are in the order of Intel; `undefined` for what is no TIFF data. */
export function byteOrder(head: Uint8Array): boolean | undefined {
  return isAt(head, 'II*\0') ? true : isAt(head, 'MM\0*') ? false : undefined;
}

/**
 * What TIFF data say: a TIFF file, or the EXIF block of another one, from its `II` or `MM` on. Passed over are fields
 * whose value lies past the end, as cameras write such, and bytes that are no TIFF data. No chain of directories is
 * followed, so none can loop.
 */
export async function* readExif(file: Cursor): AsyncGenerator<Statement> {
  const head = await file.bytes(0, 8);
  const little = byteOrder(head);
  if (little === undefined) return;
  for (const entry of await readDirectory(file, u32(head, 4, little), little)) {
    if (entry.tag !== EXIF_IFD) yield* readEntry(file, entry, little);
    else yield* readNested(file, entry.inline, little);
  }
}

async function* readNested(file: Cursor, start: number, little: boolean): AsyncGenerator<Statement> {
  for (const entry of await readDirectory(file, start, little)) yield* readEntry(file, entry, little);
}

/** The fields of one directory; none where it lies outside. */
export async function readDirectory(file: Cursor, start: number, little: boolean): Promise<Entry[]> {
  if (start < 8) return [];
  const count = Math.min(u16(await file.bytes(start, 2), 0, little), MOST_ENTRIES);
  const bytes = await file.bytes(start + 2, count * 12);
  /** Each field once, so that no directory costs more than its fields can hold. */
  const entries = new Map<number, Entry>();
  for (let at = 0; at + 12 <= bytes.length; at += 12) {
    const type = u16(bytes, at + 2, little);
    const length = u32(bytes, at + 4, little) * (WIDTHS[type] ?? 0);
    const inline = u32(bytes, at + 8, little);
    const tag = u16(bytes, at, little);
    if (entries.has(tag)) continue;
    entries.set(tag, { tag, length, at: length <= 4 ? start + 2 + at + 8 : inline, inline });
  }
  return [...entries.values()];
}

async function* readEntry(file: Cursor, entry: Entry, little: boolean): AsyncGenerator<Statement> {
  const { tag, length } = entry;
  const text = TEXT_TAGS.get(tag);
  const wide = WIDE_TAGS.get(tag);
  const other = tag === XMP || tag === IPTC || tag === PHOTOSHOP || tag === USER_COMMENT;
  if (!(text || wide || other) || length === 0) return;
  if (file.size !== undefined && entry.at >= file.size) return;
  // Eight more than text: the name of its character set.
  const bytes = await file.bytes(entry.at, Math.min(length, MOST_TEXT + 8));
  if (bytes.length === 0) return;
  if (tag === XMP) yield* readXmp(bytes);
  else if (tag === IPTC) yield* readIptc(bytes);
  else if (tag === PHOTOSHOP) yield* readPhotoshop(bytes);
  else {
    const key = text ?? wide ?? 'UserComment';
    const value = (text ? textOf(bytes) : wide ? utf16(bytes, true) : userComment(bytes, little)).trim();
    if (value !== '') yield tell('exif', key, value);
  }
}

/** Eight bytes name the character set; many writers name one and use another. */
export function userComment(bytes: Uint8Array, little: boolean): string {
  const body = bytes.subarray(8);
  if (isAt(bytes, 'UNICODE')) return unicode(body, little);
  if (isAt(bytes, 'JIS')) return japanese(body);
  if (isAt(bytes, 'ASCII') || bytes.subarray(0, 8).every((byte) => byte === 0)) return guessed(body, little);
  return guessed(bytes, little);
}

/** Text in UTF-8 or Latin-1, unless every other byte of its beginning is zero. */
function guessed(body: Uint8Array, little: boolean): string {
  const begin = body.subarray(0, 64);
  const zeros = begin.filter((byte) => byte === 0).length;
  const looksWide = begin.length >= 4 && zeros >= begin.length / 4 && (body[0] !== 0 || body[1] !== 0);
  return looksWide ? unicode(body, little) : textOf(body);
}

/** UTF-16 in the byte order that makes more of it Latin letters or Han characters; on a draw that of the file. */
function unicode(body: Uint8Array, little: boolean): string {
  if (body.length < 2) return '';
  if (!body.subarray(0, 512).includes(0) && utf8Of(body.subarray(0, 512), true) !== undefined) {
    return textOf(body);
  }
  let [high, low] = [0, 0];
  for (let at = 0; at + 1 < Math.min(body.length, 512); at += 2) {
    if (isLikely(u16(body, at))) high++;
    if (isLikely(u16(body, at, true))) low++;
  }
  return utf16(body, low === high ? little : low > high);
}

function isLikely(unit: number): boolean {
  return (unit >= 0x20 && unit < 0x7f) || unit === 0x0a || (unit >= 0x4e00 && unit < 0x9fff);
}

/** JIS X 0208 with its escapes, as ISO-2022-JP; writers that mean Shift_JIS by it use no escapes. */
function japanese(body: Uint8Array): string {
  const kept = body.subarray(0, MOST_TEXT);
  const end = kept.indexOf(0);
  const text = end < 0 ? kept : kept.subarray(0, end);
  if (text.every((byte) => byte < 0x80 && byte !== 0x1b)) return latin1(text);
  return new TextDecoder(text.includes(0x1b) ? 'iso-2022-jp' : 'shift_jis').decode(text);
}
