import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Paced } from '@/utils/report-index/paced';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the first call comes at once, those soon after it as one', () => {
  const run = vi.fn();
  const paced = new Paced(run, () => 100);
  paced.call();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(30);
  for (let i = 0; i < 5; i++) paced.call();
  vi.advanceTimersByTime(69);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('a call after a pause comes at once again', () => {
  const run = vi.fn();
  const paced = new Paced(run, () => 100);
  paced.call();
  vi.advanceTimersByTime(100);
  paced.call();
  expect(run).toHaveBeenCalledTimes(2);
});

test('stopped, it calls no more', () => {
  const run = vi.fn();
  const paced = new Paced(run, () => 100);
  paced.call();
  paced.call();
  paced.stop();
  vi.advanceTimersByTime(1_000);
  expect(run).toHaveBeenCalledTimes(1);
});
