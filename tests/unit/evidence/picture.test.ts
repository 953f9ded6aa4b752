import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SIDE, type PicturePlan, planPicture, roundedOut, type Size } from '@/utils/evidence/picture';
import type { Box, PictureFrame } from '@/utils/model/picture';

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height });
const frame = (parts: Partial<PictureFrame> = {}): PictureFrame => ({
  window: { width: 1000, height: 800 },
  post: box(100, 50, 400, 300),
  others: [],
  ...parts,
});

describe('planPicture', () => {
  test('keeps the box of the post and nothing around it', () => {
    expect(planPicture(frame(), { width: 1000, height: 800 })).toEqual({
      crop: box(100, 50, 400, 300),
      masks: [],
      size: { width: 400, height: 300 },
    });
  });

  test('counts in the pixels of the picture, not in those of the page', () => {
    const others = [box(200, 150, 100, 50)];
    const plan = planPicture(frame({ others }), { width: 2500, height: 2000 });
    expect(plan).toEqual({
      crop: box(250, 125, 1000, 750),
      masks: [box(250, 250, 250, 125)],
      size: { width: 1000, height: 750 },
    });
  });

  test('rounds the crop inward and the masks outward', () => {
    const post = box(10.4, 10.4, 100.2, 100.2);
    const plan = planPicture(frame({ post, others: [box(20.6, 20.6, 10.2, 10.2)] }), {
      width: 1000,
      height: 800,
    });
    expect(plan).toMatchObject({ crop: box(11, 11, 99, 99), masks: [box(9, 9, 11, 11)] });
  });

  test('keeps the visible part of a post that is larger than the window', () => {
    const post = box(-50, -900, 1100, 4000);
    expect(planPicture(frame({ post }), { width: 1000, height: 800 })?.crop).toEqual(box(0, 0, 1000, 800));
  });

  test('scales a large picture down to its longest side', () => {
    const post = box(0, 0, 1000, 400);
    expect(planPicture(frame({ post }), { width: 4000, height: 3200 })?.size).toEqual({
      width: MAX_SIDE,
      height: 640,
    });
  });

  test.each([
    ['a post beside the window', { post: box(1200, 0, 100, 100) }],
    ['a post above the window', { post: box(0, -300, 100, 200) }],
    ['a post without a size', { post: box(10, 10, 0, 10) }],
    ['less than a pixel', { post: box(10.2, 10.2, 0.5, 0.5) }],
    ['a window of another shape', { window: { width: 1000, height: 400 } }],
    ['a window without a size', { window: { width: 0, height: 0 } }],
  ])('makes no picture of %s', (_, parts) => {
    expect(planPicture(frame(parts), { width: 1000, height: 800 })).toBeUndefined();
  });
});

/** Windows at all zooms and pixel ratios: what the page calls its size is rounded, the picture is not scaled evenly. */
const scenes = fc
  .record({
    width: fc.integer({ min: 200, max: 3000 }),
    height: fc.integer({ min: 200, max: 2000 }),
    ratio: fc.constantFrom(0.3, 0.5, 0.67, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.625, 3, 4.5),
    post: anyBox(),
    others: fc.array(anyBox(), { maxLength: 8 }),
  })
  .map(({ width, height, ratio, post, others }) => ({
    frame: { window: { width, height }, post, others },
    shot: { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) },
  }));

function anyBox(): fc.Arbitrary<Box> {
  const place = fc.integer({ min: -100_000, max: 200_000 }).map((value) => value / 77);
  const length = fc.integer({ min: 0, max: 300_000 }).map((value) => value / 77);
  return fc.record({ x: place, y: place, width: length, height: length });
}

function checked(check: (plan: PicturePlan, frame: PictureFrame, shot: Size) => void) {
  let plans = 0;
  fc.assert(
    fc.property(scenes, ({ frame: framed, shot }) => {
      const plan = planPicture(framed, shot);
      if (!plan) return;
      plans++;
      check(plan, framed, shot);
    }),
    { numRuns: 500 },
  );
  expect(plans).toBeGreaterThan(100);
}

const isWhole = ({ x, y, width, height }: Box) => [x, y, width, height].every(Number.isInteger);
const isInside = ({ x, y, width, height }: Box, around: Size) =>
  x >= 0 && y >= 0 && width >= 1 && height >= 1 && x + width <= around.width && y + height <= around.height;

describe('any plan', () => {
  test('stays in the picture of the window, in whole pixels', () => {
    checked(({ crop, masks }, _, shot) => {
      expect(isWhole(crop) && isInside(crop, shot)).toBe(true);
      for (const mask of masks) expect(isWhole(mask) && isInside(mask, crop)).toBe(true);
    });
  });

  test('keeps no pixel that is not wholly inside the box of the post', () => {
    checked(({ crop }, { window, post }, shot) => {
      const [x, y] = [shot.width / window.width, shot.height / window.height];
      expect(crop.x).toBeGreaterThanOrEqual(post.x * x);
      expect(crop.y).toBeGreaterThanOrEqual(post.y * y);
      expect(crop.x + crop.width).toBeLessThanOrEqual((post.x + post.width) * x);
      expect(crop.y + crop.height).toBeLessThanOrEqual((post.y + post.height) * y);
    });
  });

  test('blacks out every pixel that another post touches', () => {
    checked(({ crop, masks }, { window, others }, shot) => {
      const scale = { x: shot.width / window.width, y: shot.height / window.height };
      for (const other of others) {
        const touched = {
          left: Math.max(crop.x, Math.floor(other.x * scale.x)),
          top: Math.max(crop.y, Math.floor(other.y * scale.y)),
          right: Math.min(crop.x + crop.width, Math.ceil((other.x + other.width) * scale.x)),
          bottom: Math.min(crop.y + crop.height, Math.ceil((other.y + other.height) * scale.y)),
        };
        if (touched.right <= touched.left || touched.bottom <= touched.top) continue;
        const covering = masks.some(
          (mask) =>
            crop.x + mask.x <= touched.left &&
            crop.y + mask.y <= touched.top &&
            crop.x + mask.x + mask.width >= touched.right &&
            crop.y + mask.y + mask.height >= touched.bottom,
        );
        expect(covering).toBe(true);
      }
    });
  });

  test('never enlarges, and stays within the longest side in the same shape', () => {
    checked(({ crop, size }) => {
      expect(size.width).toBeLessThanOrEqual(crop.width);
      expect(size.height).toBeLessThanOrEqual(crop.height);
      expect(Math.max(size.width, size.height)).toBe(Math.min(MAX_SIDE, Math.max(crop.width, crop.height)));
      const scale = Math.max(size.width, size.height) / Math.max(crop.width, crop.height);
      expect(Math.abs(size.width - crop.width * scale)).toBeLessThan(1);
      expect(Math.abs(size.height - crop.height * scale)).toBeLessThan(1);
    });
  });
});

describe('roundedOut', () => {
  test('is undefined for a box that only touches the picture', () => {
    expect(roundedOut(box(-10, 0, 10, 10), { width: 50, height: 50 })).toBeUndefined();
    expect(roundedOut(box(50, 0, 10, 10), { width: 50, height: 50 })).toBeUndefined();
  });
});
