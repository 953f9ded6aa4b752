import { big, type Part, pack, utf8 } from './pack';

const shortText = (text: string): Uint8Array => pack(big(2, utf8(text).length), utf8(text));

/** A value of AMF0. */
export const amf = {
  text: (text: string) => pack(2, shortText(text)),
  longText: (text: string) => pack(12, big(4, utf8(text).length), utf8(text)),
  number: () => pack(0, new Uint8Array(8)),
  yes: () => pack(1, 1),
  date: () => pack(11, new Uint8Array(10)),
  nothing: () => pack(5),
  list: (count: number, ...items: Part[]) => pack(10, big(4, count), ...items),
  object: (members: Record<string, Uint8Array>) => pack(3, membersOf(members)),
  map: (members: Record<string, Uint8Array>) =>
    pack(8, big(4, Object.keys(members).length), membersOf(members)),
};

function membersOf(members: Record<string, Uint8Array>): Uint8Array {
  return pack(...Object.entries(members).map(([key, value]) => [shortText(key), value]), 0, 0, 9);
}

/** A tag of FLV: 18 is script, 9 video. */
export function flvTag(type: number, content: Part, length = pack(content).length): Uint8Array {
  const bytes = pack(content);
  return pack(type, big(3, length), new Uint8Array(7), bytes, big(4, bytes.length + 11));
}

export const flv = (...tags: Part[]): Uint8Array => pack('FLV', 1, 5, big(4, 9), big(4, 0), ...tags);

export const script = (name: string, ...values: Part[]): Uint8Array =>
  flvTag(18, [amf.text(name), ...values]);
