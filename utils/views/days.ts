/** First and last day in local time, `2026-11-22`; an empty string leaves that end open. */
export interface DayRange {
  from: string;
  to: string;
}

export const DAY_PRESETS = ['today', 'week', 'month', 'thisMonth'] as const;
/** `week` and `month` are the last 7 and 30 days, today among them. */
export type DayPreset = (typeof DAY_PRESETS)[number];

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day that it is on the reader's clock. */
export function dayOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Whether a text names a day that there is in the calendar. */
export function isDay(text: string): boolean {
  return dateOf(text) !== undefined;
}

/** The local midnight with which a day begins; `undefined` for what is no day. */
export function dateOf(day: string): Date | undefined {
  const [, ...parts] = DAY.exec(day) ?? [];
  const [year = 0, month = 0, date = 0] = parts.map(Number);
  const midnight = new Date(2000, 0, 1);
  // The constructor takes years below 100 for those of the last century.
  midnight.setFullYear(year, month - 1, date);
  return dayOf(midnight) === day ? midnight : undefined;
}

/** The end stays open, so that what is filed after midnight is shown too while the page stays open. */
export function rangeOf(preset: DayPreset, today: Date): DayRange {
  const from = new Date(today.getFullYear(), today.getMonth(), today.getDate());
  if (preset === 'week') from.setDate(from.getDate() - 6);
  if (preset === 'month') from.setDate(from.getDate() - 29);
  if (preset === 'thisMonth') from.setDate(1);
  return { from: dayOf(from), to: '' };
}

/** The first preset that means these days today. */
export function presetOf({ from, to }: DayRange, today: Date): DayPreset | undefined {
  return DAY_PRESETS.find((preset) => {
    const range = rangeOf(preset, today);
    return range.from === from && range.to === to;
  });
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
