import type { CorruptRow, ReportDigest } from '@/utils/model/queue';

/** What of the index of all reports is needed here. */
export interface CareIndex {
  /** Readable reports that it knows by now. */
  readonly size: number;
  readonly corrupt: ReadonlyMap<string, CorruptRow>;
  digests(): Iterable<ReportDigest>;
}
