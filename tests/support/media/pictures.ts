import { box } from './mp4-writer';
import { big, little, type Part, pack, utf8, zeros } from './pack';
import { chunk } from './riff-writer';

/** Writers of the smallest files of each kind that say something; nothing in them is a picture. */

export const segment = (marker: number, ...parts: Part[]) => {
  const body = pack(...parts);
  return pack([0xff, marker], big(2, body.length + 2), body);
};
export const exifSegment = (tiff: Uint8Array) => segment(0xe1, 'Exif\0\0', tiff);
export const xmpSegment = (packet: string) => segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', utf8(packet));

/** A piece of a JUMBF box whose whole length is `length`. */
export const jumbfSegment = (length: number, sequence: number, body: Uint8Array) =>
  segment(0xeb, 'JP', big(2, 1), big(4, sequence), big(4, length), 'jumb', body);

export const jpeg = (...segments: Uint8Array[]) =>
  pack([0xff, 0xd8], segment(0xe0, 'JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]), ...segments, scan());
const scan = () => pack(segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 3, 4], [0xff, 0xd9]);

export const pngChunk = (type: string, ...parts: Part[]) => {
  const body = pack(...parts);
  return pack(big(4, body.length), type, body, big(4, 0));
};
export const png = (...chunks: Uint8Array[]) =>
  pack('\x89PNG\r\n\x1a\n', pngChunk('IHDR', zeros(13)), ...chunks, pngChunk('IEND'));
export const idat = (length: number) => pngChunk('IDAT', zeros(length));
export const pngText = (keyword: string, text: string) => pngChunk('tEXt', keyword, [0], utf8(text));
export const pngItxt = (keyword: string, text: string) =>
  pngChunk('iTXt', keyword, [0, 0, 0, 0, 0], utf8(text));

export async function deflated(data: Uint8Array): Promise<Uint8Array> {
  const stream = new Response(new Uint8Array(data)).body!.pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export interface Field {
  tag: number;
  type?: number;
  value: Part;
  /** Of the value, when the field lies about it. */
  count?: number;
  at?: number;
}

/** TIFF data with one directory, and one for EXIF where `inner` has fields. Values stand behind both. */
export function tiff(fields: Field[], inner: Field[] = [], { low = true } = {}): Uint8Array {
  const order = low ? little : big;
  const n16 = (value: number) => order(2, value);
  const n32 = (value: number) => order(4, value);
  const all = inner.length > 0 ? [...fields, { tag: 0x8769, type: 4, value: [] }] : fields;
  const sizeOf = (count: number) => 2 + count * 12 + 4;
  const innerAt = 8 + sizeOf(all.length);
  let valueAt = innerAt + (inner.length > 0 ? sizeOf(inner.length) : 0);
  const values: Uint8Array[] = [];
  const entry = ({ tag, type = 2, value, count, at }: Field) => {
    if (tag === 0x8769) return pack(n16(tag), n16(4), n32(1), n32(at ?? innerAt));
    const body = pack(value);
    const told = n32(count ?? body.length);
    if (body.length <= 4 && at === undefined) {
      return pack(n16(tag), n16(type), told, body, zeros(4 - body.length));
    }
    const place = at ?? valueAt;
    values.push(body);
    valueAt += body.length;
    return pack(n16(tag), n16(type), told, n32(place));
  };
  const directory = (entries: Field[]) => pack(n16(entries.length), ...entries.map(entry), n32(0));
  const first = directory(all);
  const second = inner.length > 0 ? directory(inner) : pack();
  return pack(low ? 'II' : 'MM', n16(42), n32(8), first, second, ...values);
}

export const webp = (...chunks: Uint8Array[]) => {
  const body = pack('WEBP', chunk('VP8X', zeros(10)), ...chunks);
  return pack('RIFF', little(4, body.length), body);
};

export const subBlocks = (data: Uint8Array) => {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += 255) {
    const block = data.subarray(at, at + 255);
    blocks.push(pack([block.length], block));
  }
  return pack(...blocks, [0]);
};
export const gifComment = (text: string) => pack([0x21, 0xfe], subBlocks(utf8(text)));
export const gifPacket = (packet: string) =>
  pack([0x21, 0xff, 11], 'XMP DataXMP', utf8(packet), [1], countdown(), [0]);
const countdown = () => Uint8Array.from({ length: 256 }, (_, at) => 255 - at);
export const gifImage = (length: number) =>
  pack([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2], subBlocks(zeros(length)));
export const gif = (...blocks: Uint8Array[]) =>
  pack('GIF89a', little(2, 1), little(2, 1), [0x80, 0, 0, 0, 0, 0, 255, 255, 255], ...blocks, [0x3b]);

export const fullBox = (type: string, version: number, ...parts: Part[]) =>
  box(type, [version, 0, 0, 0], ...parts);

export interface HeifItem {
  type: string;
  contentType?: string;
  body: Uint8Array;
}

/** A HEIF file whose items stand behind the `meta` box, after `gap` bytes of picture. */
export function heif(
  items: HeifItem[],
  { brand = 'heic', gap = 0, after = [] as Uint8Array[] } = {},
): Uint8Array {
  const head = box('ftyp', brand, big(4, 0), 'mif1');
  const infos = items.map(({ type, contentType }, index) =>
    fullBox('infe', 2, big(2, index + 1), big(2, 0), type, [0], contentType ? `${contentType}\0` : ''),
  );
  const meta = (places: number[]) => {
    const extents = items.map(({ body }, index) =>
      pack(big(2, index + 1), big(2, 0), big(2, 1), big(4, places[index]!), big(4, body.length)),
    );
    return fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, big(4, 0), 'pict', zeros(13)),
      fullBox('iinf', 0, big(2, items.length), ...infos),
      fullBox('iloc', 0, [0x44, 0x00], big(2, items.length), ...extents),
    );
  };
  let at = head.length + meta(items.map(() => 0)).length + 8 + gap;
  const places = items.map(({ body }) => {
    at += body.length;
    return at - body.length;
  });
  const data = box('mdat', zeros(gap), ...items.map(({ body }) => body));
  return pack(head, meta(places), data, ...after);
}

/** What an Exif item holds: where its TIFF data begin, then those. */
export const exifItem = (data: Uint8Array): HeifItem => ({
  type: 'Exif',
  body: pack(big(4, 6), 'Exif\0\0', data),
});
export const xmpItem = (packet: string): HeifItem => ({
  type: 'mime',
  contentType: 'application/rdf+xml',
  body: utf8(packet),
});
