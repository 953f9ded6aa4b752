import { describe, expect, test } from 'vitest';
import { keysOf } from '@/utils/sites/selector-key';

describe('the names that every element has which a selector selects', () => {
  test.each([
    ['.a p', ['p']],
    ['.text > a.tag:not(.x)', ['.tag']],
    ['#list .card#first', ['.card']],
    ['.a section#note', ['#note']],
    ['ul + li:nth-child(2)', ['li']],
    ['.a a[href*="/p/, .x"]', ['a']],
    ['.a .x, .b > .x', ['.x']],
    ['.a, p:has(> .b, .c)', ['.a', 'p']],
    [':is(.a, .b).c', ['.c']],
    ["a[title='(']:hover", ['a']],
  ])('%s: %j', (selector, keys) => {
    expect(keysOf(selector)).toEqual(keys);
    // What was told once is told again.
    expect(keysOf(selector)).toBe(keysOf(selector));
  });

  test.each(['p', 'a.tag[href*=" > "]', 'section#note'])(
    'says nothing that saves anything of %s',
    (selector) => {
      expect(keysOf(selector)).toBeUndefined();
    },
  );

  test.each(['*', '.a *', '[href]', ':is(a, b)', '.a, [href]', ':scope > p', '.a\\:b', ''])(
    'cannot be told of %s',
    (selector) => {
      expect(keysOf(selector)).toBeUndefined();
    },
  );
});
