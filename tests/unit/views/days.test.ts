import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_PRESETS, dateOf, dayOf, isDay, presetOf, rangeOf } from '@/utils/views/days';

const NOON = new Date(2026, 10, 22, 12, 30);

describe('days', () => {
  test.each(['2026-11-22', '2024-02-29', '0099-01-01', '9999-12-31'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true);
  });
  test.each(['', '2026-02-29', '2026-13-01', '2026-11-31', '2026-1-2', '2026-11-22T00:00', ' 2026-11-22'])(
    '%j is none',
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );

  test('are those of the clock on the wall, from midnight to midnight', () => {
    expect(dayOf(new Date(2026, 10, 22))).toBe('2026-11-22');
    expect(dayOf(new Date(2026, 10, 22, 23, 59, 59, 999))).toBe('2026-11-22');
    expect(dateOf('2026-11-22')?.getTime()).toBe(new Date(2026, 10, 22).getTime());
  });

  test('every local midnight comes back from its day', () => {
    const midnights = fc
      .tuple(
        fc.integer({ min: 1, max: 9998 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, day]) => {
        const date = new Date(2000, 0, 1);
        date.setFullYear(year, month, day);
        return date;
      });
    fc.assert(
      fc.property(midnights, (midnight) => {
        expect(dateOf(dayOf(midnight))?.getTime()).toBe(midnight.getTime());
      }),
    );
  });
});

describe('ranges', () => {
  test.each([
    ['today', '2026-11-22'],
    ['week', '2026-11-16'],
    ['month', '2026-10-24'],
    ['thisMonth', '2026-11-01'],
  ] as const)('%s begins on %s and stays open', (preset, from) => {
    expect(rangeOf(preset, NOON)).toEqual({ from, to: '' });
  });

  test('go over the turn of the year and through the last day of February', () => {
    expect(rangeOf('week', new Date(2027, 0, 3))).toEqual({ from: '2026-12-28', to: '' });
    expect(rangeOf('week', new Date(2024, 2, 3))).toEqual({ from: '2024-02-26', to: '' });
  });

  test('are known again as their preset on the same day only', () => {
    for (const preset of DAY_PRESETS) expect(presetOf(rangeOf(preset, NOON), NOON)).toBe(preset);
    expect(presetOf(rangeOf('week', NOON), new Date(2026, 10, 23))).toBeUndefined();
    expect(presetOf({ from: '2026-11-16', to: '2026-11-22' }, NOON)).toBeUndefined();
  });

  test('on the first of a month its month is today', () => {
    expect(presetOf(rangeOf('thisMonth', new Date(2026, 10, 1)), new Date(2026, 10, 1))).toBe('today');
  });
});
