import { type Box, boxes } from './bmff';
import { latin1, MOST_TEXT, u16, u32, u64 } from './bytes';
import type { Cursor } from './cursor';

/** One thing that a HEIF file keeps: a picture, or what is said of it (ISO/IEC 14496-12, 8.11). */
export interface Item {
  id: number;
  /** Four characters: `hvc1`, `Exif`, `mime`. */
  type: string;
  /** Of an item of type `mime`. */
  contentType?: string;
  /** Pieces, in bytes from the start of the file; length 0 means to the end of the file. */
  extents: { start: number; length: number }[];
}

const MOST_ITEMS = 4096;
const MOST_EXTENTS = 16;

/** The items of a `meta` box with their places; those whose place is not told are left out. */
export async function readItems(file: Cursor, meta: Box): Promise<Item[]> {
  let infos: Uint8Array | undefined;
  let places: Uint8Array | undefined;
  let data = 0;
  for await (const { type, body, end } of boxes(file, meta.body + 4, meta.end)) {
    const all = () => file.bytes(body, Math.min(end - body, MOST_TEXT));
    if (type === 'iinf') infos = await all();
    else if (type === 'iloc') places = await all();
    else if (type === 'idat') data = body;
  }
  if (!infos || !places) return [];
  const located = readPlaces(places, data);
  return readInfos(infos).flatMap((info) => {
    const extents = located.get(info.id);
    return extents ? [{ ...info, extents }] : [];
  });
}

/** `iinf`: how many, then an `infe` box for each. Versions of it below 2 know no types. */
function readInfos(bytes: Uint8Array): Omit<Item, 'extents'>[] {
  const items: Omit<Item, 'extents'>[] = [];
  let at = bytes[0] === 0 ? 6 : 8;
  for (let count = 0; count < MOST_ITEMS && at + 20 <= bytes.length; count++) {
    const length = u32(bytes, at);
    if (length < 12) break;
    const entry = bytes.subarray(at, at + length);
    const version = entry[8];
    if (version === 2 || version === 3) items.push(readInfo(entry, version === 3 ? 2 : 0));
    at += length;
  }
  return items;
}

/** `wide` bytes more stand before the type when the id has four bytes. */
function readInfo(entry: Uint8Array, wide: 0 | 2): Omit<Item, 'extents'> {
  const id = wide ? u32(entry, 12) : u16(entry, 12);
  const type = latin1(entry, 16 + wide, 20 + wide);
  const name = entry.indexOf(0, 20 + wide);
  const content = type === 'mime' && name > 0 ? entry.indexOf(0, name + 1) : -1;
  return content < 0
    ? { id, type }
    : { id, type, contentType: latin1(entry, name + 1, content).slice(0, 128) };
}

/** `iloc`: places of items by id. `data` is where the contents of the `idat` box begin. */
function readPlaces(bytes: Uint8Array, data: number): Map<number, Item['extents']> {
  const version = bytes[0]!;
  const [offsetSize, lengthSize] = [bytes[4]! >> 4, bytes[4]! & 15];
  const [baseSize, indexSize] = [bytes[5]! >> 4, version > 0 ? bytes[5]! & 15 : 0];
  const located = new Map<number, Item['extents']>();
  let at = 6;
  const take = (size: number) => {
    const value = size === 8 ? u64(bytes, at) : size === 4 ? u32(bytes, at) : size === 2 ? u16(bytes, at) : 0;
    at += size;
    return value;
  };
  const count = take(version < 2 ? 2 : 4);
  for (let item = 0; item < Math.min(count, MOST_ITEMS) && at < bytes.length; item++) {
    const id = take(version < 2 ? 2 : 4);
    const method = version > 0 ? take(2) & 15 : 0;
    take(2);
    const base = take(baseSize);
    const extents: Item['extents'] = [];
    const pieces = take(2);
    for (let piece = 0; piece < pieces && at < bytes.length; piece++) {
      take(indexSize);
      const start = base + take(offsetSize) + (method === 1 ? data : 0);
      const length = take(lengthSize);
      if (extents.length < MOST_EXTENTS) extents.push({ start, length });
    }
    if (method < 2 && at <= bytes.length) located.set(id, extents);
  }
  return located;
}

/** The first `most` bytes of an item, its pieces joined. */
export async function readItemBytes(file: Cursor, item: Item, most: number): Promise<Uint8Array> {
  const joined = new Uint8Array(most);
  let length = 0;
  for (const extent of item.extents) {
    if (length >= most) break;
    const wanted = extent.length === 0 ? most : extent.length;
    const bytes = await file.bytes(extent.start, Math.min(wanted, most - length));
    joined.set(bytes, length);
    length += bytes.length;
  }
  return joined.subarray(0, length);
}
