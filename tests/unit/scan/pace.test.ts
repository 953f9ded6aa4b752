import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { Pace } from '@/utils/scan/pace';

let pace: Pace;
beforeEach(() => {
  pace = new Pace();
});

/** So many stretches that are felt, one after the other. */
function feel(...times: number[]): void {
  for (const at of times) pace.note(9, at);
}

describe('Pace', () => {
  test('slows down at the third stretch within ten seconds that is felt', () => {
    feel(1_000, 2_000);
    expect(pace.isSlowed(2_000)).toBe(false);
    feel(3_000);
    expect(pace.isSlowed(3_000)).toBe(true);
  });

  test('counts no stretch that nobody feels', () => {
    for (let at = 0; at < 5_000; at += 10) pace.note(8, at);
    expect(pace.isSlowed(5_000)).toBe(false);
  });

  test('counts no stretch that is ten seconds old', () => {
    feel(0, 5_000, 10_000);
    expect(pace.isSlowed(10_000)).toBe(false);
    feel(14_999);
    expect(pace.isSlowed(14_999)).toBe(true);
  });

  test('is itself again when the page was light for thirty seconds', () => {
    feel(0, 1, 2);
    expect([30_001, 30_002].map((now) => pace.isSlowed(now))).toEqual([true, false]);
  });

  test('stays slowed as long as stretches are felt often', () => {
    feel(0, 1, 2, 9_000);
    expect([38_999, 39_000].map((now) => pace.isSlowed(now))).toEqual([true, false]);
  });

  test('one stretch that is felt long after does not slow it down again', () => {
    feel(0, 1, 2, 40_000);
    expect(pace.isSlowed(40_001)).toBe(false);
  });

  test('is slowed exactly when three were felt within ten seconds, less than thirty seconds ago', () => {
    const stretch = fc.record({ ms: fc.double({ min: 0, max: 16, noNaN: true }), after: fc.nat(12_000) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 25, size: 'max' }), fc.nat(40_000), (stretches, later) => {
        const one = new Pace();
        const felt: number[] = [];
        let now = 0;
        for (const { ms, after } of stretches) {
          now += after;
          one.note(ms, now);
          if (ms > 8) felt.push(now);
        }
        now += later;
        const slowing = felt.filter((at, i) => i >= 2 && at - felt[i - 2]! < 10_000);
        expect(one.isSlowed(now)).toBe(slowing.some((at) => now - at < 30_000));
      }),
    );
  });
});
