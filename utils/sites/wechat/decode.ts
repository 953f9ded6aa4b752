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

/** Decodes the entities that the site's own `htmlDecode` and `String.prototype.html` know. */
export function decodeEntities(text: string): string {
  return ENTITIES.reduce((decoded, [entity, character]) => decoded.replace(entity, character), text);
}

/** The second decoding that the page's `JsDecode` does, for values that were escaped twice. */
export function jsDecode(text: string): string {
  return text.replace(/\\x(5c|0d|22|26|27|3c|3e|0a)/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
