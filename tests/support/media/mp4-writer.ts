import { big, type Part, pack, utf8 } from './pack';

export function box(type: string, ...content: Part[]): Uint8Array {
  const bytes = pack(...content);
  return pack(big(4, bytes.length + 8), type, bytes);
}

/** A box with version and flags. */
export const fullBox = (type: string, ...content: Part[]): Uint8Array => box(type, big(4, 0), ...content);

export const uuidBox = (uuid: string, ...content: Part[]): Uint8Array =>
  box(
    'uuid',
    Uint8Array.from(uuid.match(/../g)!, (pair) => Number.parseInt(pair, 16)),
    ...content,
  );

export const FTYP = box('ftyp', 'isom', big(4, 512), 'isommp42');
export const mdat = (length: number): Uint8Array => box('mdat', new Uint8Array(length));
export const moov = (...content: Part[]): Uint8Array =>
  box('moov', fullBox('mvhd', new Uint8Array(96)), ...content);
/** A track with a table of so many bytes. */
export const trak = (length: number): Uint8Array => box('trak', fullBox('stsz', new Uint8Array(length)));

export const handler = (type: string): Uint8Array => fullBox('hdlr', big(4, 0), type, new Uint8Array(13));

/** A value: 1 is UTF-8, 2 UTF-16, 13 a picture, 21 a number. */
export const data = (value: Part, type = 1): Uint8Array => box('data', big(4, type), big(4, 0), value);

export function keys(names: readonly string[], count = names.length): Uint8Array {
  const all = names.map((name) => pack(big(4, utf8(name).length + 8), 'mdta', utf8(name)));
  return fullBox('keys', big(4, count), ...all);
}

/** `keys` and `ilst` of QuickTime, in that order. */
export function keyedList(pairs: Record<string, string>): Uint8Array {
  const items = Object.values(pairs).map((value, index) => rawBox(big(4, index + 1), data(utf8(value))));
  return pack(handler('mdta'), keys(Object.keys(pairs)), box('ilst', ...items));
}

/** A box whose type is a number. */
export function rawBox(type: Uint8Array, content: Part): Uint8Array {
  const bytes = pack(content);
  return pack(big(4, bytes.length + 8), type, bytes);
}
