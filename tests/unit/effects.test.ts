import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What must be done before a reader can act on what was painted (docs/decisions/0037-effects-before-paint.md). */
const TOO_LATE = /\.focus\(|addEventListener\(/;
/** Go to what the address names: while a page loads, browsers go there themselves and take the focus away again. */
const AFTER_LOADING = ['entrypoints/campaigns/App.tsx', 'entrypoints/options/MediaSites.tsx'];

/** The text of each call of `useEffect`, from its opening parenthesis to its closing one. */
function effectsIn(source: string): string[] {
  return [...source.matchAll(/\buseEffect\(/g)].map(({ index }) => {
    let depth = 0;
    for (let at = source.indexOf('(', index); at < source.length; at++) {
      if (source[at] === '(') depth++;
      if (source[at] === ')' && --depth === 0) return source.slice(index, at + 1);
    }
    throw new Error(`No end of the effect at ${index}`);
  });
}

describe('effects that come after painting', () => {
  const files = globSync('{components,entrypoints,utils}/**/*.{ts,tsx}').sort();

  test('are found whole', () => {
    expect(
      effectsIn('useEffect(() => list.map((each) => each), []); useLayoutEffect(() => a.focus());'),
    ).toEqual(['useEffect(() => list.map((each) => each), [])']);
    expect(files.flatMap((file) => effectsIn(readFileSync(file, 'utf8'))).length).toBeGreaterThan(10);
  });

  test('neither move the focus nor add listeners', () => {
    const late = files.filter((file) =>
      effectsIn(readFileSync(file, 'utf8')).some((effect) => TOO_LATE.test(effect)),
    );
    expect(late, 'useLayoutEffect, please: docs/decisions/0037-effects-before-paint.md').toEqual(
      AFTER_LOADING,
    );
  });
});
