import { big, little, type Part, pack, utf8 } from './pack';

/** Comments as FLAC, Vorbis and Opus hold them. */
export function comments(texts: readonly string[], count = texts.length): Uint8Array {
  const vendor = utf8('invented encoder');
  const all = texts.map((text) => pack(little(4, utf8(text).length), utf8(text)));
  return pack(little(4, vendor.length), vendor, little(4, count), ...all);
}

/** A block of metadata in FLAC. */
export function flacBlock(type: number, content: Part, last = false): Uint8Array {
  const bytes = pack(content);
  return pack(type | (last ? 0x80 : 0), big(3, bytes.length), bytes);
}

export const flac = (...blocks: Part[]): Uint8Array =>
  pack('fLaC', flacBlock(0, new Uint8Array(34)), ...blocks, flacBlock(1, new Uint8Array(16), true));

interface PageOptions {
  serial?: number;
  first?: boolean;
  /** It goes on with a packet of the page before. */
  continued?: boolean;
}

/** A page of Ogg with these pieces of packets; `open` leaves the last packet to the next page. */
export function page(
  packets: Uint8Array[],
  { serial = 1, first = false, continued = false }: PageOptions = {},
  open = false,
) {
  const lengths = packets.flatMap((packet, index) => {
    const whole = Array<number>(Math.floor(packet.length / 255)).fill(255);
    return open && index === packets.length - 1 ? whole : [...whole, packet.length % 255];
  });
  const flags = (continued ? 1 : 0) | (first ? 2 : 0);
  return pack(
    'OggS',
    0,
    flags,
    new Uint8Array(8),
    little(4, serial),
    new Uint8Array(8),
    lengths.length,
    lengths,
    ...packets,
  );
}

/** The pages of one packet, each with at most `most` pieces of 255 bytes. */
export function pagesOf(packet: Uint8Array, most: number, options: PageOptions = {}): Uint8Array[] {
  const pages: Uint8Array[] = [];
  for (let at = 0; at <= packet.length; at += most * 255) {
    const part = packet.subarray(at, at + most * 255);
    pages.push(page([part], { ...options, continued: at > 0 }, part.length === most * 255));
  }
  return pages;
}
