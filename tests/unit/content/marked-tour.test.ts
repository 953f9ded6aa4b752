// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MarkedTour, type Standing, standingOf } from '@/entrypoints/scanner.content/marked-tour';
import type { PostKey } from '@/utils/model/post';

const key = (name: string) => `zhihu:answer:${name}` as PostKey;
const keysOf = (names: string) => [...names].map(key);
const nameOf = (each: PostKey | undefined) => each?.at(-1);

/** A page in one line: `ab[cd]ef` has c and d in the window; a name in capitals is not shown. */
function page(line: string) {
  const names = line.replace(/[[\]]/g, '').toLowerCase();
  const stands = new Map<PostKey, Standing>();
  let standing: Standing = 'before';
  for (const sign of line) {
    if (sign === '[') standing = 'inside';
    else if (sign === ']') standing = 'after';
    else stands.set(key(sign.toLowerCase()), /[A-Z]/.test(sign) ? 'nowhere' : standing);
  }
  return [keysOf(names), (each: PostKey) => stands.get(each) ?? 'nowhere'] as const;
}

describe('the first step', () => {
  test.each([
    ['goes to the first post in the window', 'ab[cd]ef', 1, 'c', undefined],
    ['goes back to the last post in the window', 'ab[cd]ef', -1, 'd', undefined],
    ['goes on below the window when it shows none', 'ab[]cd', 1, 'c', undefined],
    ['goes back above the window when it shows none', 'ab[]cd', -1, 'b', undefined],
    ['turns at the end', 'ab[]', 1, 'a', 'first'],
    ['turns at the beginning', '[]ab', -1, 'b', 'last'],
    ['passes by posts that are not shown', '[Abc]', 1, 'b', undefined],
  ] as const)('%s', (_, line, direction, expected, wrapped) => {
    const stop = new MarkedTour().step(direction, ...page(line));
    expect(nameOf(stop?.key)).toBe(expected);
    expect(stop?.wrapped).toBe(wrapped);
  });

  test('leads nowhere on a page without marks, or with none that is shown', () => {
    expect(new MarkedTour().step(1, ...page('[]'))).toBeUndefined();
    expect(new MarkedTour().step(1, ...page('[AB]'))).toBeUndefined();
  });

  test('counts among the posts that are shown', () => {
    expect(new MarkedTour().step(1, ...page('aB[c]d'))).toMatchObject({ place: 2, count: 3 });
  });
});

describe('the way', () => {
  const walk = (tour: MarkedTour, line: string, direction: 1 | -1) => {
    const stop = tour.step(direction, ...page(line));
    return `${nameOf(stop?.key)}${stop?.wrapped ? ` ${stop.wrapped}` : ''}`;
  };

  test('goes on from the post that was visited last, and turns at both ends', () => {
    const tour = new MarkedTour();
    expect(walk(tour, '[abc]', 1)).toBe('a');
    expect(walk(tour, '[abc]', 1)).toBe('b');
    expect(walk(tour, '[abc]', 1)).toBe('c');
    expect(walk(tour, '[abc]', 1)).toBe('a first');
    expect(walk(tour, '[abc]', -1)).toBe('c last');
  });

  test('does not pull a reader back who has scrolled on', () => {
    const tour = new MarkedTour();
    expect(walk(tour, '[ab]cdef', 1)).toBe('a');
    expect(walk(tour, 'abc[de]f', 1)).toBe('d');
  });

  test('goes on from a post that was opened in another way', () => {
    const tour = new MarkedTour();
    const [keys] = page('[abcd]');
    tour.visit(key('c'), keys);
    expect(walk(tour, '[abcd]', 1)).toBe('d');
  });

  test('goes on from where a post was that has lost its mark', () => {
    for (const [direction, expected] of [
      [1, 'c'],
      [-1, 'a'],
    ] as const) {
      const tour = new MarkedTour();
      const [keys] = page('[abc]');
      tour.visit(key('b'), keys);
      const stands = (each: PostKey): Standing => (each === key('b') ? 'inside' : page('[ac]')[1](each));
      expect(nameOf(tour.step(direction, keysOf('ac'), stands)?.key)).toBe(expected);
    }
  });

  test('turns when the last post has lost its mark', () => {
    const tour = new MarkedTour();
    tour.visit(key('c'), keysOf('abc'));
    const stop = tour.step(1, keysOf('ab'), () => 'inside');
    expect(stop).toEqual({ key: key('a'), place: 1, count: 2, wrapped: 'first' });
  });

  test('visits every post once on each round, whichever way', () => {
    const names = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.constantFrom(1 as const, -1 as const), (list, direction) => {
        const tour = new MarkedTour();
        const keys = list.map(key);
        const visited = list.map(() => tour.step(direction, keys, () => 'inside')!.key);
        expect(visited).toEqual(direction === 1 ? keys : keys.toReversed());
        expect(tour.step(direction, keys, () => 'inside')?.key).toBe(visited[0]);
      }),
    );
  });

  test('leads only to posts that are marked and shown, and says when it turned', () => {
    const standing = fc.constantFrom<Standing>('before', 'inside', 'after', 'nowhere');
    const step = fc.record({
      direction: fc.constantFrom(1 as const, -1 as const),
      keys: fc.uniqueArray(fc.constantFrom(...keysOf('abcdef'))),
      stands: fc.dictionary(fc.constantFrom(...keysOf('abcdef')), standing),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const tour = new MarkedTour();
        for (const { direction, keys, stands } of steps) {
          const of = (each: PostKey) => stands[each] ?? 'inside';
          const shown = keys.filter((each) => of(each) !== 'nowhere');
          const stop = tour.step(direction, keys, of);
          if (shown.length === 0) expect(stop).toBeUndefined();
          else {
            expect(stop!.key).toBe(shown[stop!.place - 1]);
            expect(stop!.count).toBe(shown.length);
            if (stop!.wrapped) expect(stop!.place).toBe(stop!.wrapped === 'first' ? 1 : shown.length);
          }
        }
      }),
    );
  });
});

describe('the post that a decision is about', () => {
  test('is the one that was visited, while it is marked and in the window', () => {
    const tour = new MarkedTour();
    expect(tour.current(...page('[ab]'))).toBeUndefined();
    tour.step(1, ...page('[ab]'));
    expect(nameOf(tour.current(...page('[ab]')))).toBe('a');
    expect(tour.current(...page('a[b]'))).toBeUndefined();
    expect(tour.current(...page('[b]'))).toBeUndefined();
  });
});

describe('a post stands', () => {
  const rect = (left: number, top: number, width = 100, height = 50) => new DOMRect(left, top, width, height);
  test.each([
    ['inside the window', rect(0, 0), 'inside'],
    ['inside when only its edge is', rect(0, -49), 'inside'],
    ['inside when it is larger than the window', rect(-10, -500, 2_000, 2_000), 'inside'],
    ['before it above', rect(0, -50), 'before'],
    ['after it below', rect(0, 600), 'after'],
    ['before it to the left', rect(-100, 0), 'before'],
    ['after it to the right', rect(800, 0), 'after'],
    ['nowhere without a box', rect(0, 0, 0, 0), 'nowhere'],
  ] as const)('%s', (_, box, expected) => {
    expect(standingOf(box, { width: 800, height: 600 })).toBe(expected);
  });
});
