import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDay, formatDays, formatDuration, formatPercent, formatTick } from '@/components/charts/format';
import { useLanguage } from '../../support/setup';

const HOUR = 3_600_000;

test.each([
  [0, '0 seconds', '0秒钟'],
  [59_400, '59 seconds', '59秒钟'],
  [90_000, '1.5 minutes', '1.5分钟'],
  [45 * 60_000, '45 minutes', '45分钟'],
  [HOUR, '1 hour', '1小时'],
  [36 * HOUR, '1.5 days', '1.5天'],
  [100 * 24 * HOUR, '100 days', '100天'],
])('%i milliseconds are %s', (time, english, chinese) => {
  expect(formatDuration(time)).toBe(english);
  useLanguage('zh_CN');
  expect(formatDuration(time)).toBe(chinese);
});

test('no duration is as long as one of the next unit', () => {
  fc.assert(
    fc.property(fc.nat(40 * 24 * HOUR), (time) => {
      expect(formatDuration(time)).not.toMatch(/^(60 seconds|60 minutes|24 hours)$/);
    }),
    { examples: [[59_999], [HOUR - 1], [24 * HOUR - 1], [24 * HOUR - 60_000]] },
  );
});

describe('days', () => {
  test('say what they share once', () => {
    expect(formatDays('2026-11-22', '2026-11-22')).toBe('Nov 22, 2026');
    expect(formatDays('2026-11-16', '2026-11-22')).toMatch(/^Nov 16\s–\s22, 2026$/);
  });

  test('at an axis have the year where it spans several', () => {
    expect([formatTick('2026-03-01', false), formatTick('2026-03-01', true)]).toEqual(['Mar 1', 'Mar 2026']);
    useLanguage('zh_CN');
    expect([formatTick('2026-03-01', false), formatDay('2026-03-01')]).toEqual(['3月1日', '2026年3月1日']);
  });
});

test('fractions are whole per cent', () => {
  expect([0, 0.126, 1].map(formatPercent)).toEqual(['0%', '13%', '100%']);
});
