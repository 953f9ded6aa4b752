/** The local day of a moment as filters write it, `2026-11-22`. @param time milliseconds since 1970 */
export function localDay(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** When the local day begins that is `days` after the day of `time`; mostly midnight, later where clocks skip it. */
export function startOfDay(time: number, days = 0): number {
  const date = new Date(time);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

/** When the local week begins that `time` lies in, or one `weeks` later; weeks begin on Mondays. */
export function startOfWeek(time: number, weeks = 0): number {
  const sinceMonday = (new Date(time).getDay() + 6) % 7;
  return startOfDay(time, 7 * weeks - sinceMonday);
}

/**
 * Consecutive stretches of `step` whole local days; the first begins at `first` (the begin of a day), the last holds
 * `last`. The moment at which each begins, and, one more, at which the last ends.
 */
export function dayBorders(first: number, last: number, step: number): number[] {
  const borders = [first];
  for (let days = step; borders.at(-1)! <= last; days += step) {
    const next = startOfDay(first, days);
    // A day that a country skipped, as Samoa did in 2011, begins when the next one does.
    if (next > borders.at(-1)!) borders.push(next);
  }
  return borders;
}
