/** The decodings that WeChat's own scripts apply to the values they hold. */

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/<br\s*\/?\s*>/g, '\n'],
  [/&#39;/g, "'"],
  [/&nbsp;/g, ' '],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;/g, '"'],
  [/&yen;/g, '¥'],
  [/&amp;/g, '&'],
];
const ESCAPES: Record<string, string> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** Decodes the entities that the site's own `htmlDecode` and `String.prototype.html` know. */
export function decodeEntities(text: string): string {
  return ENTITIES.reduce((decoded, [entity, character]) => decoded.replace(entity, character), text);
}

/** What a JavaScript string literal stands for. */
export function unescapeString(raw: string): string {
  return raw.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|\r?\n|([\s\S]))/gi,
    (_, hex: string | undefined, unicode: string | undefined, single: string | undefined) => {
      const code = hex ?? unicode;
      if (code) return String.fromCharCode(Number.parseInt(code, 16));
      return single === undefined ? '' : (ESCAPES[single] ?? single);
    },
  );
}

/** The second decoding that the page's `JsDecode` does, for values that were escaped twice. */
export function jsDecode(text: string): string {
  return text.replace(/\\x(5c|0d|22|26|27|3c|3e|0a)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
