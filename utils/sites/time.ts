/** Pages of these sites show Beijing time to logged-out readers and in server-rendered text. */
const BEIJING = '+08:00';
const UNIT_MS: Record<string, number> = {
  秒: 1_000,
  分钟: 60_000,
  小时: 3_600_000,
  天: 86_400_000,
  周: 7 * 86_400_000,
};

export interface ShownTime {
  /** ISO 8601 in UTC. */
  iso: string;
  approximate: boolean;
}

/** Resolves a time as a page shows it (`3小时前`, `昨天 12:30`, `编辑于 2023-03-01 15:45 ・北京`, ISO). */
export function parseShownTime(shown: string, now: Date): ShownTime | undefined {
  const iso = /\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)/.exec(shown)?.[0];
  if (iso) return exact(iso);
  return (
    parseFullDate(shown) ?? parseRelative(shown, now) ?? parseDay(shown, now) ?? parseMonthDay(shown, now)
  );
}

/** Seconds or milliseconds since 1970 as ISO; `undefined` for anything that is not a time after 2000. */
export function isoFromEpoch(value: unknown): string | undefined {
  const number = typeof value === 'string' && /^\d{9,13}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const ms = number > 1e11 ? number : number * 1_000;
  return ms > 946_684_800_000 && ms < 4_102_444_800_000 ? new Date(ms).toISOString() : undefined;
}

function parseFullDate(shown: string): ShownTime | undefined {
  const found = /(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s*(\d{1,2}):(\d\d)(?::(\d\d))?)?/.exec(shown);
  if (!found) return undefined;
  const [, year = '', month, day, hour, minute, second] = found;
  return fromParts(Number(year), month, day, hour, minute, second, hour === undefined);
}

function parseRelative(shown: string, now: Date): ShownTime | undefined {
  if (/刚刚/.test(shown)) return approximate(now.getTime());
  const found = /(\d+)\s*(秒|分钟|小时|天|周)前/.exec(shown);
  const unit = found?.[2] && UNIT_MS[found[2]];
  return unit ? approximate(now.getTime() - Number(found[1]) * unit) : undefined;
}

function parseDay(shown: string, now: Date): ShownTime | undefined {
  const found = /(今天|昨天|前天)(?:\s*(\d{1,2}):(\d\d))?/.exec(shown);
  if (!found) return undefined;
  const back = ['今天', '昨天', '前天'].indexOf(found[1] ?? '');
  const day = beijing(new Date(now.getTime() - back * UNIT_MS.天!));
  return fromParts(day.year, day.month, day.day, found[2], found[3], undefined, found[2] === undefined);
}

function parseMonthDay(shown: string, now: Date): ShownTime | undefined {
  const found = /(?<!\d)(\d{1,2})[-月](\d{1,2})日?(?!\d)(?:\s*(\d{1,2}):(\d\d))?/.exec(shown);
  if (!found) return undefined;
  const { year } = beijing(now);
  const time = fromParts(year, found[1], found[2], found[3], found[4], undefined, true);
  // A date without a year is in the past: 12-30 read in January belongs to last year.
  return time && Date.parse(time.iso) > now.getTime() + UNIT_MS.天!
    ? fromParts(year - 1, found[1], found[2], found[3], found[4], undefined, true)
    : time;
}

function fromParts(
  year: number,
  month: string | undefined,
  day: string | undefined,
  hour = '0',
  minute = '0',
  second = '0',
  isApproximate = false,
): ShownTime | undefined {
  const two = (part = '') => part.padStart(2, '0');
  const time = exact(
    `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}${BEIJING}`,
  );
  return time && { ...time, approximate: isApproximate };
}

function exact(iso: string): ShownTime | undefined {
  const ms = Date.parse(iso);
  return Number.isNaN(ms) ? undefined : { iso: new Date(ms).toISOString(), approximate: false };
}

function approximate(ms: number): ShownTime {
  return { iso: new Date(ms).toISOString(), approximate: true };
}

function beijing(date: Date): { year: number; month: string; day: string } {
  const shifted = new Date(date.getTime() + 8 * UNIT_MS.小时!);
  return {
    year: shifted.getUTCFullYear(),
    month: String(shifted.getUTCMonth() + 1),
    day: String(shifted.getUTCDate()),
  };
}
