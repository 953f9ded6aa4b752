import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenOf, type Move, moveTo, orderOf, placeFor } from '@/components/exchange/column-order';

const ALL = ['a', 'b', 'c', 'd', 'e', 'f'];
const chosen = fc.shuffledSubarray(ALL);

describe('the list of columns', () => {
  test('begins with the chosen ones in their order; the rest follows', () => {
    expect(orderOf(ALL, ['d', 'b'])).toEqual(['d', 'b', 'a', 'c', 'e', 'f']);
  });

  test('stays as it is while it says the same as the choice', () => {
    const last = ['d', 'a', 'b', 'c', 'e', 'f'];
    expect(orderOf(ALL, ['d', 'b'], last)).toBe(last);
    expect(orderOf(ALL, ['b', 'd'], last)).toEqual(['b', 'd', 'a', 'c', 'e', 'f']);
    expect(orderOf([...ALL, 'g'], ['d', 'b'], last)).toContain('g');
  });

  test('always has every column once, and the choice in its order', () => {
    fc.assert(
      fc.property(chosen, fc.shuffledSubarray(ALL, { minLength: ALL.length }), (some, last) => {
        const order = orderOf(ALL, some, last);
        expect([...order].sort()).toEqual(ALL);
        expect(chosenOf(order, new Set(some))).toEqual(some);
      }),
    );
  });
});

describe('moving a column', () => {
  test('passes over columns that are not chosen, and stops at the ends', () => {
    expect(placeFor(['a', 'c', 'f'], 'c', 'up')).toBe('a');
    expect(placeFor(['a', 'c', 'f'], 'c', 'last')).toBe('f');
    expect(placeFor(['a', 'c', 'f'], 'a', 'up')).toBeUndefined();
    expect(placeFor(['a', 'c', 'f'], 'a', 'first')).toBeUndefined();
    expect(placeFor(['a', 'c', 'f'], 'f', 'down')).toBeUndefined();
    expect(moveTo(ALL, 'f', 'b')).toEqual(['a', 'f', 'b', 'c', 'd', 'e']);
    expect(moveTo(ALL, 'b', 'f')).toEqual(['a', 'c', 'd', 'e', 'f', 'b']);
    expect(moveTo(ALL, 'x', 'b')).toBe(ALL);
  });

  test('changes the place of this one alone, by one step or to an end', () => {
    const moves = fc.constantFrom<Move>('up', 'down', 'first', 'last');
    const some = fc.shuffledSubarray(ALL, { minLength: 1 });
    fc.assert(
      fc.property(some, moves, fc.nat(), (choice, move, pick) => {
        const id = choice[pick % choice.length]!;
        const order = orderOf(ALL, choice);
        const at = placeFor(choice, id, move);
        const next = chosenOf(at ? moveTo(order, id, at) : order, new Set(choice));
        const others = (list: readonly string[]) => list.filter((each) => each !== id);
        expect(others(next)).toEqual(others(choice));
        const [from, last] = [choice.indexOf(id), choice.length - 1];
        const to = { up: Math.max(0, from - 1), down: Math.min(last, from + 1), first: 0, last }[move];
        expect(next.indexOf(id)).toBe(to);
      }),
    );
  });
});
