import type { FiledReport, ReportDraft, ReportedPost } from './report';
import { withhold } from './withhold';

/**
 * What a page knows of a report that it has just filed, as the background would tell it.
 *
 * @param before what was known of the post's report until now, for a post that is reported again
 * @param at milliseconds since 1970
 */
export function reportedBy(
  { post, categories, withheld }: ReportDraft,
  { reportId }: Pick<FiledReport, 'reportId'>,
  before: ReportedPost | undefined,
  at: number,
): ReportedPost {
  const kept = withhold(post, withheld);
  const parts = [...new Set([...(before?.withheld ?? []), ...withheld])];
  return {
    key: kept.key,
    reportId,
    status: before?.status ?? 'new',
    categories: [...new Set([...(before?.categories ?? []), ...categories])],
    createdAt: before?.createdAt ?? at,
    title: kept.title,
    text: kept.text,
    labels: kept.labels,
    lastChanges: [],
    ...(parts.length > 0 && { withheld: parts }),
  };
}
