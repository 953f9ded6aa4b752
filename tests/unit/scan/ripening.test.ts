import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Place } from '@/utils/scan/page-index';
import { RIPE_MS } from '@/utils/scan/ripeness';
import { Ripening } from '@/utils/scan/ripening';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const unripe = [{}] as Place[];

test('posts that were read too early are read again, each time after a while', () => {
  const readAgain = vi.fn();
  const ripening = new Ripening(readAgain);
  ripening.await(unripe);
  for (const [times, after] of RIPE_MS.entries()) {
    vi.advanceTimersByTime(after - 1 - (RIPE_MS[times - 1] ?? 0));
    expect(readAgain).toHaveBeenCalledTimes(times);
    vi.advanceTimersByTime(1);
    expect(readAgain).toHaveBeenLastCalledWith(unripe);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test('none of them waits for nothing, nor after the end', () => {
  const readAgain = vi.fn();
  const ripening = new Ripening(readAgain);
  ripening.await([]);
  expect(vi.getTimerCount()).toBe(0);
  ripening.await(unripe);
  vi.advanceTimersByTime(RIPE_MS[0]);
  ripening.cancel();
  vi.advanceTimersByTime(10_000);
  expect(readAgain).toHaveBeenCalledOnce();
});
