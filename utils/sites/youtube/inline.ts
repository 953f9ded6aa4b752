import { parseState } from '../inline-state';
import { unescapeString } from '../unescape';

/** Names of the page's state objects; older pages write `window["…"]`, the mobile page a string of escapes. */
const ASSIGNED = /\b(ytInitialPlayerResponse|ytInitialData)["']?\]?\s*=\s*(?:JSON\.parse\(\s*)?(?=[{'"])/g;
const LITERAL = /'([^'\\]*(?:\\.[^'\\]*)*)'|"([^"\\]*(?:\\.[^"\\]*)*)"/sy;

/** The state objects that an inline script assigns, in its order; what cannot be parsed is left out. */
export function stateObjects(source: string): { name: string; value: unknown }[] {
  return [...source.matchAll(ASSIGNED)].flatMap(({ 0: whole, 1: name = '', index }) => {
    const start = index + whole.length;
    const value = parseState(source[start] === '{' ? source.slice(start) : stringAt(source, start));
    return value === undefined ? [] : [{ name, value }];
  });
}

function stringAt(source: string, start: number): string {
  LITERAL.lastIndex = start;
  const [, single, double] = LITERAL.exec(source) ?? [];
  return unescapeString(single ?? double ?? '');
}
