import { textOf, utf16 } from './bytes';

/** What stands in a PDF file as one value. */
export type PdfValue =
  | { type: 'string'; text: string }
  | { type: 'reference'; object: number }
  | { type: 'dictionary'; members: Map<string, PdfValue> }
  | { type: 'list'; items: PdfValue[] }
  | { type: 'name'; name: string }
  | { type: 'number'; value: number }
  | { type: 'other' };

const MOST_VALUES = 4096;
const MOST_DEPTH = 8;
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values out of PDF syntax, given as Latin-1. Ends where the text is cut off or too much is nested. */
export class PdfParser {
  readonly #text: string;
  /** After the value that was read last. */
  at: number;
  #left = MOST_VALUES;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; `undefined` at the end of what holds it. */
  value(depth = 0): PdfValue | undefined {
    this.#left -= 1;
    if (this.#left < 0 || depth > MOST_DEPTH) {
      this.at = this.#text.length;
      return undefined;
    }
    this.#skipBlanks();
    const sign = this.#text[this.at];
    if (this.#text.startsWith('<<', this.at)) return this.#dictionary(depth);
    if (sign === '(') return { type: 'string', text: decoded(this.#literal()) };
    if (sign === '<') return { type: 'string', text: decoded(this.#hex()) };
    if (sign === '/') return { type: 'name', name: this.#name() };
    if (sign === '[') return this.#list(depth);
    return this.#word();
  }

  #dictionary(depth: number): PdfValue {
    this.at += 2;
    const members = new Map<string, PdfValue>();
    for (;;) {
      this.#skipBlanks();
      if (this.#text[this.at] !== '/') break;
      const key = this.#name();
      const value = this.value(depth + 1);
      if (value === undefined) break;
      members.set(key, value);
    }
    if (this.#text.startsWith('>>', this.at)) this.at += 2;
    return { type: 'dictionary', members };
  }

  #list(depth: number): PdfValue {
    this.at += 1;
    const items: PdfValue[] = [];
    for (let item = this.value(depth + 1); item; item = this.value(depth + 1)) items.push(item);
    if (this.#text[this.at] === ']') this.at += 1;
    return { type: 'list', items };
  }

  #name(): string {
    const raw = this.#match(/\/[^\s()<>[\]{}/%]*/y).slice(1);
    return raw.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #word(): PdfValue | undefined {
    const reference = /^(\d{1,10})\s{1,8}\d{1,5}\s{1,8}R(?![\w])/.exec(
      this.#text.slice(this.at, this.at + 40),
    );
    if (reference) {
      this.at += reference[0].length;
      return { type: 'reference', object: Number(reference[1]) };
    }
    const word = this.#match(/[^\s()<>[\]{}/%]+/y);
    if (word === '') return undefined;
    const value = Number(word);
    return Number.isFinite(value) ? { type: 'number', value } : { type: 'other' };
  }

  /** `(…)`: its bytes, escapes resolved. */
  #literal(): string {
    const text = this.#text;
    let [value, depth] = ['', 1];
    this.at += 1;
    while (this.at < text.length) {
      const sign = text[this.at]!;
      this.at += 1;
      if (sign === '\\') value += this.#escape();
      else if (sign === '\r') {
        if (text[this.at] === '\n') this.at += 1;
        value += '\n';
      } else {
        if (sign === '(') depth += 1;
        else if (sign === ')') depth -= 1;
        if (depth === 0) break;
        value += sign;
      }
    }
    return value;
  }

  #escape(): string {
    const octal = this.#match(/[0-7]{1,3}/y);
    if (octal !== '') return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (this.#match(/\r\n?|\n/y) !== '') return '';
    const sign = this.#text[this.at] ?? '';
    this.at += 1;
    return ESCAPES[sign] ?? sign;
  }

  #hex(): string {
    const digits = this.#match(/<[^>]*/y)
      .slice(1)
      .replace(/[^\da-f]/gi, '');
    this.at += 1;
    return digits.replace(/..?/g, (pair) => String.fromCharCode(Number.parseInt(pair.padEnd(2, '0'), 16)));
  }

  #skipBlanks(): void {
    this.#match(/(?:[\s\0]+|%[^\r\n]*)*/y);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}

/** A string of Latin-1 signs as text: UTF-16 or UTF-8 with a mark, else UTF-8 where it is that. */
function decoded(raw: string): string {
  const bytes = Uint8Array.from(raw, (sign) => sign.charCodeAt(0));
  const wide = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
  return wide ? utf16(bytes, false) : textOf(bytes);
}
