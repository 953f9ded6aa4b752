import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxBetween, MIN_SIDE, middleBox, moved, sized } from '@/utils/evidence/mask-box';
import type { Box } from '@/utils/model/picture';

const picture = { width: 400, height: 200 };

describe('a box drawn by hand', () => {
  test('begins in the middle with a quarter of each side', () => {
    expect(middleBox(picture)).toEqual({ x: 150, y: 75, width: 100, height: 50 });
  });

  test('lies between two corners, whichever way they were drawn', () => {
    const box = { x: 10, y: 20, width: 30, height: 40 };
    expect(boxBetween({ x: 10, y: 20 }, { x: 40, y: 60 }, picture)).toEqual(box);
    expect(boxBetween({ x: 40, y: 20 }, { x: 10, y: 60 }, picture)).toEqual(box);
  });

  test('ends at the edge of the picture when it is drawn beyond', () => {
    expect(boxBetween({ x: 390, y: 190 }, { x: 900, y: -50 }, picture)).toEqual({
      x: 390,
      y: 0,
      width: 10,
      height: 190,
    });
  });

  test('moves as far as the edge and keeps its size', () => {
    const box = middleBox(picture);
    expect(moved(box, 10, -10, picture)).toEqual({ ...box, x: 160, y: 65 });
    expect(moved(box, 1000, 1000, picture)).toEqual({ ...box, x: 300, y: 150 });
    expect(moved(box, -1000, -1000, picture)).toEqual({ ...box, x: 0, y: 0 });
  });

  test('grows as far as the edge, shrinks as far as can be seen, and keeps its place', () => {
    const box = middleBox(picture);
    expect(sized(box, 20, -5, picture)).toEqual({ ...box, width: 120, height: 45 });
    expect(sized(box, 1000, 1000, picture)).toEqual({ ...box, width: 250, height: 125 });
    expect(sized(box, -1000, -1000, picture)).toEqual({ ...box, width: MIN_SIDE, height: MIN_SIDE });
  });

  test('stays in the picture and keeps a size, whatever is done with it', () => {
    const step = fc.record({
      way: fc.constantFrom(moved, sized),
      dx: fc.integer({ min: -500, max: 500 }),
      dy: fc.integer({ min: -500, max: 500 }),
    });
    const size = fc.record({
      width: fc.integer({ min: 1, max: 1600 }),
      height: fc.integer({ min: 1, max: 1600 }),
    });
    fc.assert(
      fc.property(size, fc.array(step, { maxLength: 30 }), (whole, steps) => {
        const end = steps.reduce<Box>((box, { way, dx, dy }) => way(box, dx, dy, whole), middleBox(whole));
        expect(end.x).toBeGreaterThanOrEqual(0);
        expect(end.y).toBeGreaterThanOrEqual(0);
        expect(end.x + end.width).toBeLessThanOrEqual(whole.width);
        expect(end.y + end.height).toBeLessThanOrEqual(whole.height);
        expect(end.width).toBeGreaterThanOrEqual(Math.min(MIN_SIDE, whole.width));
        expect(end.height).toBeGreaterThanOrEqual(Math.min(MIN_SIDE, whole.height));
      }),
    );
  });
});
