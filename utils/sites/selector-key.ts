/** By selector; the definitions of a site hold a few hundred. */
const known = new Map<string, readonly string[] | null>();

/**
 * For each selector of a list one class, id or tag that every element it selects has: `.tag` for `.text > a.tag:not(.x)`.
 * `undefined` where that cannot be told, and where it saves nothing: a browser finds elements by what they are by
 * themselves (`a.tag[href]`) as quickly as by one name, and by those around them several times as slowly (Chromium 156).
 */
export function keysOf(selector: string): readonly string[] | undefined {
  let keys = known.get(selector);
  if (keys === undefined) {
    keys = readKeys(selector) ?? null;
    known.set(selector, keys);
  }
  return keys ?? undefined;
}

function readKeys(selector: string): readonly string[] | undefined {
  // Escapes need a parser; `:scope` is the element that is asked, not the one that is searched.
  if (/\\|:scope/.test(selector)) return undefined;
  const outside = withoutBrackets(selector.trim());
  if (!/[\s>+~:,]/.test(outside)) return undefined;
  const keys: string[] = [];
  for (const part of outside.split(',')) {
    const compound =
      part
        .trim()
        .split(/[\s>+~]+/)
        .at(-1) ?? '';
    const key = keyOf(compound.replace(/:[\w-]+/g, ''));
    if (!key) return undefined;
    keys.push(key);
  }
  return [...new Set(keys)];
}

function keyOf(compound: string): string | undefined {
  return (/\.[\w-]+/.exec(compound) ?? /#[\w-]+/.exec(compound) ?? /^[a-z][\w-]*/i.exec(compound))?.[0];
}

/** What stands in brackets is said of others, or of attributes; of these the bracket stays. */
function withoutBrackets(selector: string): string {
  let outside = '';
  let depth = 0;
  let quote = '';
  for (const char of selector) {
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '(' || char === '[') {
      // An attribute alone makes a selector too.
      if (char === '[' && depth === 0) outside += '[';
      depth++;
    } else if (char === ')' || char === ']') depth--;
    else if (depth === 0) outside += char;
  }
  return outside;
}
