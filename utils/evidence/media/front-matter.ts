/** A value of YAML in front of a text: what the key `AIGC` says, in the forms that files show. */

const KEY = /^([ \t]*)(["']?)(aigc)\2[ \t]*:[ \t]*(.*)$/i;
const PAIR = /^[ \t]+(["']?)([A-Za-z]\w*)\1[ \t]*:(?:[ \t]+(.*)|)$/;
const OPENING = /^\ufeff?---[ \t]*\r?\n/;
const MOST_FIELDS = 32;
/** Of lines that look like the key. */
const MOST_KEYS = 4;

/** The lines between `---` and `---` at the start of a text; `undefined` where it does not start so or never ends. */
export function frontMatter(text: string): string[] | undefined {
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  const lines = text.slice(opening[0].length).split(/\r?\n/);
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  return end < 0 ? undefined : lines.slice(0, end);
}

/**
 * The key as written and its value: a mapping becomes one line of JSON, text stays as it is. `undefined` where the lines
 * have no such key.
 */
export function aigcIn(lines: string[]): { key: string; value: string } | undefined {
  const json = asJson(lines.join('\n').trim());
  if (json) {
    const key = Object.keys(json).find((each) => each.toLowerCase() === 'aigc');
    return key === undefined ? undefined : { key, value: textOfValue(json[key]) };
  }
  const places = lines.flatMap((line, index) => (KEY.test(line) ? [index] : []));
  for (const index of places.slice(0, MOST_KEYS)) {
    const found = KEY.exec(lines[index]!)!;
    const inner = indented(lines, index + 1, found[1]!.length);
    const value = readValue(found[4]!.trim(), inner);
    if (value !== '') return { key: found[3]!, value };
  }
  return undefined;
}

/** The lines that stand further in than the key they belong to. */
function indented(lines: string[], from: number, depth: number): string[] {
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => line.trim() !== '' && /^[ \t]*/.exec(line)![0].length <= depth);
  return end < 0 ? rest : rest.slice(0, end);
}

function readValue(first: string, inner: string[]): string {
  if (first === '' || first.startsWith('#')) return mapping(inner);
  if (first.startsWith('{')) return flowMapping([first, ...inner].join('\n'));
  if (/^[|>][-+\d]*(?:[ \t]#.*)?$/.test(first))
    return inner
      .map((line) => line.trim())
      .join('\n')
      .trim();
  return scalar([first, ...inner.map((line) => line.trim())].join(' '));
}

function mapping(lines: string[]): string {
  const fields: [string, string][] = [];
  for (const line of lines) {
    const pair = PAIR.exec(line);
    if (pair && fields.length < MOST_FIELDS) fields.push([pair[2]!, scalar(pair[3] ?? '')]);
  }
  if (fields.length === 0) return flowMapping(lines.join('\n').trim());
  return JSON.stringify(Object.fromEntries(fields));
}

/** `{…}` as JSON, or as YAML allows it without quotation marks; '' where it is neither. */
function flowMapping(text: string): string {
  const json = asJson(text);
  if (json) return JSON.stringify(json);
  if (!text.startsWith('{')) return '';
  const fields: [string, string][] = [];
  for (const part of text.replace(/^\{|\}\s*$/g, '').split(',')) {
    const colon = part.indexOf(':');
    const key = scalar(part.slice(0, Math.max(0, colon)));
    if (/^[A-Za-z]\w*$/.test(key) && fields.length < MOST_FIELDS)
      fields.push([key, scalar(part.slice(colon + 1))]);
  }
  return fields.length === 0 ? '' : JSON.stringify(Object.fromEntries(fields));
}

/** Plain or in quotation marks; a comment after it is left out. */
function scalar(raw: string): string {
  const text = raw.trim();
  if (text.startsWith("'"))
    return (/^'((?:[^']|'')*)'/.exec(text)?.[1] ?? text.slice(1)).replaceAll("''", "'");
  if (text.startsWith('"')) {
    const quoted = /^"((?:[^"\\]|\\.)*)"/.exec(text);
    return quoted ? unescaped(quoted[1]!) : text.slice(1);
  }
  const comment = text.search(/(?:^|[ \t])#/);
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}

function unescaped(text: string): string {
  return text.replace(/\\(u[\da-f]{4}|.)/gi, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return { n: '\n', t: '\t', r: '\r', 0: '\0' }[sign] ?? sign;
  });
}

function asJson(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{') || !text.endsWith('}')) return undefined;
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function textOfValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
