import { type Finding, marksPage } from '@/utils/model/finding';
import type { ReportDraft } from '@/utils/model/report';

/**
 * A draft that nobody filed yet, with the findings that have come since out of the post's files. What rules say of
 * words stays as it was read with the words.
 */
export function withLateFindings(draft: ReportDraft, now: readonly Finding[]): ReportDraft {
  const known = new Set(draft.findings.map(({ rule }) => rule));
  const late = now.filter(({ rule, spans }) => spans.length === 0 && !known.has(rule));
  if (late.length === 0) return draft;
  const categories = late.filter(marksPage).map(({ category }) => category);
  return {
    ...draft,
    findings: [...draft.findings, ...late],
    categories: [...new Set([...draft.categories, ...categories])],
  };
}
