/** Small pieces that files are made of in tests. */

export type Part = Uint8Array | string | number | readonly Part[];

/** Bytes of numbers below 256, of strings in Latin-1, and of bytes, one after the other. */
export function pack(...parts: Part[]): Uint8Array {
  const all = parts.flatMap((part) => flatten(part));
  const packed = new Uint8Array(all.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of all) {
    packed.set(piece, at);
    at += piece.length;
  }
  return packed;
}

function flatten(part: Part): Uint8Array[] {
  if (part instanceof Uint8Array) return [part];
  if (typeof part === 'number') return [Uint8Array.of(part)];
  if (typeof part === 'string') return [Uint8Array.from(part, (sign) => sign.charCodeAt(0))];
  return part.flatMap(flatten);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 with the most significant byte first. */
export const utf16be = (text: string): Uint8Array =>
  pack(...[...Array(text.length).keys()].map((at) => big(2, text.charCodeAt(at))));

/** UTF-16 with the least significant byte first. */
export const utf16le = (text: string): Uint8Array =>
  pack(...[...Array(text.length).keys()].map((at) => little(2, text.charCodeAt(at))));

/** A number in so many bytes, the most significant first. */
export function big(width: number, value: number): Uint8Array {
  return little(width, value).reverse();
}

/** A number in so many bytes, the least significant first. */
export function little(width: number, value: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = value;
  for (let at = 0; at < width; at += 1) {
    bytes[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

export const zeros = (count: number): Uint8Array => new Uint8Array(count);

/** A label of GB 45438-2025 with invented values. */
export const LABEL = JSON.stringify({
  Label: '1',
  ContentProducer: '001191110000000000000000010000',
  ProduceID: 'invented-1',
});

/** An XMP packet with that label as an element. */
export const XMP = utf8(
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">' +
    `<TC260:AIGC>${LABEL.replaceAll('"', '&quot;')}</TC260:AIGC>` +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
);

/** A JUMBF box with nothing that could be checked. */
export const JUMBF = pack(big(4, 24), 'jumb', big(4, 16), 'jumdc2pa', zeros(4));
