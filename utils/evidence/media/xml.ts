/** A start, end or empty tag. Names and values as written: prefixes not resolved, entities not decoded. */
export interface Tag {
  name: string;
  /** `</name>` */
  closes: boolean;
  /** `<name/>` */
  empty: boolean;
  attributes: [key: string, value: string][];
}

const MOST_TAGS = 20_000;
const MOST_ATTRIBUTES = 200;
const NAME_END = /[\s/<>=]/g;
/** How far JSON whose quotation marks are not encoded is looked for, in characters. */
const BARE_JSON = 4096;

/**
 * Tags and the text between them, in order; CDATA as text with its signs encoded. One pass over the text: whatever is no
 * XML is passed over. Declarations and comments are left out, and a document type with its entities is never applied.
 */
export function* readTags(text: string): Generator<Tag | string> {
  let at = 0;
  for (let count = 0; count < MOST_TAGS; count++) {
    const open = text.indexOf('<', at);
    if (open < 0) return;
    if (open > at) yield text.slice(at, open);
    if (text.startsWith('<![CDATA[', open)) {
      const close = text.indexOf(']]>', open + 9);
      const end = close < 0 ? text.length : close;
      if (end > open + 9) yield encode(text.slice(open + 9, end));
      at = end + 3;
    } else if (text.startsWith('<!--', open)) at = endOf(text, '-->', open + 4);
    else if (text[open + 1] === '?' || text[open + 1] === '!') at = endOf(text, '>', open + 2);
    else {
      const [tag, end] = readTag(text, open);
      if (tag) yield tag;
      at = end;
    }
  }
}

/** First place after `what`; the end of the text where it does not occur. */
function endOf(text: string, what: string, from: number): number {
  const found = text.indexOf(what, from);
  return found < 0 ? text.length : found + what.length;
}

function readTag(text: string, open: number): [tag: Tag | undefined, end: number] {
  const closes = text[open + 1] === '/';
  const nameStart = open + (closes ? 2 : 1);
  let at = nameEnd(text, nameStart);
  const tag: Tag = { name: text.slice(nameStart, at), closes, empty: false, attributes: [] };
  for (;;) {
    while (at < text.length && /\s/.test(text[at]!)) at++;
    if (at >= text.length) return [undefined, text.length];
    if (text[at] === '>') return [tag.name === '' ? undefined : tag, at + 1];
    if (text[at] === '<') return [undefined, at];
    if (text[at] === '/') {
      tag.empty = text[at + 1] === '>';
      at++;
      continue;
    }
    const [attribute, end] = readAttribute(text, at);
    if (attribute && tag.attributes.length < MOST_ATTRIBUTES) tag.attributes.push(attribute);
    at = end;
  }
}

function readAttribute(text: string, start: number): [[string, string] | undefined, number] {
  const keyEnd = Math.max(nameEnd(text, start), start + 1);
  let at = keyEnd;
  while (/\s/.test(text[at] ?? '')) at++;
  if (text[at] !== '=') return [undefined, keyEnd];
  at++;
  while (/\s/.test(text[at] ?? '')) at++;
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return [undefined, at];
  // Some writers put JSON between quotation marks without encoding its own.
  const bare = quote === '"' && text.startsWith('{"', at + 1);
  const close = bare ? text.slice(at, at + BARE_JSON).indexOf('}"') : -1;
  const end = close < 0 ? text.indexOf(quote, at + 1) : at + close + 1;
  if (end < 0) return [undefined, text.length];
  return [[text.slice(start, keyEnd), text.slice(at + 1, end)], end + 1];
}

function nameEnd(text: string, from: number): number {
  NAME_END.lastIndex = from;
  return NAME_END.exec(text)?.index ?? text.length;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named references and numbers; anything else stays as it is. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (all, hex, number, name) => {
      if (name !== undefined) return NAMED[name.toLowerCase()]!;
      const point = hex === undefined ? Number(number) : Number.parseInt(hex, 16);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    },
  );
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
