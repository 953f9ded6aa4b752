import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeCard, SHEET_WIDTH } from '@/entrypoints/scanner.content/card-place';

const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const WINDOW = { width: 1280, height: 800 };

describe('where a card is placed', () => {
  test.each([
    ['right of a post, level with its badge', box(100, 60, 400, 500), { left: 512, top: 80 }],
    ['left of a post at the right edge', box(800, 60, 400, 500), { left: 408, top: 80 }],
    ['below a wide post at the top', box(20, 0, 1240, 200), { left: 440, top: 212 }],
    ['above a wide post at the foot', box(20, 600, 1240, 190), { left: 440, top: 28 }],
    ['over the side of one that fills the window', box(0, 0, 1280, 800), { left: 888, top: 80 }],
  ])('%s', (_, post, expected) => {
    const badge = { left: 440, top: 80, right: 500, bottom: 104 };
    expect(placeCard(WINDOW, post, badge)).toEqual(expected);
  });

  test('at the right edge for a post that is not shown', () => {
    expect(placeCard(WINDOW)).toEqual({ left: 888, top: 12 });
  });

  test('as a sheet on a narrow window', () => {
    expect(placeCard({ width: 390, height: 844 }, box(0, 0, 390, 300))).toBe('sheet');
    expect(placeCard({ width: SHEET_WIDTH + 1, height: 844 }, box(0, 0, 390, 300))).not.toBe('sheet');
  });

  const length = (min: number, max: number) => fc.integer({ min, max });
  const window = fc.record({ width: length(SHEET_WIDTH + 1, 3000), height: length(200, 2000) });
  const post = fc
    .tuple(length(-2000, 4000), length(-2000, 4000), length(1, 3000), length(1, 3000))
    .map(([x, y, width, height]) => box(x, y, width, height));
  /** The card at its largest. */
  const cardAt = (place: { left: number; top: number }, { height }: { height: number }) =>
    box(place.left, place.top, 380, Math.min(560, height - 24));

  test('always inside the window', () => {
    fc.assert(
      fc.property(window, post, post, (size, around, badge) => {
        const place = placeCard(size, around, badge) as { left: number; top: number };
        const card = cardAt(place, size);
        expect(Math.min(card.left, card.top)).toBeGreaterThanOrEqual(12);
        expect(card.right).toBeLessThanOrEqual(size.width - 12);
        expect(card.bottom).toBeLessThanOrEqual(size.height - 12);
      }),
    );
  });

  test('never over the post where there is room beside, below or above it', () => {
    fc.assert(
      fc.property(window, post, post, (size, around, badge) => {
        const height = Math.min(560, size.height - 24);
        const room = [
          size.width - 12 - (around.right + 12) >= 380,
          around.left - 12 - 12 >= 380,
          size.height - 12 - (around.bottom + 12) >= height,
          around.top - 12 - 12 >= height,
        ];
        const card = cardAt(placeCard(size, around, badge) as { left: number; top: number }, size);
        const apart =
          card.right <= around.left ||
          card.left >= around.right ||
          card.bottom <= around.top ||
          card.top >= around.bottom;
        if (room.some(Boolean)) expect(apart).toBe(true);
      }),
    );
  });
});
