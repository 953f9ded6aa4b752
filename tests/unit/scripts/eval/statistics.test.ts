import { describe, expect, test } from 'vitest';
import { atLeast, atMost, share } from '@/scripts/eval/statistics';

describe('share', () => {
  // Newcombe (1998), Statistics in Medicine 17, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('%i of %i has the published interval', (hits, n, low, high) => {
    const measured = share(hits, n);
    expect(measured.rate).toBeCloseTo(hits / n, 12);
    expect(measured.low).toBeCloseTo(low, 4);
    expect(measured.high).toBeCloseTo(high, 4);
  });

  test('nothing counted has no rate and meets no target', () => {
    const nothing = share(0, 0);
    expect(nothing).toEqual({ hits: 0, n: 0, rate: null, low: null, high: null });
    expect(atMost(nothing, 1)).toBe('no data');
    expect(atLeast(nothing, 0)).toBe('no data');
  });

  test('a target that is just reached is met', () => {
    expect(atMost(share(1, 100), 0.01)).toBe('met');
    expect(atMost(share(2, 100), 0.01)).toBe('missed');
    expect(atLeast(share(60, 100), 0.6)).toBe('met');
    expect(atLeast(share(59, 100), 0.6)).toBe('missed');
  });
});
