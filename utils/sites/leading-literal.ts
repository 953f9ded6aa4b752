/** Strings are matched whole, so that nothing inside them counts. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;

/**
 * The text of the JSON object or array that a source begins with; code behind it is left out. `undefined` when the
 * source begins with neither, or it has no end.
 */
export function leadingLiteral(source: string): string | undefined {
  if (!/^[{[]/.test(source)) return undefined;
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKENS)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth === 0) return source.slice(0, index + 1);
  }
  return undefined;
}
