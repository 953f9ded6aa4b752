import type { Reviewer } from '@/utils/model/account';
import { EXCHANGE_VERSION, type ReportLine } from '@/utils/model/exchange';
import type { Dismissal, Report } from '@/utils/model/report';
import { makePost, makeReport } from '../../support/builders';

export const ME: Reviewer = { id: 'reviewer-me', name: '阿青' };
export const THEM: Reviewer = { id: 'reviewer-them', name: '小鉴' };

export interface FileParts {
  reviewer?: Reviewer;
  backup?: true;
  dismissals?: Dismissal[];
  settings?: Record<string, unknown>;
  /** Lines that are put in as they are, after the reports. */
  odd?: string[];
  name?: string;
}

/** A report on a post of its own. */
export function reportOn(id: string, parts: Partial<Report> = {}): Report {
  return makeReport({ id: `their-${id}`, post: makePost({ id, title: `标题 ${id}` }), ...parts });
}

/** An NDJSON file of this extension. */
export function ndjsonFile(reports: readonly (Report | ReportLine)[], parts: FileParts = {}): File {
  const { reviewer = THEM, backup, dismissals = [], settings, odd = [], name = 'theirs.ndjson' } = parts;
  const head = {
    kind: 'qingjian',
    version: EXCHANGE_VERSION,
    exportedAt: '2026-10-05T00:00:00.000Z',
    extension: '0.1.0',
    reviewer,
    ...(backup && { backup }),
  };
  const lines = reports.map((each) =>
    JSON.stringify(
      'kind' in each ? each : { kind: 'report', report: each, history: [], visits: [], pictures: [] },
    ),
  );
  const all = [
    JSON.stringify(head),
    ...lines,
    ...odd,
    ...dismissals.map((each) => JSON.stringify({ kind: 'dismissal', ...each })),
    ...(settings ? [JSON.stringify({ kind: 'settings', values: settings })] : []),
    JSON.stringify({ kind: 'end', reports: reports.length, dismissals: dismissals.length }),
  ];
  return new File([`${all.join('\n')}\n`], name, { lastModified: 1 });
}

const COLUMNS = ['post_key', 'post_url', 'status', 'reported_at', 'post_title', 'reviewer_note'];

/** A table as a person may have made it smaller: only columns that must be there, and a few more. */
export function csvFile(reports: readonly Report[], reviewers: readonly Reviewer[] = []): File {
  const isSigned = reviewers.length > 0;
  const rows = reports.map(({ post, status, createdAt, note }, i) => {
    const cells = [post.key, post.url, status, new Date(createdAt).toISOString(), post.title, note];
    const { id, name } = reviewers[i % Math.max(reviewers.length, 1)] ?? { id: '', name: '' };
    return [...cells, ...(isSigned ? [id, name] : [])].join(',');
  });
  const header = [...COLUMNS, ...(isSigned ? ['reviewer_id', 'reviewer_name'] : [])].join(',');
  return new File([`${[header, ...rows].join('\r\n')}\r\n`], 'table.csv', { lastModified: 1 });
}
