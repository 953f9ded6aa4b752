import { strongest } from '../model/finding';
import { verdictOf } from '../model/media-check';
import type { ReportDigest } from '../model/queue';
import type { StoredReport } from '../storage/tables';
import { handoversOf } from './handovers';
import { opinionsOf } from './opinions';
import { searchTextOf } from './search-text';

const NONE: readonly string[] = [];
const strings = new Map<string, string>();
const lists = new Map<string, readonly string[]>();

/**
 * What the queue keeps of a report. Lists that repeat are the same object in every digest; nothing of the row is held
 * on to.
 */
export function digestOf(report: StoredReport): ReportDigest {
  const { post, findings } = report;
  return {
    id: report.id,
    rev: report.rev,
    createdAt: report.createdAt,
    updatedAt: report.updatedAt,
    decidedAt: report.decidedAt,
    site: intern(post.site),
    status: report.status,
    categories: internList(report.categories),
    rules: internList(findings.map(({ rule }) => rule)),
    confidence: strongest(findings) ?? 'none',
    label: post.labels.state,
    files: verdictOf(report.mediaChecks ?? []) ?? '',
    assignee: intern(report.assignee ?? ''),
    tags: internList(report.tags ?? NONE),
    opinions: opinionsOf(report),
    handovers: handoversOf(report),
    text: searchTextOf(report),
  };
}

function intern(text: string): string {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, text);
  return text;
}

/** Each value once, in the order of the list. */
function internList(values: readonly string[]): readonly string[] {
  if (values.length === 0) return NONE;
  const key = JSON.stringify(values);
  let list = lists.get(key);
  if (!list) {
    list = [...new Set(values)].map(intern);
    lists.set(key, list);
  }
  return list;
}
