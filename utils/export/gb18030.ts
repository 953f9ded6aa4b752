/**
 * GB 18030 for old tools in China. Browsers can only decode it: the table is what their decoder makes of every code,
 * so that both agree. Building it takes about 20 ms and happens once, when a file is first written in it.
 */

const TWO_BYTES = 0x10000;
/** Linear number of the four-byte code of U+10000, and how many codes the last three bytes have. */
const SUPPLEMENT = 189_000;
const [THIRD_AND_FOURTH, LAST] = [1_260, 10];
/** Of the four-byte codes up to it, the characters of the basic plane. */
const LAST_BASIC = 39_420;
const REPLACEMENT = 0xfffd;

let table: Uint32Array | undefined;

/** Halves of surrogate pairs become U+FFFD. */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[length++] = unit;
      continue;
    }
    const point = text.codePointAt(i) ?? REPLACEMENT;
    if (point > 0xffff) i++;
    const code = point > 0xffff ? fourBytes(SUPPLEMENT + point - 0x10000) : table[point]!;
    if (code >= TWO_BYTES) {
      bytes[length++] = code >>> 24;
      bytes[length++] = (code >>> 16) & 0xff;
    }
    bytes[length++] = (code >>> 8) & 0xff;
    bytes[length++] = code & 0xff;
  }
  return bytes.slice(0, length);
}

/** Codes by character of the basic plane: two bytes where there are such, else four. */
function buildTable(): Uint32Array {
  const codes = new Uint32Array(0x10000);
  const decoder = new TextDecoder('gb18030');
  for (let number = 0; number < LAST_BASIC; number++) enter(codes, decoder, fourBytes(number));
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) enter(codes, decoder, (first << 8) | second);
  }
  codes[REPLACEMENT] = fourBytes(LAST_BASIC - 3);
  for (let unit = 0; unit < codes.length; unit++) codes[unit] ||= codes[REPLACEMENT]!;
  return codes;
}

function enter(codes: Uint32Array, decoder: TextDecoder, code: number): void {
  const bytes = [code >>> 24, (code >>> 16) & 0xff, (code >>> 8) & 0xff, code & 0xff];
  const text = decoder.decode(Uint8Array.from(code < TWO_BYTES ? bytes.slice(2) : bytes));
  if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] = code;
}

function fourBytes(number: number): number {
  const third = Math.floor(number / LAST) % 126;
  const first = 0x81 + Math.floor(number / (THIRD_AND_FOURTH * LAST));
  const second = 0x30 + (Math.floor(number / THIRD_AND_FOURTH) % 10);
  return ((first << 24) | (second << 16) | ((0x81 + third) << 8) | (0x30 + (number % LAST))) >>> 0;
}
