import type { ReportDigest } from '../model/queue';

export const RETENTION_RULES = ['dismissed', 'submitted', 'pictures'] as const;
export type RetentionRule = (typeof RETENTION_RULES)[number];

/**
 * After how many days a rule applies; null while it is off. `dismissed` and `submitted` delete reports of that
 * status, `pictures` takes the pictures out of reports of every status but `new`.
 */
export type RetentionRules = Record<RetentionRule, number | null>;

export const ALL_OFF: RetentionRules = { dismissed: null, submitted: null, pictures: null };
export const MAX_DAYS = 3_650;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** What the last run of the rules did, and the reason when it stopped before its end. */
export interface RetentionRun {
  at: number;
  reports: number;
  pictures: number;
  stopped: string | null;
}

export function isDays(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MAX_DAYS;
}

/** What is stored may be another version's: whatever is not a whole number of days within bounds is off. */
export function readRules(stored: unknown): RetentionRules {
  const fields = isRecord(stored) ? stored : {};
  const days = (rule: RetentionRule) => (isDays(fields[rule]) ? fields[rule] : null);
  return { dismissed: days('dismissed'), submitted: days('submitted'), pictures: days('pictures') };
}

export function readRun(stored: unknown): RetentionRun | undefined {
  if (!isRecord(stored)) return undefined;
  const { at, reports, pictures, stopped } = stored;
  const numbers = [at, reports, pictures].every((each) => Number.isFinite(each));
  if (!numbers) return undefined;
  return {
    at: at as number,
    reports: reports as number,
    pictures: pictures as number,
    stopped: typeof stopped === 'string' ? stopped : null,
  };
}

export function isAnyOn(rules: RetentionRules): boolean {
  return RETENTION_RULES.some((rule) => rules[rule] !== null);
}

/** At most once in 24 hours; a last run in the future is a clock that was set back and holds nothing up. */
export function isRunDue(last: RetentionRun | undefined, now: number): boolean {
  return !last || now < last.at || now - last.at >= DAY_MS;
}

/** What the rules look at: a digest, or the stored report itself. */
export type Dated = Pick<ReportDigest, 'status' | 'updatedAt'> & { decidedAt?: number | undefined };

/** New and confirmed reports are never deleted, whatever the rules. */
export function isDeletable(report: Dated, rules: RetentionRules, now: number): boolean {
  const { status } = report;
  return (status === 'dismissed' || status === 'submitted') && isPast(report, rules[status], now);
}

export function losesPictures(report: Dated, rules: RetentionRules, now: number): boolean {
  return report.status !== 'new' && isPast(report, rules.pictures, now);
}

export interface RetentionPlan {
  /** Ids of reports to delete. */
  reports: string[];
  /** Ids of other reports whose pictures are to be taken out. */
  withPictures: string[];
  /** How many pictures these have. */
  pictures: number;
}

/** @param pictures number of pictures by report; reports without one may be absent */
export function planRetention(
  digests: Iterable<Dated & { id: string }>,
  pictures: ReadonlyMap<string, number>,
  rules: RetentionRules,
  now: number,
): RetentionPlan {
  const plan: RetentionPlan = { reports: [], withPictures: [], pictures: 0 };
  if (!isAnyOn(rules)) return plan;
  for (const digest of digests) {
    if (isDeletable(digest, rules, now)) {
      plan.reports.push(digest.id);
      continue;
    }
    const count = pictures.get(digest.id) ?? 0;
    if (count === 0 || !losesPictures(digest, rules, now)) continue;
    plan.withPictures.push(digest.id);
    plan.pictures += count;
  }
  return plan;
}

/**
 * Counted from the later of the decision and the last change: a report that was dismissed after having been
 * confirmed for long, or that somebody still works on, is not gone on the same day.
 */
function isPast({ decidedAt, updatedAt }: Dated, days: number | null, now: number): boolean {
  return days !== null && now - Math.max(decidedAt ?? 0, updatedAt) >= days * DAY_MS;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
