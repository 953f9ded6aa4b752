import { describe, expect, test } from 'vitest';
import { manyReports } from '../../support/many-reports';

describe('many reports', () => {
  const reports = [...manyReports({ count: 600, length: 200 })];

  test('the same seed gives the same reports, another one others', () => {
    expect([...manyReports({ count: 50, length: 200 })]).toEqual(reports.slice(0, 50));
    expect([...manyReports({ count: 1, seed: 2 })][0]!.id).not.toBe(reports[0]!.id);
  });

  test('ids, posts and addresses are each report’s own, times ascend', () => {
    for (const read of [
      (each: (typeof reports)[0]) => each.id,
      (each: (typeof reports)[0]) => each.postKey,
      (each: (typeof reports)[0]) => each.post.url,
    ]) {
      expect(new Set(reports.map(read)).size).toBe(600);
    }
    const times = reports.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('texts are of the length asked for, some are copies, all values of a status occur', () => {
    const lengths = reports.map(({ post }) => post.text.length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(210);
    expect(lengths.reduce((sum, each) => sum + each, 0) / 600).toBeGreaterThan(195);
    const texts = new Set(reports.map(({ post }) => post.text));
    expect(texts.size).toBeLessThan(600);
    expect(texts.size).toBeGreaterThan(500);
    expect(new Set(reports.map(({ status }) => status)).size).toBe(4);
  });
});
