// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { engines } from '@/scripts/bench/inside/engines';
import { run } from '@/scripts/bench/inside/jobs';
import { type Measured, measure } from '@/scripts/bench/inside/measure';
import { createNaive } from '@/scripts/bench/inside/naive';
import { FASTSCAN, FLOOR, MINT, MODERN, MONYONE, OURS, REGEXP, UNFOLDED } from '@/scripts/bench/inside/names';
import { generatePosts } from '@/scripts/bench/posts';
import { join, mean, median, ratio } from '@/scripts/bench/statistics';
import { generateTerms } from '@/scripts/bench/terms';

const terms = generateTerms(300);
const posts = generatePosts(terms, 60);

describe('engines', () => {
  test.each([OURS, UNFOLDED, MONYONE, FASTSCAN, MODERN])('%s finds all occurrences', (name) => {
    expect(engines[name]!(['甲乙', '乙', '乙丙'])('甲乙丙')).toBe(3);
  });

  test('of the others, one finds none inside others and one none that overlap', () => {
    expect(engines[MINT]!(['甲乙', '乙', '丙'])('甲乙丙')).toBe(2);
    expect(engines[REGEXP]!(['甲乙', '乙', '乙丙', 'a.b'])('甲乙丙aXb')).toBe(1);
    expect(engines[FLOOR]!([])('甲乙')).toBe(0);
  });
});

describe('a job', () => {
  test('compares engines in turns', () => {
    const measured = run({ kind: 'compare', engines: [FLOOR, OURS], terms, texts: posts, rounds: 2 });
    expect(measured.map(({ name, times }) => [name, times.length])).toEqual([
      [FLOOR, 2],
      [OURS, 2],
    ]);
    expect(measured.every(({ times, units }) => units > 0 && times.every((time) => time > 0))).toBe(true);
  });

  test('checks our hits against the naive ones', () => {
    const { hits, differs } = run({ kind: 'check', terms, texts: posts });
    expect(differs).toBeUndefined();
    expect(hits).toBeGreaterThan(0);
    expect(createNaive(['ab', '甲'])('ab甲 abc')).toEqual([
      [0, 2, 0],
      [2, 3, 1],
    ]);
  });

  test('says which terms have nothing to match', () => {
    expect(run({ kind: 'vet', terms: ['甲', '·*', ' \u200b', '𠮷', 'a'] })).toEqual([1, 2]);
  });

  test('builds, and loads what was built', () => {
    const built = run({ kind: 'build', engine: OURS, terms });
    expect([built.ms > 0, Number.isFinite(built.megabytes)]).toEqual([true, true]);
    const { build, load, bytes } = run({ kind: 'load', terms });
    expect([build > 0, load > 0, bytes > 1_000]).toEqual([true, true, true]);
  });
});

describe('measuring', () => {
  /** An engine that takes so many milliseconds for 1,000 characters, and counts them. */
  const slow = (ms: number) => (text: string) => {
    const end = performance.now() + (ms * text.length) / 1_000;
    while (performance.now() < end);
    return text.length;
  };

  test('gives a slow engine fewer texts and a fast one all of them', () => {
    const engines = [
      { name: 'slow', scan: slow(20) },
      { name: 'fast', scan: ({ length }: string) => length },
    ];
    const measured = measure(engines, Array(100).fill('甲'.repeat(100)), 1);
    expect(measured[0]!.units).toBeLessThan(2_000);
    expect(measured[1]!.units).toBe(10_000);
    expect(measured.map(({ hits, units }) => hits === units)).toEqual([true, true]);
  });

  test('gives a slow engine the start of a long text', () => {
    const [measured] = measure([{ name: 'slow', scan: slow(1) }], ['甲'.repeat(40_000)], 1);
    expect(measured!.units).toBeLessThan(20_000);
    expect(measured!.hits).toBe(measured!.units);
  });
});

describe('statistics', () => {
  const measured = (name: string, ...times: number[]): Measured => ({ name, times, hits: 0, units: 1 });

  test('medians, of both parities, and means', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), mean([1, 2, 6])]).toEqual([2, 2.5, 3]);
  });

  test('the ratio is that of rounds, not of medians', () => {
    expect(ratio(measured('a', 10, 40, 30), measured('b', 1, 10, 3))).toBe(10);
  });

  test('runs are put together by engine', () => {
    const runs = [
      [measured('a', 1), measured('b', 2), measured('c', 3)],
      [measured('b', 5), measured('a', 4)],
    ];
    expect(join(runs).map(({ name, times }) => [name, times])).toEqual([
      ['a', [1, 4]],
      ['b', [2, 5]],
      ['c', [3]],
    ]);
  });
});
