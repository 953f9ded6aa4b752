import type { ReportDigest } from '../model/queue';
import { startOfWeek } from './local-days';
import { countOne, noReports, type StatusCounts } from './status-counts';

export interface Headline extends StatusCounts {
  /** Decided since Monday, and in the week before. */
  thisWeek: number;
  lastWeek: number;
}

/** The numbers on top. @param now milliseconds since 1970 */
export function headline(digests: readonly ReportDigest[], now: number): Headline {
  const counts = { ...noReports(), thisWeek: 0, lastWeek: 0 };
  const monday = startOfWeek(now);
  const mondayBefore = startOfWeek(now, -1);
  for (const { status, decidedAt } of digests) {
    countOne(counts, status);
    if (status === 'new' || decidedAt === undefined || decidedAt < mondayBefore) continue;
    if (decidedAt >= monday) counts.thisWeek++;
    else counts.lastWeek++;
  }
  return counts;
}
