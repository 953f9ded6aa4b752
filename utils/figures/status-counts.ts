import type { ReportStatus } from '../model/report';

/** Reports by status, and all of them. */
export interface StatusCounts extends Record<ReportStatus, number> {
  total: number;
}

export function noReports(): StatusCounts {
  return { new: 0, confirmed: 0, dismissed: 0, submitted: 0, total: 0 };
}

export function countOne(counts: StatusCounts, status: ReportStatus): void {
  counts[status]++;
  counts.total++;
}
