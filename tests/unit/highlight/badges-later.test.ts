import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Later } from '@/utils/highlight/badges-later';

let told: [thing: string, at: number][];
let later: Later<string>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  told = [];
  later = new Later((thing) => told.push([thing, performance.now()]));
});
afterEach(() => {
  later.clear();
  vi.useRealTimers();
});

const DAY = 86_400_000;

describe('Later', () => {
  test('tells of each thing once, when its time has come', () => {
    const start = performance.now();
    later.set('b', start + 20);
    later.set('a', start + 10);
    vi.advanceTimersByTime(9);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told.map(([thing]) => thing)).toEqual(['a']);
    vi.advanceTimersByTime(DAY);
    expect(told).toEqual([
      ['a', start + 10],
      ['b', start + 20],
    ]);
  });

  test('keeps one timer, whatever it is asked for', () => {
    for (let i = 0; i < 50; i++) later.set(String(i), performance.now() + 1_000 - i);
    expect(vi.getTimerCount()).toBe(1);
    later.clear();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('forgets what is deleted, and begins again after it was cleared', () => {
    later.set('a', performance.now() + 10);
    later.set('b', performance.now() + 10);
    expect(later.has('a')).toBe(true);
    later.delete('a');
    expect(later.has('a')).toBe(false);
    vi.advanceTimersByTime(10);
    expect(told.map(([thing]) => thing)).toEqual(['b']);
    later.set('c', performance.now() + 10);
    later.clear();
    vi.advanceTimersByTime(DAY);
    later.set('d', performance.now() + 10);
    vi.advanceTimersByTime(10);
    expect(told.map(([thing]) => thing)).toEqual(['b', 'd']);
  });

  test('tells of what is asked for while it tells, in its own time', () => {
    const again = new Later<string>((thing) => {
      told.push([thing, performance.now()]);
      if (told.length < 3) again.set(thing, performance.now() + 100);
    });
    const start = performance.now();
    again.set('a', start);
    vi.advanceTimersByTime(DAY);
    expect(told.map(([, at]) => at - start)).toEqual([0, 100, 200]);
  });

  test('tells of everything at the time that was set last, never before it', () => {
    const asked = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(1_000)), { maxLength: 20 });
    fc.assert(
      fc.property(asked, (calls) => {
        told = [];
        const start = performance.now();
        for (const [thing, after] of calls) later.set(thing, start + after);
        vi.advanceTimersByTime(1_000);
        const last = new Map(calls.map(([thing, after]) => [thing, after]));
        expect(new Map(told.map(([thing, at]) => [thing, at - start]))).toEqual(last);
        expect(told).toHaveLength(last.size);
      }),
    );
  });
});
