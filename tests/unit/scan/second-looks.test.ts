import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AGAIN_MS, SecondLooks } from '@/utils/scan/second-looks';

let look: ReturnType<typeof vi.fn<() => void>>;
let looks: SecondLooks;
beforeEach(() => {
  vi.useFakeTimers();
  look = vi.fn<() => void>();
  looks = new SecondLooks(look);
});
afterEach(() => vi.useRealTimers());

describe('SecondLooks', () => {
  test('looks again a while after a page was seen on its way, once however often that was', () => {
    for (let i = 0; i < 5; i++) looks.consider(true);
    vi.advanceTimersByTime(AGAIN_MS - 1);
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(look).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10 * AGAIN_MS);
    expect(look).toHaveBeenCalledOnce();
  });

  test('does not look again at a page that is what it will be', () => {
    looks.consider(false);
    vi.advanceTimersByTime(AGAIN_MS);
    expect(look).not.toHaveBeenCalled();
  });

  test('gives up after thirty looks, until the page has been whole', () => {
    look.mockImplementation(() => looks.consider(true));
    looks.consider(true);
    vi.advanceTimersByTime(100 * AGAIN_MS);
    expect(look).toHaveBeenCalledTimes(30);
    looks.consider(true);
    vi.advanceTimersByTime(AGAIN_MS);
    expect(look).toHaveBeenCalledTimes(30);
    looks.consider(false);
    looks.consider(true);
    vi.advanceTimersByTime(AGAIN_MS);
    expect(look).toHaveBeenCalledTimes(31);
  });

  test('looks no more when it was cancelled', () => {
    looks.consider(true);
    looks.cancel();
    vi.advanceTimersByTime(10 * AGAIN_MS);
    expect(look).not.toHaveBeenCalled();
  });
});
