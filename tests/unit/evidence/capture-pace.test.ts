import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CAPTURES_A_SECOND, CapturePace } from '@/utils/evidence/capture-pace';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

describe('CapturePace', () => {
  test('lets the first ones through at once and keeps any second from holding more', async () => {
    const pace = new CapturePace();
    const at: number[] = [];
    const all = Promise.all(Array.from({ length: 7 }, () => pace.turn().then(() => at.push(Date.now()))));
    await vi.advanceTimersByTimeAsync(0);
    expect(at).toEqual(Array(CAPTURES_A_SECOND).fill(1_000_000));
    expect(pace.isFree).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    await all;
    expect(at).toHaveLength(7);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    for (let i = CAPTURES_A_SECOND; i < at.length; i++)
      expect(at[i]! - at[i - CAPTURES_A_SECOND]!).toBeGreaterThan(1_000);
  });

  test('does not hold back who comes seldom', async () => {
    const pace = new CapturePace();
    for (let i = 0; i < 5; i++) {
      const before = Date.now();
      await pace.turn();
      expect(Date.now()).toBe(before);
      await vi.advanceTimersByTimeAsync(600);
    }
    expect(pace.isFree).toBe(true);
  });

  test('is free again after a second', async () => {
    const pace = new CapturePace();
    await pace.turn();
    expect(pace.isFree).toBe(true);
    await pace.turn();
    expect(pace.isFree).toBe(false);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(pace.isFree).toBe(true);
  });
});
