import type { FilterOption, Filters } from '@/components/ReportFilters';
import { REPORT_STATUSES, type Report, type ReportStatus } from '@/utils/model/report';
import { foldForSearch, searchWords } from '@/utils/search';

export const NO_FILTERS: Filters = {
  text: '',
  category: '',
  site: '',
  status: '',
};
/** Stands for reports without a category; no category id looks like it. */
export const WITHOUT_CATEGORY = '-';

export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some((value) => value.trim() !== '');
}

/** Every word of the search must stand somewhere in the report. */
export function matches(report: Report, { text, category, site, status }: Filters): boolean {
  if (status && report.status !== status) return false;
  if (site && report.post.site !== site) return false;
  if (category && !hasCategory(report, category)) return false;
  return searchWords(text).every((word) => searchable(report).includes(word));
}

export function countStatuses(
  reports: readonly Report[],
  filters: Filters,
): Record<ReportStatus | '', number> {
  const counts = {
    '': 0,
    ...Object.fromEntries(REPORT_STATUSES.map((status) => [status, 0])),
  } as Record<ReportStatus | '', number>;
  for (const report of reports) {
    if (!matches(report, { ...filters, status: '' })) continue;
    counts['']++;
    counts[report.status]++;
  }
  return counts;
}

/** The values that occur, most frequent first. */
export function optionsOf(values: readonly string[], name: (id: string) => string): FilterOption[] {
  const counts = new Map<string, number>();
  for (const id of values) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, name: name(id), count }))
    .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id));
}

export function categoriesOf({ categories }: Report): readonly string[] {
  return categories.length > 0 ? categories : [WITHOUT_CATEGORY];
}

function hasCategory(report: Report, category: string): boolean {
  return categoriesOf(report).includes(category);
}

/** Reports are never changed in place, so a folded text stays right as long as its report lives. */
const folded = new WeakMap<Report, string>();

function searchable(report: Report): string {
  let text = folded.get(report);
  if (text === undefined) {
    const { post, note } = report;
    text = foldForSearch([post.title, post.text, post.author.name, note, ...post.hashtags].join('\n'));
    folded.set(report, text);
  }
  return text;
}
