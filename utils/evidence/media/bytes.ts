/** Numbers and text out of bytes; past the end they give 0 and '', so lengths are checked by who asks. */

/** The most text that one statement keeps, in bytes and in characters. */
export const MOST_TEXT = 64 * 1024;

export function u16(bytes: Uint8Array, at: number, little = false): number {
  const [a, b] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return little ? a | (b << 8) : (a << 8) | b;
}

export function u32(bytes: Uint8Array, at: number, little = false): number {
  return little
    ? u16(bytes, at, true) + u16(bytes, at + 2, true) * 0x10000
    : u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
}

/** Loses precision over 2^53, where no length can be true anyhow. */
export function u64(bytes: Uint8Array, at: number, little = false): number {
  return little
    ? u32(bytes, at, true) + u32(bytes, at + 4, true) * 0x1_0000_0000
    : u32(bytes, at) * 0x1_0000_0000 + u32(bytes, at + 4);
}

/** Bytes as Latin-1, one character each: for magic words and names of boxes, and for finding words among bytes. */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  const last = Math.min(end, bytes.length);
  let text = '';
  for (let at = start; at < last; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, last)));
  }
  return text;
}

/** Whether the bytes from `at` on are the characters of a Latin-1 word. */
export function isAt(bytes: Uint8Array, word: string, at = 0): boolean {
  if (at < 0 || at + word.length > bytes.length) return false;
  for (let index = 0; index < word.length; index++) {
    if (bytes[at + index] !== word.charCodeAt(index)) return false;
  }
  return true;
}

/** Where a Latin-1 word begins, from `from` on; -1 when it does not occur. */
export function find(bytes: Uint8Array, word: string, from = 0): number {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (isAt(bytes, word, at)) return at;
  }
  return -1;
}

/** Text up to the first NUL: UTF-8 where it is that, else Latin-1. */
export function textOf(bytes: Uint8Array): string {
  const kept = bytes.subarray(0, MOST_TEXT);
  const nul = kept.indexOf(0);
  const text = nul < 0 ? kept : kept.subarray(0, nul);
  return utf8Of(text, nul < 0 && bytes.length >= MOST_TEXT) ?? latin1(text);
}

const STRICT = new TextDecoder('utf-8', { fatal: true });

/** Bytes as UTF-8, `undefined` for those that are none; where they are cut, the end of a character may be missing. */
export function utf8Of(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    // A decoder that waits for the end of a character cannot be used again.
    return isCut
      ? new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
      : STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}

/** UTF-16 up to its first NUL; a byte order mark outranks `little`. */
export function utf16(bytes: Uint8Array, little: boolean): string {
  const mark = u16(bytes, 0);
  const order = mark === 0xfffe ? true : mark === 0xfeff ? false : little;
  const text = new TextDecoder(order ? 'utf-16le' : 'utf-16be').decode(bytes.subarray(0, MOST_TEXT));
  const nul = text.indexOf('\0');
  return nul < 0 ? text : text.slice(0, nul);
}
