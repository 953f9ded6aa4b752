import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { dayBorders, localDay, startOfDay, startOfWeek } from '@/utils/figures/local-days';

const HOUR = 3_600_000;
const zone = process.env.TZ;

function inZone(name: string): void {
  process.env.TZ = name;
}
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/Sao_Paulo',
  'America/New_York',
  'Pacific/Apia',
  'Asia/Beirut',
];
const moment = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) });

describe.each(ZONES)('in %s', (name) => {
  test('a day begins at its first moment', () => {
    inZone(name);
    fc.assert(
      fc.property(moment, (time) => {
        const start = startOfDay(time);
        expect(start).toBeLessThanOrEqual(time);
        expect(localDay(start)).toBe(localDay(time));
        expect(localDay(start - 1)).not.toBe(localDay(time));
      }),
    );
  });

  test('stretches follow each other without a gap, and hold every day once', () => {
    inZone(name);
    fc.assert(
      fc.property(moment, fc.nat(500), fc.constantFrom(1, 7), (time, days, step) => {
        const first = startOfDay(time);
        const borders = dayBorders(first, first + days * 24 * HOUR, step);
        expect(borders[0]).toBe(first);
        expect(borders.at(-1)).toBeGreaterThan(first + days * 24 * HOUR);
        expect(borders.at(-2)).toBeLessThanOrEqual(first + days * 24 * HOUR);
        for (const [i, border] of borders.entries()) {
          expect(startOfDay(border)).toBe(border);
          if (i > 0 && step === 1) expect(localDay(border - 1)).toBe(localDay(borders[i - 1]!));
        }
      }),
    );
  });

  test('weeks begin on Mondays', () => {
    inZone(name);
    fc.assert(
      fc.property(moment, fc.integer({ min: -60, max: 60 }), (time, weeks) => {
        expect(new Date(startOfWeek(time, weeks)).getDay()).toBe(1);
        expect(startOfWeek(time)).toBeLessThanOrEqual(time);
        expect(startOfWeek(time, 1)).toBeGreaterThan(time);
      }),
    );
  });
});

test('a day of 23 or 25 hours is one day', () => {
  inZone('Europe/Berlin');
  const march = new Date(2026, 2, 29, 12).getTime();
  const october = new Date(2026, 9, 25, 12).getTime();
  const length = (time: number) => (startOfDay(time, 1) - startOfDay(time)) / HOUR;
  expect([length(march), length(october)]).toEqual([23, 25]);
  expect(dayBorders(startOfDay(march), march, 1)).toHaveLength(2);
});

test('a day that begins at one o’clock is one day', () => {
  inZone('Asia/Beirut');
  const time = new Date(2026, 2, 29, 12).getTime();
  expect(new Date(startOfDay(time)).getHours()).toBe(1);
  expect(localDay(startOfDay(time))).toBe('2026-03-29');
});

test('a day that a country skipped is not among the days', () => {
  inZone('Pacific/Apia');
  const borders = dayBorders(new Date(2011, 11, 28).getTime(), new Date(2012, 0, 1).getTime(), 1);
  expect(borders.slice(0, -1).map(localDay)).toEqual([
    '2011-12-28',
    '2011-12-29',
    '2011-12-31',
    '2012-01-01',
  ]);
});

test('early years keep four digits', () => {
  expect(localDay(new Date(2000, 0, 2).setFullYear(33))).toBe('0033-01-02');
});
