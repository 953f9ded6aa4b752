// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useCalm } from '@/entrypoints/reports/charts/use-calm';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const wait = (time: number) => act(() => void vi.advanceTimersByTime(time));

test('a change after a rest comes at once, those after it together', () => {
  const { result, rerender } = renderHook(({ value }) => useCalm(value, 500), { initialProps: { value: 1 } });
  rerender({ value: 2 });
  expect(result.current).toBe(2);
  wait(100);
  rerender({ value: 3 });
  wait(300);
  rerender({ value: 4 });
  expect(result.current).toBe(2);
  wait(100);
  expect(result.current).toBe(4);
  wait(1000);
  rerender({ value: 5 });
  expect(result.current).toBe(5);
});

test('a steady stream of changes does not keep it back for ever', () => {
  const { result, rerender } = renderHook(({ value }) => useCalm(value, 500), { initialProps: { value: 0 } });
  const seen = new Set<number>();
  for (let value = 1; value <= 20; value++) {
    rerender({ value });
    wait(100);
    seen.add(result.current);
  }
  expect(seen.size).toBeGreaterThanOrEqual(4);
  expect(seen.size).toBeLessThanOrEqual(6);
});
