import type { ReportDigest } from '../model/queue';
import { localDay, startOfDay } from './local-days';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Upper ends of the times to a decision, in milliseconds; each some ten times the one before. */
export const TIME_STEPS = [MINUTE, 10 * MINUTE, HOUR, DAY, 7 * DAY, Number.POSITIVE_INFINITY] as const;

/** Ages of reports that wait, in days: from this many local days ago to one less than the next. */
export const AGE_STEPS = [0, 1, 7, 30, 90] as const;

export interface TimeBar {
  /** Decided in less, in milliseconds; not in less than the bar before. */
  below: number;
  count: number;
}

export interface AgeBar {
  /** Filed this many days ago, or more. */
  days: number;
  /** First and last day of filing, as filters write them; an empty first day is the beginning. */
  from: string;
  to: string;
  count: number;
}

export interface DecisionFigures {
  times: readonly TimeBar[];
  /** Decided reports whose time is known. */
  timed: number;
  /** Reports decided before the time was noted. */
  untimed: number;
  /** In milliseconds; `undefined` when nothing is timed. */
  median: number | undefined;
  ninetieth: number | undefined;
  ages: readonly AgeBar[];
  waiting: number;
  /** When the report was filed that waits longest. */
  oldest: number | undefined;
}

/** How long decisions took, and how long the others have waited. @param now milliseconds since 1970 */
export function decisions(digests: readonly ReportDigest[], now: number): DecisionFigures {
  const times = new Float64Array(digests.length);
  const ages = ageBars(now);
  const bars: TimeBar[] = TIME_STEPS.map((below) => ({ below, count: 0 }));
  /** A report of a bar, or of an older one, was filed before this. */
  const ends = AGE_STEPS.map((days) => (days === 0 ? Number.POSITIVE_INFINITY : startOfDay(now, 1 - days)));
  let [timed, untimed, waiting] = [0, 0, 0];
  let oldest: number | undefined;
  for (const { status, createdAt, decidedAt } of digests) {
    if (status === 'new') {
      waiting++;
      let age = ends.length - 1;
      while (createdAt >= ends[age]!) age--;
      ages[age]!.count++;
      if (oldest === undefined || createdAt < oldest) oldest = createdAt;
    } else if (decidedAt === undefined) untimed++;
    else {
      // A clock that was put back between the two makes no decision quicker than at once.
      const time = Math.max(0, decidedAt - createdAt);
      times[timed++] = time;
      let bar = 0;
      while (time >= TIME_STEPS[bar]!) bar++;
      bars[bar]!.count++;
    }
  }
  const sorted = times.subarray(0, timed).sort();
  return {
    times: bars,
    timed,
    untimed,
    median: quantile(sorted, 0.5),
    ninetieth: quantile(sorted, 0.9),
    ages,
    waiting,
    oldest,
  };
}

/**
 * The value below which a fraction of the others lies, between two of them in proportion (Hyndman and Fan 1996, type 7).
 *
 * @param sorted ascending
 */
export function quantile(sorted: ArrayLike<number>, fraction: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const place = fraction * (sorted.length - 1);
  const low = sorted[Math.floor(place)]!;
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place));
}

function ageBars(now: number): AgeBar[] {
  return AGE_STEPS.map((days, i) => {
    const next = AGE_STEPS[i + 1];
    return {
      days,
      from: next === undefined ? '' : localDay(startOfDay(now, 1 - next)),
      // The newest bar has no last day: a report from the future is in it.
      to: i === 0 ? '' : localDay(startOfDay(now, -days)),
      count: 0,
    };
  });
}
