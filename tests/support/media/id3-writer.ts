import { big, type Part, pack } from './pack';

/** A number in four bytes of seven bits. */
export const syncsafe = (value: number): Uint8Array =>
  Uint8Array.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127);

interface FrameOptions {
  /** Second byte of flags. */
  flags?: number;
  /** Instead of the true one. */
  length?: Uint8Array;
}

/** A frame of ID3v2.2, 2.3 or 2.4. */
export function frame(
  version: 2 | 3 | 4,
  id: string,
  content: Part,
  { flags = 0, length }: FrameOptions = {},
): Uint8Array {
  const bytes = pack(content);
  if (version === 2) return pack(id, length ?? big(3, bytes.length), bytes);
  const told = length ?? (version === 3 ? big(4, bytes.length) : syncsafe(bytes.length));
  return pack(id, told, 0, flags, bytes);
}

interface TagOptions {
  flags?: number;
  padding?: number;
}

export function id3(
  version: 2 | 3 | 4,
  frames: Part[],
  { flags = 0, padding = 0 }: TagOptions = {},
): Uint8Array {
  const body = pack(...frames, new Uint8Array(padding));
  return pack('ID3', version, 0, flags, syncsafe(body.length), body);
}

/** With a zero byte after every 0xFF, as a tag for old players has it. */
export function unsynchronised(bytes: Uint8Array): Uint8Array {
  return pack(...Array.from(bytes, (byte) => (byte === 0xff ? [0xff, 0] : byte)));
}

/** A free text field. */
export const userText = (version: 2 | 3 | 4, name: string, value: string): Uint8Array =>
  frame(version, version === 2 ? 'TXX' : 'TXXX', [0, name, 0, value]);

/** Two frames of sound in MPEG-1 layer III, which nothing here decodes. */
export const SOUND = pack(
  0xff,
  0xfb,
  0x90,
  0x00,
  new Uint8Array(413),
  0xff,
  0xfb,
  0x90,
  0x00,
  new Uint8Array(413),
);
