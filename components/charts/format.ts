import { language } from '../../utils/i18n';

/** Each with its length in milliseconds and how many make the next. */
const UNITS = [
  { unit: 'second', length: 1000, next: 60 },
  { unit: 'minute', length: 60_000, next: 60 },
  { unit: 'hour', length: 3_600_000, next: 24 },
  { unit: 'day', length: 86_400_000, next: Number.POSITIVE_INFINITY },
] as const;

const locale = () => (language() === 'en' ? 'en' : 'zh-CN');

/** In the largest unit of which there is one, with a digit after the point where it tells much: 1.5 hours. */
export function formatDuration(milliseconds: number): string {
  const { unit, length } = UNITS.find((each) => Math.round(milliseconds / each.length) < each.next)!;
  const value = milliseconds / length;
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: value < 10 && unit !== 'second' ? 1 : 0,
  }).format(value);
}

/** A fraction as whole per cent. */
export function formatPercent(fraction: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 0 }).format(fraction);
}

/** Between −1 and 1, with two digits, and a minus as wide as a digit, which a hyphen is not. */
export function formatKappa(kappa: number): string {
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'negative',
  })
    .format(kappa)
    .replace('-', '−');
}

/** A local day in full. @param day `2026-11-22` */
export function formatDay(day: string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).format(begin(day));
}

/** From the first to the last day, what they share said once. */
export function formatDays(from: string, to: string): string {
  if (from === to) return formatDay(from);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }).formatRange(begin(from), begin(to));
}

/** A day as it stands at an axis: with its month, and with the year where the axis spans several. */
export function formatTick(day: string, isLong: boolean): string {
  const parts = isLong
    ? ({ year: 'numeric', month: 'short' } as const)
    : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale(), parts).format(begin(day));
}

function begin(day: string): Date {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(year!, month! - 1, date);
}
