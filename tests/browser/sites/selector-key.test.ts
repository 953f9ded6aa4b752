import { describe, expect, test } from 'vitest';
import { sites } from '@/utils/sites';
import { queryAll, queryFirst } from '@/utils/sites/query';
import { keysOf } from '@/utils/sites/selector-key';
import { pageFixtures } from '../../support/page-fixtures';

describe('keysOf', () => {
  test.each([
    ['.tag', undefined],
    ['a.tag', undefined],
    ['a.tag:hover', ['.tag']],
    ['.text > a.tag:not(.x, .y)', ['.tag']],
    ['.card #title', ['#title']],
    ['.line time', ['time']],
    ['a, .b c', ['a', 'c']],
    ['li:has(> .x, .y)', ['li']],
    ['[class*="a, b) .c"] p', ['p']],
    ["section[data-x='>']", undefined],
    ['.a+.b~i', ['i']],
    ['[data-id]', undefined],
    [':is(.a, .b)', undefined],
    ['*', undefined],
    ['.a\\:b', undefined],
    [':scope > p', undefined],
    ['a, [data-id]', undefined],
  ])('%s is looked for by %j', (selector, keys) => {
    expect(keysOf(selector)).toEqual(keys);
  });
});

/** Every selector that some definition asks of a post or a page. */
const selectors = [
  ...new Set(
    sites
      .flatMap(({ shapes }) => shapes)
      .flatMap((shape) => [
        shape.root,
        ...Object.values(shape)
          .filter(Array.isArray)
          .flat()
          .map(
            (candidate: { css?: string; place?: string; element?: string }) =>
              candidate.css ?? candidate.place ?? candidate.element,
          ),
      ]),
  ),
].filter((css): css is string => typeof css === 'string' && !css.includes('>>>'));

describe('a quick search', () => {
  test.each(pageFixtures.map((fixture) => [fixture.name, fixture] as const))(
    'on %s finds what the browser finds',
    (_, { load }) => {
      const document = load();
      const scopes = [
        document,
        ...document.querySelectorAll('article, section, li, [class*="card"], [class*="item"]'),
      ];
      for (const selector of selectors) {
        for (const scope of scopes.slice(0, 12)) {
          expect(queryFirst(scope, selector), selector).toBe(scope.querySelector(selector));
        }
        expect([...queryAll(document, selector)], selector).toEqual([...document.querySelectorAll(selector)]);
      }
    },
  );
});
