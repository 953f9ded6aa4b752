import type { FiledReport, HistoryAction, Replaced, Report, ReportDraft, Withheld } from '../model/report';
import { withhold } from '../model/withhold';
import type { KeptPicture } from './evidence';
import { contentOf, isFiling } from './history';
import type { StoredEntry, StoredReport } from './tables';
import { removeWhole } from './whole-report';
import type { Writing } from './writing';

export interface FilingContext {
  version: string;
  picture: KeptPicture | undefined;
}

/**
 * Stores a draft: a new report, or a new reading of the post's existing one.
 *
 * The same filing said again, after a lost answer or with parts taken out, is one change, not two: what it holds now
 * takes the place of what it held, but for details that were edited since. What a reader has withheld stays withheld
 * when the post is reported again, and is taken out of the report's history too.
 */
export async function fileDraft(
  writing: Writing,
  draft: ReportDraft,
  { version, picture }: FilingContext,
): Promise<FiledReport> {
  const { tables, at } = writing;
  const existing = await tables.reports.get({ postKey: draft.post.key });
  const history = existing ? await tables.history.where({ reportId: existing.id }).sortBy('seq') : [];
  const repeated = saidBefore(history, draft.filing);
  // What the report was before this filing, however often it is said.
  const before = repeated ? (repeated.before as Report | undefined) : existing;
  const report: Report = {
    ...(existing && decisionsOf(existing)),
    id: existing?.id ?? crypto.randomUUID(),
    createdAt: existing?.createdAt ?? at,
    status: existing?.status ?? 'new',
    ...saidBy(draft, before),
    ...(repeated && existing && detailsSince(history, repeated, existing)),
    version,
    updatedAt: at,
  };
  const kept = picture && { picture: { sha256: picture.sha256 } };
  let seq: number;
  if (existing && repeated) {
    seq = repeated.seq;
    const said = kept
      ? history.map((each) => (each.seq === seq ? withPicture(each, picture) : each))
      : history;
    await writing.rewrite(
      existing,
      report,
      said.map((each) => takenOut(each, report.withheld)),
    );
  } else {
    const entry = { filing: draft.filing, ...kept };
    if (existing) await takeOutOfHistory(writing, existing, history, report.withheld);
    // Read again: what was taken out has changed the seal that the new entry is linked to.
    const found = existing && (await tables.reports.get(existing.id));
    seq = await writing.change(
      found
        ? {
            before: found,
            after: report,
            entry: { action: 'filed-again', before: takenOutOf(contentOf(found), report.withheld), ...entry },
          }
        : { before: undefined, after: report, entry: { action: 'filed', ...entry } },
    );
  }
  const id = `${report.id}:${seq}`;
  const there = await tables.evidence.get(id);
  if (picture)
    await writing.putEvidence({ id, reportId: report.id, kind: 'screenshot', at, ...picture }, there);
  return { reportId: report.id, seq, isNew: !before, screenshot: Boolean(picture ?? there) };
}

/**
 * Takes a filing back: removes a report that it created, or restores what the report held before. Details that were
 * added since go with it. Returns false when the report was decided on or filed again since, and changes nothing.
 */
export async function undoFiling(
  writing: Writing,
  { reportId, seq }: { reportId: string; seq: number },
): Promise<boolean> {
  const { tables, at } = writing;
  const history = await tables.history.where({ reportId }).sortBy('seq');
  const entry = history.find((each) => each.seq === seq && isFiling(each));
  if (!entry || !history.filter((each) => each.seq > seq).every(isDetail)) return false;
  const report = await tables.reports.get(reportId);
  if (!entry.before || !report) {
    await removeWhole(writing, [reportId]);
    return true;
  }
  const before = entry.before as Report;
  const withheld = union(before.withheld, report.withheld);
  const restored = { ...before, ...keptOf(before, withheld), updatedAt: at };
  const pictures = await tables.evidence.where({ id: `${reportId}:${seq}` }).toArray();
  await writing.removeEvidence(pictures);
  await writing.change({
    before: report,
    after: restored,
    entry: {
      action: 'undone',
      to: seq,
      before: contentOf(report),
      ...(pictures.length > 0 && { picture: { filing: seq, sha256: null } }),
    },
  });
  return true;
}

const DETAILS: readonly HistoryAction[] = ['note', 'categories', 'answers', 'picture'];
const isDetail = ({ action }: StoredEntry) => DETAILS.includes(action);

/** The entry of a filing that is still the report's last one. */
function saidBefore(history: readonly StoredEntry[], filing: string): StoredEntry | undefined {
  const last = history.findLast((entry) => isFiling(entry) || entry.action === 'undone');
  return last?.filing === filing ? last : undefined;
}

function saidBy(draft: ReportDraft, before: Report | undefined) {
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
    ...keptOf({ post }, union(before?.withheld, draft.withheld)),
  };
}

/** Details that were edited after a filing are newer than what the filing says of them. */
function detailsSince(
  history: readonly StoredEntry[],
  { seq }: StoredEntry,
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

function keptOf({ post }: Pick<Report, 'post'>, withheld: Withheld[]): Pick<Report, 'post' | 'withheld'> {
  return { post: withhold(post, withheld), withheld };
}

/** What people decided on, which a new reading of the post leaves as it is. */
function decisionsOf({ tags, assignee, decidedAt }: Report): Partial<Report> {
  return {
    ...(tags && { tags }),
    ...(assignee && { assignee }),
    ...(decidedAt !== undefined && { decidedAt }),
  };
}

function withPicture(entry: StoredEntry, { sha256 }: KeptPicture): StoredEntry {
  return { ...entry, picture: { filing: entry.seq, sha256 } };
}

function takenOut(entry: StoredEntry, withheld: Withheld[] = []): StoredEntry {
  return entry.before ? { ...entry, before: takenOutOf(entry.before, withheld) } : entry;
}

function takenOutOf(before: Replaced, withheld: Withheld[] = []): Replaced {
  return before.post && withheld.length > 0 ? { ...before, post: withhold(before.post, withheld) } : before;
}

/** Only a history that held something of it is written anew. */
async function takeOutOfHistory(
  writing: Writing,
  report: StoredReport,
  history: readonly StoredEntry[],
  withheld: Withheld[] = [],
): Promise<void> {
  const isNew = withheld.some((part) => !report.withheld?.includes(part));
  if (isNew)
    await writing.rewrite(
      report,
      report,
      history.map((each) => takenOut(each, withheld)),
    );
}

function union<T>(...lists: (readonly T[] | undefined)[]): T[] {
  return [...new Set(lists.flatMap((list) => list ?? []))];
}
