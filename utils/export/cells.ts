/**
 * How several values stand in one cell so that they can be read back. People read and edit these cells: plain values
 * stand as they are, and only what could be misread is written as a JSON string. Half a surrogate pair, which no file
 * can hold, becomes U+FFFD before anything is looked at.
 */

/** Something that stands between two items, or that JSON strings begin with. */
const UNSAFE = /[;"\r\n\t]|^\s|\s$/;
/** What follows a backslash in JSON. */
const ESCAPED = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/;
const UNSAFE_WORD = /[\s;"]/;

/** `a; b; "c; d"`. Empty items and repetitions are left out. */
export function joinList(items: readonly string[]): string {
  return joinAll([...new Set(items.map((item) => item.toWellFormed()))].filter((item) => item !== ''));
}

/** The same with every item, for lists that go beside each other; an empty item alone is an empty cell. */
export function joinAll(items: readonly string[]): string {
  if (items.length === 1 && items[0] === '') return '';
  return items
    .map((item) => (item === '' || UNSAFE.test(item) ? quoted(item) : item.toWellFormed()))
    .join('; ');
}

/** `#a #b "#c d"`, each once. */
export function joinTags(tags: readonly string[]): string {
  const words = tags.filter((tag) => tag !== '').map((tag) => word(`#${tag}`));
  return [...new Set(words)].join(' ');
}

/** Reads {@link joinList} and {@link joinAll}; items that a person has added need no quotes. */
export function splitList(cell: string): string[] {
  const items: string[] = [];
  let at = 0;
  while (at < cell.length) {
    const start = skipSpace(cell, at);
    const string = stringAt(cell, start);
    const end = nextOf(cell, ';', string ? string.end : start);
    if (string && cell.slice(string.end, end).trim() === '') items.push(string.text);
    else items.push(cell.slice(start, end).trim());
    at = end + 1;
  }
  return items.length > 1 ? items : items.filter((item) => item !== '');
}

/** Reads {@link joinTags}. */
export function splitTags(cell: string): string[] {
  const tags: string[] = [];
  for (let at = skipSpace(cell, 0); at < cell.length; at = skipSpace(cell, at)) {
    const read = readWord(cell, at);
    tags.push(read.text.replace(/^#/, ''));
    at = read.end;
  }
  return tags.filter((tag) => tag !== '');
}

/** A value without spaces as it is, any other as a JSON string: so that other values can follow after a space. */
export function word(text: string): string {
  return text === '' || UNSAFE_WORD.test(text) ? quoted(text) : text.toWellFormed();
}

/** Reads one {@link word}; `end` is behind it. */
export function readWord(cell: string, at: number): { text: string; end: number } {
  const string = stringAt(cell, at);
  if (string) return string;
  const rest = /\s|$/g;
  rest.lastIndex = at;
  const end = rest.exec(cell)?.index ?? cell.length;
  return { text: cell.slice(at, end), end };
}

export function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed());
}

/**
 * A JSON string that begins at this very place; quotes that a person has put there for themselves mostly are none.
 * Looked through by hand: a list of a hundred thousand such quotes would be as many exceptions of `JSON.parse`.
 */
export function stringAt(cell: string, at: number): { text: string; end: number } | undefined {
  if (cell[at] !== '"') return undefined;
  for (let end = at + 1; end < cell.length; end++) {
    if (cell[end] === '"') return { text: JSON.parse(cell.slice(at, end + 1)) as string, end: end + 1 };
    if (cell[end]! < ' ') return undefined;
    if (cell[end] !== '\\') continue;
    end++;
    if (!ESCAPED.test(cell.slice(end, end + 5))) return undefined;
  }
  return undefined;
}

function nextOf(cell: string, sign: string, from: number): number {
  const at = cell.indexOf(sign, from);
  return at < 0 ? cell.length : at;
}

function skipSpace(cell: string, from: number): number {
  let at = from;
  while (at < cell.length && /\s/.test(cell[at]!)) at++;
  return at;
}
