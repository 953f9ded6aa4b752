import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packAddresses } from '@/utils/handover/pack-addresses';

const A = 'https://www.douyin.com/video/1';
const LONG = `https://www.douyin.com/video/2?from=${'x'.repeat(80)}`;
const B = 'https://www.douyin.com/video/3';

describe('addresses for one field', () => {
  test('stand one per line, whole and as they are', () => {
    const tracked = `${A}?utm_source=share&t=1`;
    expect(packAddresses([tracked, B], 500)).toEqual({ packed: `${tracked}\n${B}`, left: [] });
    expect(packAddresses([], 500)).toEqual({ packed: '', left: [] });
    expect(packAddresses([A, LONG]).packed).toBe(`${A}\n${LONG}`);
  });

  test('a long one does not keep shorter ones out', () => {
    expect(packAddresses([A, LONG, B], A.length + B.length + 1)).toEqual({
      packed: `${A}\n${B}`,
      left: [LONG],
    });
  });

  test('the first goes before all others; where it is too long itself, the others have the room', () => {
    expect(packAddresses([LONG, A, B], LONG.length + 5)).toEqual({ packed: LONG, left: [A, B] });
    expect(packAddresses([LONG, A, B], 70)).toEqual({ packed: `${A}\n${B}`, left: [LONG] });
  });

  test('the line break counts', () => {
    expect(packAddresses([A, B], A.length + B.length).left).toEqual([B]);
  });

  test('never over the limit, nothing lost, nothing that would still fit left, order kept', () => {
    const url = fc.nat({ max: 120 }).map((length) => `https://www.douyin.com/video/${'7'.repeat(length)}`);
    fc.assert(
      fc.property(fc.array(url, { maxLength: 30 }), fc.integer({ min: 0, max: 600 }), (urls, limit) => {
        const { packed, left } = packAddresses(urls, limit);
        const taken = packed ? packed.split('\n') : [];
        expect(packed.length).toBeLessThanOrEqual(limit);
        expect([...taken, ...left].sort()).toEqual([...urls].sort());
        const room = limit - packed.length - (taken.length > 0 ? 1 : 0);
        for (const each of left) expect(each.length).toBeGreaterThan(room);
        let from = 0;
        for (const each of taken) {
          from = urls.indexOf(each, from) + 1;
          expect(from).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('takes as many as any choice that holds the first one could', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 40, max: 200 }),
        (lengths, limit) => {
          const urls = lengths.map((length) => 'x'.repeat(length + 1));
          const best = Math.max(
            ...subsets(urls)
              .filter((each) => each.join('\n').length <= limit)
              .map((each) => each.length),
          );
          expect(packAddresses(urls, limit).packed.split('\n')).toHaveLength(best);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Those that hold the first member, which is what a hand-over is about. */
function subsets(urls: readonly string[]): string[][] {
  return Array.from({ length: 2 ** (urls.length - 1) }, (_, bits) =>
    urls.filter((_url, i) => i === 0 || bits & (2 ** (i - 1))),
  );
}
