import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SearchTimer } from '@/utils/scan/search-timer';

let search: ReturnType<typeof vi.fn<() => void>>;
let timer: SearchTimer;

beforeEach(() => {
  vi.useFakeTimers();
  search = vi.fn<() => void>();
  timer = new SearchTimer(search);
});
afterEach(() => vi.useRealTimers());

/** A page that changes every so many milliseconds. */
function changeEvery(ms: number, times: number): void {
  for (let i = 0; i < times; i++) {
    timer.soon();
    vi.advanceTimersByTime(ms);
  }
}

describe('SearchTimer', () => {
  test('searches when the page has rested for 200 milliseconds', () => {
    timer.soon();
    vi.advanceTimersByTime(199);
    expect(search).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(search).toHaveBeenCalledOnce();
  });

  test('answers many changes with one search', () => {
    changeEvery(20, 20);
    expect(search).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(search).toHaveBeenCalledOnce();
  });

  test('searches a page that never rests once in a second', () => {
    changeEvery(50, 100);
    expect(search.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(search.mock.calls.length).toBeLessThanOrEqual(5);
  });

  test('counts the second from the first change that was not answered', () => {
    timer.soon();
    vi.advanceTimersByTime(5_000);
    expect(search).toHaveBeenCalledTimes(1);
    changeEvery(100, 9);
    expect(search).toHaveBeenCalledTimes(1);
    changeEvery(100, 1);
    expect(search).toHaveBeenCalledTimes(2);
  });

  test('does not wait less than nothing when the page was busy for longer than a second', () => {
    timer.soon();
    const now = performance.now();
    vi.spyOn(performance, 'now').mockReturnValue(now + 3_000);
    timer.soon();
    vi.advanceTimersByTime(0);
    expect(search).toHaveBeenCalledOnce();
  });

  test('says when it is cancelled whether a search was due, and then none is', () => {
    expect(timer.cancel()).toBe(false);
    timer.soon();
    expect(timer.cancel()).toBe(true);
    expect(timer.cancel()).toBe(false);
    vi.advanceTimersByTime(5_000);
    expect(search).not.toHaveBeenCalled();
  });

  test('a search that was made is not due any more', () => {
    timer.soon();
    vi.advanceTimersByTime(200);
    expect(timer.cancel()).toBe(false);
  });

  test('a search may ask for the next one', () => {
    search.mockImplementationOnce(() => timer.soon());
    timer.soon();
    vi.advanceTimersByTime(400);
    expect(search).toHaveBeenCalledTimes(2);
  });
});
