import { MAX_TEXT } from './readable-text';

/** Same lists as for elements (readable-text.ts), so that an answer's HTML and its rendering read alike. */
const SKIPPED = new Set('script style noscript template svg button textarea select'.split(' '));
const BREAKING = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const ENTITIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    middot: '·',
    bull: '•',
    times: '×',
    divide: '÷',
    deg: '°',
    copy: '©',
    reg: '®',
    trade: '™',
    yen: '¥',
    laquo: '«',
    raquo: '»',
  }),
);

/**
 * HTML as readable plain text without a DOM: white space folded, one line break between blocks. For reading only;
 * the result is text and must never be inserted as HTML. Runs in time linear to the input, whatever stands in it.
 */
export function htmlToText(html: string): string {
  const input = html.slice(0, MAX_TEXT * 4);
  const parts: string[] = [];
  let at = 0;
  while (at < input.length) {
    const open = input.indexOf('<', at);
    if (open < 0) {
      parts.push(decodeEntities(input.slice(at)));
      break;
    }
    parts.push(decodeEntities(input.slice(at, open)));
    const name = /^<\/?([a-z][^\s/>]*)/i.exec(input.slice(open, open + 40))?.[1]?.toLowerCase();
    if (name) {
      at = endOfTag(input, open);
      if (BREAKING.has(name)) parts.push('\n');
      if (SKIPPED.has(name) && input[open + 1] !== '/') at = endOfElement(input, at, name);
    } else if (/^<[!?/]/.test(input.slice(open, open + 2))) {
      at = after(input, input.startsWith('<!--', open) ? '-->' : '>', open);
    } else {
      parts.push('<');
      at = open + 1;
    }
  }
  return fold(parts);
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));?/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES.get(name) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
      ? String.fromCodePoint(code)
      : '';
  });
}

/** Position after the tag's `>`; one inside a quoted attribute value does not end it. */
function endOfTag(input: string, open: number): number {
  let quote = '';
  for (let at = open + 1; at < input.length; at++) {
    const char = input[at];
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if ((char === '"' || char === "'") && /[=\s]/.test(input[at - 1] ?? '')) quote = char;
  }
  return input.length;
}

function endOfElement(input: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const found = close.exec(input);
  return found ? endOfTag(input, found.index) : input.length;
}

function after(input: string, mark: string, from: number): number {
  const found = input.indexOf(mark, from);
  return found < 0 ? input.length : found + mark.length;
}

/** Line breaks of the source are spaces to a reader; only the parts that are exactly one break stand for blocks. */
function fold(parts: readonly string[]): string {
  let line = '';
  const lines: string[] = [];
  for (const part of parts) {
    if (part !== '\n') line += part;
    else {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line]
    .map((text) => text.replace(/[\s\u200b]+/g, (gap) => (/\s/.test(gap) ? ' ' : '')).trim())
    .filter(Boolean)
    .join('\n')
    .slice(0, MAX_TEXT);
}
