import type {
  FiledReport,
  HistoryAction,
  HistoryEntry,
  Report,
  ReportDraft,
  Withheld,
} from '../model/report';
import { withhold } from '../model/withhold';
import { isFiling, log } from './history';
import type { Tables } from './tables';
import { recountReport } from './tallies';
import { removeWhole } from './whole-report';

export interface FilingContext {
  /** Milliseconds since 1970. */
  at: number;
  version: string;
  picture: Blob | undefined;
}

/**
 * Stores a draft: a new report, or a new reading of the post's existing one.
 *
 * The same filing said again, after a lost answer or with parts taken out, is one change, not two: what it holds now
 * takes the place of what it held, but for details that were edited since. What a reader has withheld stays withheld
 * when the post is reported again, and is taken out of the report's history too.
 */
export async function fileDraft(
  tables: Tables,
  draft: ReportDraft,
  { at, version, picture }: FilingContext,
): Promise<FiledReport> {
  const existing = await tables.reports.get({ postKey: draft.post.key });
  const history = existing ? await tables.history.where({ reportId: existing.id }).sortBy('seq') : [];
  const repeated = saidBefore(history, draft.filing);
  // What the report was before this filing, however often it is said.
  const before = repeated ? (repeated.before as Report | undefined) : existing;
  const report: Report = {
    id: existing?.id ?? crypto.randomUUID(),
    createdAt: existing?.createdAt ?? at,
    status: existing?.status ?? 'new',
    ...contentOf(draft, before),
    ...(repeated && existing && detailsSince(history, repeated, existing)),
    version,
    updatedAt: at,
  };
  await tables.reports.put(report);
  await recountReport(tables, existing, report);
  const action = existing ? 'filed-again' : 'filed';
  const seq =
    repeated?.seq ?? (await log(tables, { reportId: report.id, action, at, filing: draft.filing }, existing));
  await takeOutOfHistory(tables, report.id, report.withheld ?? []);
  const id = `${report.id}:${seq}`;
  if (picture) await tables.evidence.put({ id, reportId: report.id, kind: 'screenshot', at, blob: picture });
  return {
    reportId: report.id,
    seq,
    isNew: !before,
    screenshot: (await tables.evidence.where({ id }).count()) > 0,
  };
}

/**
 * Takes a filing back: removes a report that it created, or restores what the report held before. Details that were
 * added since go with it. Returns false when the report was decided on or filed again since, and changes nothing.
 */
export async function undoFiling(
  tables: Tables,
  { reportId, seq, at }: { reportId: string; seq: number; at: number },
): Promise<boolean> {
  const history = await tables.history.where({ reportId }).sortBy('seq');
  const entry = history.find((each) => each.seq === seq && isFiling(each));
  if (!entry || !history.filter((each) => each.seq > seq).every(isDetail)) return false;
  if (!entry.before) {
    await removeWhole(tables, reportId);
    return true;
  }
  const report = await tables.reports.get(reportId);
  const before = entry.before as Report;
  const withheld = union(before.withheld, report?.withheld);
  const restored = { ...before, ...kept(before, withheld), updatedAt: at };
  await tables.evidence.delete(`${reportId}:${seq}`);
  await tables.reports.put(restored);
  await recountReport(tables, report, restored);
  await log(tables, { reportId, action: 'undone', at });
  return true;
}

const DETAILS: readonly HistoryAction[] = ['note', 'categories', 'answers', 'picture'];
const isDetail = ({ action }: HistoryEntry) => DETAILS.includes(action);

/** The entry of a filing that is still the report's last one. */
function saidBefore(history: readonly HistoryEntry[], filing: string): HistoryEntry | undefined {
  const last = history.findLast((entry) => isFiling(entry) || entry.action === 'undone');
  return last?.filing === filing ? last : undefined;
}

function contentOf(draft: ReportDraft, before: Report | undefined) {
  const { post, findings, categories, note, filedBy, readAt, adapter, answers } = draft;
  return {
    postKey: post.key,
    findings,
    categories: union(before?.categories, categories),
    note: note || (before?.note ?? ''),
    filedBy,
    readAt,
    adapter,
    answers: joinAnswers(before?.answers, answers),
    ...kept({ post }, union(before?.withheld, draft.withheld)),
  };
}

/** Details that were edited after a filing are newer than what the filing says of them. */
function detailsSince(
  history: readonly HistoryEntry[],
  { seq }: HistoryEntry,
  { note, categories, answers }: Report,
): Partial<Report> {
  const edited = new Set(history.filter((each) => each.seq > seq).map(({ action }) => action));
  return {
    ...(edited.has('note') && { note }),
    ...(edited.has('categories') && { categories }),
    ...(answers && edited.has('answers') && { answers }),
  };
}

/** The newer answer to a question counts; questions that were not asked this time keep theirs. */
function joinAnswers(older: Report['answers'] = [], newer: ReportDraft['answers']): ReportDraft['answers'] {
  const name = ({ category, question }: ReportDraft['answers'][number]) => `${category} ${question.zh_CN}`;
  const asked = new Set(newer.map(name));
  return [...older.filter((each) => !asked.has(name(each))), ...newer];
}

function kept({ post }: Pick<Report, 'post'>, withheld: Withheld[]): Pick<Report, 'post' | 'withheld'> {
  return { post: withhold(post, withheld), withheld };
}

async function takeOutOfHistory(tables: Tables, reportId: string, withheld: Withheld[]): Promise<void> {
  if (withheld.length === 0) return;
  await tables.history.where({ reportId }).modify((entry) => {
    if (entry.before?.post) entry.before.post = withhold(entry.before.post, withheld);
  });
}

function union<T>(...lists: (readonly T[] | undefined)[]): T[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}
