/** Pages of these sites show Beijing time to logged-out readers and in server-rendered text. */
const BEIJING = '+08:00';
const UNIT_MS: Record<string, number> = {
  秒: 1_000,
  分钟: 60_000,
  小时: 3_600_000,
  天: 86_400_000,
  周: 7 * 86_400_000,
  个月: 30 * 86_400_000,
  年: 365 * 86_400_000,
};
/** English units by their first letters, as in `3 hours ago`, `5h`, `2mo ago`. */
const ENGLISH_UNITS: readonly (readonly [RegExp, string])[] = [
  [/^mo/, '个月'],
  [/^s/, '秒'],
  [/^m/, '分钟'],
  [/^h/, '小时'],
  [/^d/, '天'],
  [/^w/, '周'],
  [/^y/, '年'],
];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = `(${MONTHS.join('|')})[a-z]*\\.?`;

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
    parseFullDate(shown) ??
    parseRelative(shown, now) ??
    parseDay(shown, now) ??
    parseShortYear(shown) ??
    parseMonthDay(shown, now) ??
    parseClock(shown, now) ??
    parseMonth(shown) ??
    parseEnglish(shown, now)
  );
}

/** `Wed May 22 10:11:12 +0800 2024`, the form of Weibo's and X's data, as ISO. */
export function isoFromLongDate(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const form = new RegExp(`^\\w{3} ${MONTH} (\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) ([+-]\\d{4}) (\\d{4})$`, 'i');
  const [, name = '', day = '', clock = '', zone = '', year] = form.exec(value.trim()) ?? [];
  if (!year) return undefined;
  const month = String(monthOf(name)).padStart(2, '0');
  return exact(`${year}-${month}-${day.padStart(2, '0')}T${clock}${zone.slice(0, 3)}:${zone.slice(3)}`)?.iso;
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
  const found = /(\d{1,4})\s*(秒|分钟|小时|天|周|个月|年)(?:之|以)?前/.exec(shown);
  return found?.[2] ? ago(Number(found[1]), found[2], now) : undefined;
}

function ago(count: number, unit: string, now: Date): ShownTime {
  return approximate(now.getTime() - count * (UNIT_MS[unit] ?? 0));
}

/** `02:38` as the whole of it: lists show only the clock for today. */
function parseClock(shown: string, now: Date): ShownTime | undefined {
  const found = /^\s*(\d{1,2}):(\d\d)\s*$/.exec(shown);
  if (!found) return undefined;
  const today = beijing(now);
  return fromParts(today.year, today.month, today.day, found[1], found[2]);
}

/** `2020-05` as the whole of it: lists show only the month for earlier years. */
function parseMonth(shown: string): ShownTime | undefined {
  const found = /^\s*((?:19|20)\d\d)-(\d{1,2})\s*$/.exec(shown);
  return (
    (found && fromParts(Number(found[1]), found[2], '1', undefined, undefined, undefined, true)) || undefined
  );
}

/** `24-5-20 12:30`: Weibo's form for earlier years. */
function parseShortYear(shown: string): ShownTime | undefined {
  const found = /(?<![\d-])(\d\d)-(\d{1,2})-(\d{1,2})(?![\d-])(?:\s*(\d{1,2}):(\d\d))?/.exec(shown);
  if (!found) return undefined;
  const [, year, month, day, hour, minute] = found;
  return fromParts(2000 + Number(year), month, day, hour, minute, undefined, hour === undefined);
}

/** `3 hours ago`, `5h`, `Jan 5, 2026`, `5 Jan`: a date without a zone is taken as Beijing's, as everywhere here. */
function parseEnglish(shown: string, now: Date): ShownTime | undefined {
  const back =
    /(?<![\w.])(\d{1,4})\s*(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?)\.?(?:\s+ago\b|$)/i.exec(
      shown.trim(),
    );
  const unit = back?.[2] && ENGLISH_UNITS.find(([start]) => start.test(back[2]?.toLowerCase() ?? ''))?.[1];
  if (unit) return ago(Number(back[1]), unit, now);
  const monthFirst = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?:,?\\s+(\\d{4}))?`, 'i').exec(
    shown,
  );
  const dayFirst = new RegExp(`\\b(\\d{1,2})\\s+${MONTH}(?:,?\\s+(\\d{4}))?`, 'i').exec(shown);
  const [name, day, year] = monthFirst
    ? [monthFirst[1], monthFirst[2], monthFirst[3]]
    : [dayFirst?.[2], dayFirst?.[1], dayFirst?.[3]];
  if (!name || !day) return undefined;
  const month = String(monthOf(name));
  return year
    ? fromParts(Number(year), month, day, undefined, undefined, undefined, true)
    : parseMonthDay(`${month}-${day}`, now);
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
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
