const MINUTE = 60_000;

/** `2026-11-22 18:30:05` on a clock that is so many minutes ahead of UTC; empty at the end of what a `Date` holds. */
export function localTime(at: number, offset: number): string {
  const local = new Date(at + offset * MINUTE);
  return Number.isNaN(local.getTime()) ? '' : local.toISOString().slice(0, 19).replace('T', ' ');
}

/** `UTC+08:00`: with a sign first, spreadsheets would take it for a formula. */
export function zoneOf(offset: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.abs(offset);
  return `UTC${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
