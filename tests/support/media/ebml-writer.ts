import { big, type Part, pack, utf8 } from './pack';

/** An element of EBML; its size in eight bytes, so that places do not depend on it. */
export function element(id: number, ...content: Part[]): Uint8Array {
  const bytes = pack(...content);
  return pack(idBytes(id), 0x01, big(7, bytes.length), bytes);
}

/** An element whose size the file leaves open. */
export const openElement = (id: number, ...content: Part[]): Uint8Array =>
  pack(idBytes(id), 0x01, new Uint8Array(7).fill(0xff), ...content);

export function idBytes(id: number): Uint8Array {
  return big(id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1, id);
}

export const HEAD = element(0x1a45dfa3, element(0x4282, 'matroska'));
export const segment = (...content: Part[]): Uint8Array => element(0x18538067, ...content);
export const cluster = (length: number): Uint8Array => element(0x1f43b675, new Uint8Array(length));
export const tags = (...simple: Part[]): Uint8Array => element(0x1254c367, element(0x7373, ...simple));
export const simpleTag = (name: string, value: string, ...inner: Part[]): Uint8Array =>
  element(0x67c8, element(0x45a3, utf8(name)), element(0x4487, utf8(value)), ...inner);

/** An index with the places of elements, in bytes after the start of the segment's contents. */
export const seekHead = (...places: [id: number, position: number][]): Uint8Array =>
  element(
    0x114d9b74,
    ...places.map(([id, at]) => element(0x4dbb, element(0x53ab, idBytes(id)), element(0x53ac, big(8, at)))),
  );
