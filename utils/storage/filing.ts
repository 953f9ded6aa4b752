import { withholdFrom } from '../merge/accounts';
import { adoptedReport, asOwn } from '../merge/leader';
import type { Account } from '../model/account';
import type { FiledReport, HistoryAction, Replaced, Report, ReportDraft, Withheld } from '../model/report';
import { takeOut } from '../model/withhold';
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
 * takes the place of what it held, but for details and a picture that were edited since. What a reader has withheld
 * stays withheld when the post is reported again, and is taken out of the report's history too.
 */
export async function fileDraft(
  writing: Writing,
  draft: ReportDraft,
  { version, picture: taken }: FilingContext,
): Promise<FiledReport> {
  const { tables, at } = writing;
  const existing = await tables.reports.get({ postKey: draft.post.key });
  const history = existing ? await tables.history.where({ reportId: existing.id }).sortBy('seq') : [];
  const repeated = saidBefore(history, draft.filing);
  // What the report was before this filing, however often it is said.
  const before = repeated ? (repeated.before as Report | undefined) : existing;
  const report: Report = {
    ...(existing && standingOf(existing, draft.withheld)),
    id: existing?.id ?? crypto.randomUUID(),
    createdAt: existing?.createdAt ?? at,
    status: existing?.status ?? 'new',
    ...saidBy(draft, before),
    ...(repeated && existing && detailsSince(history, repeated, existing)),
    version,
    updatedAt: at,
  };
  // One that the reader blacked out or took away does not come back as it was taken.
  const picture = repeated && hasPictureSince(history, repeated) ? undefined : taken;
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
 * added since go with it; what other reviewers say stays. Returns false when the report was decided on or filed again
 * since, and changes nothing.
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
  const restored = report && withoutFiling(report, entry.before as Report | undefined, at);
  if (!restored) {
    await removeWhole(writing, [reportId]);
    return true;
  }
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

const DETAILS: readonly HistoryAction[] = ['note', 'categories', 'answers', 'picture', 'merged'];
const isDetail = ({ action }: StoredEntry) => DETAILS.includes(action);

/** A report as it was before a filing, with what other reviewers say of its post now; nothing when that is nothing. */
function withoutFiling(report: StoredReport, before: Report | undefined, at: number): Report | undefined {
  const [first, ...rest] = report.accounts ?? [];
  if (first && (!before || before.adopted !== undefined)) return adoptedReport([first, ...rest], report);
  if (!before) return undefined;
  const { accounts: _accounts, ...own } = before;
  const restored = { ...keptOf(own, union(own.withheld, report.withheld)), updatedAt: at };
  return first ? { ...restored, accounts: [first, ...rest] } : restored;
}

/** The entry of a filing that is still the report's last one. */
function saidBefore(history: readonly StoredEntry[], filing: string): StoredEntry | undefined {
  const last = history.findLast((entry) => isFiling(entry) || entry.action === 'undone');
  return last?.filing === filing ? last : undefined;
}

function saidBy(draft: ReportDraft, before: Report | undefined) {
  const { post, findings, categories, note, filedBy, readAt, adapter, answers, mediaChecks = [] } = draft;
  const said = {
    postKey: post.key,
    post,
    findings,
    categories: union(before?.categories, categories),
    note: note || (before?.note ?? ''),
    filedBy,
    readAt,
    adapter,
    answers: joinAnswers(before?.answers, answers),
    ...(mediaChecks.length > 0 && { mediaChecks }),
  };
  return keptOf(said, union(before?.withheld, draft.withheld));
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

function keptOf<T extends Replaced>(said: T, withheld: Withheld[]): T & { withheld: Withheld[] } {
  return { ...takeOut(said, withheld), withheld };
}

/** What people have decided and said, which a new reading of the post leaves as it is. */
function standingOf(report: Report, withheld: readonly Withheld[]): Partial<Report> {
  const { tags, assignee, decidedAt, statusFrom, handovers, overruled, accounts } = asOwn(report);
  return {
    ...(tags && { tags }),
    ...(assignee && { assignee }),
    ...(decidedAt !== undefined && { decidedAt }),
    ...(statusFrom !== undefined && { statusFrom }),
    ...(handovers && { handovers }),
    ...(overruled && { overruled }),
    ...(accounts && { accounts: withheldFrom(accounts, union(report.withheld, withheld)) }),
  };
}

function withheldFrom(accounts: readonly Account[], withheld: readonly Withheld[]): Account[] {
  return accounts.map((each) => withholdFrom(each, withheld));
}

function hasPictureSince(history: readonly StoredEntry[], { seq }: StoredEntry): boolean {
  return history.some((each) => each.seq > seq && each.picture?.filing === seq);
}

function withPicture(entry: StoredEntry, { sha256 }: KeptPicture): StoredEntry {
  return { ...entry, picture: { filing: entry.seq, sha256 } };
}

function takenOut(entry: StoredEntry, withheld: Withheld[] = []): StoredEntry {
  return entry.before ? { ...entry, before: takenOutOf(entry.before, withheld) } : entry;
}

function takenOutOf(before: Replaced, withheld: Withheld[] = []): Replaced {
  if (withheld.length === 0) return before;
  const { accounts } = before;
  return {
    ...takeOut(before, withheld),
    ...(accounts && { accounts: withheldFrom(accounts, withheld) }),
  };
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
