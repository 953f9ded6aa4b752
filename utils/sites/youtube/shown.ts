import { parseCount } from '../counts';
import { hashtagsIn } from '../hashtags';
import { parseShownTime } from '../time';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';

/** The site's forms of a text: `{simpleText}`, `{runs: [{text}]}`, `{content}`, or a bare string. */
export function shownText(value: unknown): string | undefined {
  if (!isRecord(value)) return textOf(value);
  const { simpleText, runs, content } = value;
  if (!Array.isArray(runs)) return textOf(simpleText) ?? textOf(content);
  const text = runs.map((run) => recordOf(run).text).filter((part) => typeof part === 'string');
  return textOf(text.join(''));
}

/** A thousand separator stands before three digits; a decimal mark does not, and only before a unit. */
const GROUPED = /^\d{1,3}(?:[.,\s\u00a0\u202f'’]\d{3})+$/;
const COUNT = /(\d[\d.,\s\u00a0\u202f'’]*\d|\d)\s?([KMB](?!\p{L})|[万萬亿億])?/iu;
/** Short forms of other languages, in which the number means something else. */
const OTHER_UNITS =
  /\d\s?(?:[천만억]|(?:mil|mill?|mio|mrd|mln|mld|mlrd|md|tsd|tn|tys|tis|tk|rb|jt|ribu|juta|lakh|crore|тыс|млн|млрд|N|Tr)(?!\p{L}))/iu;

/** A count as shown in any language, or `undefined` where its unit is not certain. */
export function shownCount(value: unknown): number | undefined {
  const text = shownText(value);
  if (!text || OTHER_UNITS.test(text)) return undefined;
  const [, digits = '', unit = ''] = COUNT.exec(text) ?? [];
  if (GROUPED.test(digits)) return unit ? undefined : parseCount(digits.replace(/\D/g, ''));
  if (/^\d+$/.test(digits) || (unit && /^\d+[.,]\d{1,2}$/.test(digits))) {
    const number = digits.replace(',', '.');
    if (/b/i.test(unit)) return Math.round(Number(number) * 1e9);
    return parseCount(number + unit.replace('萬', '万').replace('億', '亿'));
  }
  return undefined;
}

export interface ShownDate {
  publishedAt?: string;
  publishedApprox?: true;
}

/** A day that names its year; relative forms need a clock, which data do not have. */
export function shownDate(value: unknown): ShownDate {
  const text = shownText(value) ?? '';
  if (!/\d{4}/.test(text) || /\d\s*(?:[smhdwy]|[a-z]+)\s+ago/i.test(text)) return {};
  const time = parseShownTime(text, new Date(0));
  return time ? { publishedAt: time.iso, ...(time.approximate && { publishedApprox: true }) } : {};
}

/** The first of several fields that is shown. */
export function firstShown(item: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return keys.map((key) => shownText(item[key])).find(Boolean);
}

/** Value at a path of keys; numbers lead into lists. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let inner = value;
  for (const key of path) inner = typeof key === 'number' ? arrayOf(inner)[key] : recordOf(inner)[key];
  return inner;
}

/** Hashtags of texts; a bare number such as `#1` and a part of an address are none. */
export function hashtagsOf(...texts: readonly (string | undefined)[]): string[] {
  const written = texts.filter((text) => text !== undefined).join('\n');
  return hashtagsIn(written.replace(/https?:\/\/\S+/g, ' ')).filter((tag) => /\p{L}/u.test(tag));
}
