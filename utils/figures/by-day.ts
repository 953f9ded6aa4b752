import type { ReportDigest } from '../model/queue';
import { dayBorders, localDay, startOfDay, startOfWeek } from './local-days';
import { countOne, noReports, type StatusCounts } from './status-counts';

/** In days up to today, or since the first report. */
export const DAY_RANGES = [30, 90, 365, 'all'] as const;
export type DayRange = (typeof DAY_RANGES)[number];

/** One bar: a local day, or a week of them. */
export interface DayBar extends StatusCounts {
  /** First and last day, `2026-11-22`; the same for one day. */
  from: string;
  to: string;
}

export interface DayFigures {
  step: 'day' | 'week';
  /** Every day of the range, those without reports too; the earliest first. */
  bars: readonly DayBar[];
  /** Of all these days. */
  sum: StatusCounts;
  /** Reports before and after these days. */
  outside: number;
}

/** More than a year is drawn by weeks: days would be narrower than a dot. */
const MOST_DAYS = 366;
/** How far back `all` reaches, in days: a report dated by a wrong clock must not stretch the axis over centuries. */
const FURTHEST = 3660;

/** When reports were filed. @param now milliseconds since 1970; the last bar holds it */
export function byDay(digests: readonly ReportDigest[], range: DayRange, now: number): DayFigures {
  const first = startOfDay(now, 1 - (range === 'all' ? daysToFirst(digests, now) : range));
  const isLong = startOfDay(first, MOST_DAYS) < now;
  const borders = isLong ? dayBorders(startOfWeek(first), now, 7) : dayBorders(first, now, 1);
  const bars = borders.slice(0, -1).map(
    (start, i): DayBar => ({
      from: localDay(start),
      to: localDay(borders[i + 1]! - 1),
      ...noReports(),
    }),
  );
  const sum = noReports();
  let outside = 0;
  for (const { createdAt, status } of digests) {
    const i = stretchOf(borders, createdAt);
    if (i < 0) outside++;
    else {
      countOne(bars[i]!, status);
      countOne(sum, status);
    }
  }
  return { step: isLong ? 'week' : 'day', bars, sum, outside };
}

/** Days from that of the first report to today, both counted; reports from the future are today's for this. */
function daysToFirst(digests: readonly ReportDigest[], now: number): number {
  const earliest = startOfDay(now, 1 - FURTHEST);
  let first = now;
  for (const { createdAt } of digests) {
    if (createdAt < first && createdAt >= earliest) first = createdAt;
  }
  return dayBorders(startOfDay(first), now, 1).length - 1;
}

/** Index of the stretch that holds `time`; -1 where none does. All stretches but a few are of the same length. */
function stretchOf(borders: readonly number[], time: number): number {
  const first = borders[0]!;
  const end = borders.at(-1)!;
  if (!(time >= first && time < end)) return -1;
  let i = Math.floor(((time - first) / (end - first)) * (borders.length - 1));
  while (borders[i]! > time) i--;
  while (borders[i + 1]! <= time) i++;
  return i;
}
