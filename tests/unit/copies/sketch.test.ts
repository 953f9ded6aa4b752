import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BINS, LEAST_WEIGHT, similarity, sketchOf } from '@/utils/copies/sketch';
import { leastSimilarity } from '@/utils/copies/sketch-table';
import { soundClasses } from '@/utils/copies/sound-classes';
import { hanText, TEXTS } from './support';

const sketch = (text: string, title = '') => {
  const made = sketchOf({ title, text });
  return made && { ...made, bins: made.bins.slice() };
};

const classes = (text: string) => String.fromCharCode(...soundClasses(text));

/** The true share of three-character pieces that two texts have in common. */
function share(one: string, other: string): number {
  const pieces = (text: string) =>
    new Set(Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3)));
  const [a, b] = [pieces(one), pieces(other)];
  return a.intersection(b).size / a.union(b).size;
}

describe('a sketch', () => {
  it('is the same for texts that sound the same', () => {
    expect(sketch('今天的菜市场里面卖的鱼特别新鲜')).toEqual(sketch('今天的菜市场，里面卖的魚 特别新鲜！🐟'));
  });

  it('has another fingerprint for each text', () => {
    fc.assert(
      fc.property(hanText(20, 40), hanText(20, 40), (one, other) => {
        fc.pre(classes(one) !== classes(other));
        expect(sketch(one)!.fingerprint).not.toBe(sketch(other)!.fingerprint);
        expect(Number.isSafeInteger(sketch(one)!.fingerprint)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['', ''],
    ['哈哈哈哈哈', ''],
    ['', '一二三四五六七八九'],
    ['138 0013 8000 139 0013 9000 137 0013 7000', ''],
    ['so good!', ''],
    ['🔥'.repeat(40), ''],
    ['哈'.repeat(40), ''],
  ])('is not made of too few words: %s %s', (text, title) => expect(sketch(text, title)).toBeUndefined());

  it('weighs a Han character as one and a letter as a quarter', () => {
    expect(sketch('这里有正好十一个汉字呀')?.weight).toBe(11);
    expect(sketch('这里有正好十个汉字呀abcd 2026')?.weight).toBe(11);
    expect(LEAST_WEIGHT).toBe(10);
  });

  it('takes the title where the text is short, and only there', () => {
    const short = '评论区告诉我你们的看法';
    expect(sketch(short, '老街的竹篮')).not.toEqual(sketch(short, '阳台的番茄'));
    expect(sketch('', '老街口卖竹篮的老人又来了')).toBeDefined();
    expect(sketch(TEXTS[0], '老街的竹篮')).toEqual(sketch(TEXTS[0], '阳台的番茄'));
  });

  it('estimates what two texts have in common', () => {
    let error = 0;
    const runs = 200;
    fc.assert(
      fc.property(
        hanText(150, 300),
        hanText(150, 300),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, other, cut) => {
          const at = Math.round(cut * one.length);
          const mixed = one.slice(0, at) + other.slice(at);
          const found = similarity(sketch(one)!.bins, 0, sketch(mixed)!.bins, 0);
          const off = Math.abs(found - share(one, mixed));
          error += off / runs;
          expect(off).toBeLessThan(0.25);
        },
      ),
      { numRuns: runs, seed: 20 },
    );
    expect(error).toBeLessThan(0.05);
  });

  it('finds unrelated texts unlike', () => {
    for (const one of TEXTS) {
      for (const other of TEXTS) {
        const found = similarity(sketch(one)!.bins, 0, sketch(other)!.bins, 0);
        if (one === other) expect(found).toBe(1);
        else expect(found).toBeLessThan(0.15);
      }
    }
  });

  it('fits its bytes', () => expect(sketch(TEXTS[0])!.bins).toHaveLength(BINS));
});

describe('how alike copies must be', () => {
  it('asks more of short texts', () => {
    expect(leastSimilarity(10)).toBe(0.78);
    expect(leastSimilarity(60)).toBeCloseTo(0.665);
    expect(leastSimilarity(500)).toBe(0.55);
  });
});
