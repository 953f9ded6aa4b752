import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Box,
  boxAt,
  candidates,
  contains,
  cornerOf,
  freePlaces,
  type Ground,
  overlaps,
  type Place,
} from '@/utils/highlight/placement';

const size = fc.record({
  width: fc.integer({ min: 24, max: 200 }),
  height: fc.integer({ min: 24, max: 32 }),
});
const post = fc
  .record({
    left: fc.integer({ min: -2_000, max: 2_000 }),
    top: fc.integer({ min: -2_000, max: 2_000 }),
    width: fc.integer({ min: 1, max: 2_000 }),
    height: fc.integer({ min: 1, max: 5_000 }),
  })
  .map(({ left, top, width, height }): Box => ({ left, top, right: left + width, bottom: top + height }));

const POST: Box = { left: 100, top: 100, right: 400, bottom: 300 };
const SIZE = { width: 90, height: 26 };
const FREE: Ground = { kind: 'free', text: 0 };
const TAKEN: Ground = { kind: 'taken' };

const nameOf = ({ block, inline, outside, slide }: Place) =>
  `${outside ? 'beside ' : ''}${block} ${inline}${slide ? ` +${slide}` : ''}`;
const order = (groundAt: (place: string) => Ground) =>
  freePlaces(POST, SIZE, (_, each) => groundAt(nameOf(each))).map(({ place }) => nameOf(place));
const choose = (groundAt: (place: string) => Ground) => order(groundAt)[0];

describe('candidates', () => {
  test('are the corners, then the upper edge, then above and below', () => {
    const names = candidates({ ...POST, right: 250 }, SIZE).map(({ place }) => nameOf(place));
    expect(names).toEqual([
      'top right',
      'top left',
      'bottom right',
      'bottom left',
      'top right +16',
      'top right +32',
      'top right +48',
      'beside top right',
      'beside top left',
      'beside bottom right',
      'beside bottom left',
    ]);
  });

  test('never cost less than those before them, but for text', () => {
    fc.assert(
      fc.property(post, size, (at, badge) => {
        const outer = candidates(at, badge).filter(({ place }) => place.outside);
        const inner = candidates(at, badge).filter(({ place }) => !place.outside);
        for (const one of inner) for (const other of outer) expect(one.cost).toBeLessThan(other.cost);
      }),
    );
  });

  test('inside lie in the post, those beside it touch nothing of it', () => {
    fc.assert(
      fc.property(post, size, (at, badge) => {
        for (const { place } of candidates(at, badge)) {
          const box = boxAt(place, at, badge);
          expect(place.outside ? overlaps(box, at) : !contains(at, box), nameOf(place)).toBe(false);
          expect([box.right - box.left, box.bottom - box.top]).toEqual([badge.width, badge.height]);
        }
      }),
    );
  });

  test('of a post that is too small lie all beside it', () => {
    const small = { left: 0, top: 0, right: 60, bottom: 20 };
    expect(candidates(small, SIZE).every(({ place }) => place.outside)).toBe(true);
  });

  test('are few enough to be looked at, however wide the post', () => {
    fc.assert(
      fc.property(post, size, (at, badge) => {
        expect(candidates(at, badge).length).toBeLessThan(25);
      }),
    );
  });
});

describe('freePlaces', () => {
  test('are all places where nothing is in the way, each with its rectangle, the cheapest first', () => {
    const all = candidates(POST, SIZE).toSorted((a, b) => a.cost - b.cost);
    expect(order(() => FREE)).toEqual(all.map(({ place }) => nameOf(place)));
    for (const { place, box } of freePlaces(POST, SIZE, () => FREE)) {
      expect(box).toEqual(boxAt(place, POST, SIZE));
    }
  });

  test.each([
    [['top right'], 'top left'],
    [['top right', 'top left'], 'bottom right'],
    [['top right', 'top left', 'bottom right'], 'bottom left'],
    [['top right', 'top left', 'bottom right', 'bottom left'], 'top right +16'],
  ])('with %j in use takes %s', (taken, expected) => {
    expect(choose((name) => (taken.includes(name) ? TAKEN : FREE))).toBe(expected);
  });

  test('takes a later corner rather than one that is written on', () => {
    expect(choose((name) => (name === 'top right' ? { kind: 'free', text: 0.4 } : FREE))).toBe('top left');
  });

  test('keeps the first corner when only a little of it is written on', () => {
    expect(choose((name) => (name === 'top right' ? { kind: 'free', text: 0.05 } : FREE))).toBe('top right');
  });

  test('leaves a post that is written on all over', () => {
    expect(choose((name) => ({ kind: 'free', text: name.startsWith('beside') ? 0 : 1 }))).toBe(
      'beside top right',
    );
  });

  test('hold every free place and no other', () => {
    fc.assert(
      fc.property(post, size, fc.array(fc.nat(30), { maxLength: 30 }), (at, badge, blocked) => {
        const all = candidates(at, badge).map(({ place }) => nameOf(place));
        const taken = new Set(blocked.map((n) => all[n]));
        const free = freePlaces(at, badge, (_, each) => (taken.has(nameOf(each)) ? TAKEN : FREE));
        expect(free.map(({ place }) => nameOf(place)).toSorted()).toEqual(
          all.filter((name) => !taken.has(name)).toSorted(),
        );
      }),
    );
  });
});

describe('cornerOf', () => {
  test('is the part of the post that a badge beside it belongs to', () => {
    fc.assert(
      fc.property(post, size, (at, badge) => {
        for (const { place } of candidates(at, badge)) {
          const corner = cornerOf(at, place);
          expect(contains(at, corner)).toBe(true);
          expect(corner[place.block]).toBe(at[place.block]);
          expect(corner[place.inline]).toBe(at[place.inline]);
        }
      }),
    );
  });
});

describe('overlaps and contains', () => {
  test('boxes that only touch do not overlap', () => {
    expect(overlaps(POST, { left: 400, top: 100, right: 500, bottom: 300 })).toBe(false);
    expect(overlaps(POST, { left: 399, top: 299, right: 500, bottom: 400 })).toBe(true);
  });

  test('a box may stick out by the slack', () => {
    const wider = { ...POST, right: POST.right + 2 };
    expect([contains(POST, wider), contains(POST, wider, 2), contains(POST, wider, 1)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
