import type { Account } from '../model/account';
import { changesSince } from '../model/changes';
import { MEDIA_VERDICTS, type MediaCheck } from '../model/media-check';
import { type Author, type LabelReading, UNKNOWN_LABELS } from '../model/post';
import type { CheckAnswer, ReportStatus } from '../model/report';
import type { ComparedField } from './plan';

type Said = Account['report'];
type Marks = Pick<Account, 'partial' | 'masked'>;

/** One field as reviewers compare it. */
export interface SaidOf<T> {
  of: (report: Said) => T;
  /** Whether it is said otherwise, not just more or less. */
  contradicts: (here: Said, theirs: Said, marks: Marks) => boolean;
}

export const comparisons: { [F in ComparedField]: SaidOf<unknown> } = {
  status: field<ReportStatus>(
    ({ status }) => status,
    (a, b, here, theirs) =>
      [a, b].every((status) => status !== 'new') &&
      [here, theirs].every(({ statusFrom }) => statusFrom === undefined) &&
      a !== b,
  ),
  categories: field(({ categories }) => categories, differAsSets),
  answers: field(({ answers = [] }) => answers, differInAnswers),
  note: field(
    ({ note }) => note,
    (a, b, _here, _theirs, marks) => !isMasked(b, marks) && isOther(trimmed(a), trimmed(b)),
  ),
  tags: field(({ tags = [] }) => tags, differAsSets),
  title: field(
    ({ post }) => post.title,
    (a, b, _here, _theirs, marks) => isEdited(a, b, marks),
  ),
  text: field(
    ({ post }) => post.text,
    (a, b, _here, _theirs, marks) => isEdited(a, b, marks),
  ),
  labels: field(
    ({ post }) => post.labels,
    (a, b, _here, _theirs, { partial }) => differInLabels(a, b, partial),
  ),
  files: field(({ mediaChecks = [] }) => strongestOf(mediaChecks), differInFiles),
  author: field(
    ({ post }) => post.author,
    (a, b, _here, _theirs, marks) => differAsAuthors(a, b, marks),
  ),
};

function field<T>(
  of: (report: Said) => T,
  differs: (a: T, b: T, here: Said, theirs: Said, marks: Marks) => boolean,
): SaidOf<unknown> {
  return { of, contradicts: (here, theirs, marks) => differs(of(here), of(theirs), here, theirs, marks) };
}

/** Who says nothing says nothing else. */
function differAsSets(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return a.some((each) => !b.includes(each)) || b.some((each) => !a.includes(each));
}

/** Answered by both, and otherwise. */
function differInAnswers(a: readonly CheckAnswer[], b: readonly CheckAnswer[]): boolean {
  const key = ({ category, question }: CheckAnswer) => JSON.stringify([category, question.zh_CN]);
  const here = new Map(a.map((each) => [key(each), each.answer]));
  return b.some((each) => (here.get(key(each)) ?? each.answer) !== each.answer);
}

function isOther(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** Tables are masked always; where nothing was, an asterisk is one of the author's. */
function isMasked(text: string, { partial, masked }: Marks): boolean {
  return Boolean(partial || masked) && text.includes('*');
}

function trimmed(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** As a post that is seen again is compared with its report; words that were masked or left out cannot be. */
function isEdited(here: string, theirs: string, marks: Marks): boolean {
  if (isMasked(theirs, marks)) return false;
  if (marks.partial && trimmed(here).startsWith(trimmed(theirs))) return false;
  return changesSince({ ...NOTHING_READ, text: here }, { ...NOTHING_READ, text: theirs }).includes('edited');
}

/** A table has no more of the labels than whether there were any. */
function differInLabels(here: LabelReading, theirs: LabelReading, partial: Marks['partial']): boolean {
  if (here.state === 'unknown' || theirs.state === 'unknown') return false;
  if (partial) return here.state !== theirs.state;
  const changes = [labelsSince(here, theirs), labelsSince(theirs, here)].flat();
  return changes.some((change) => change !== 'same');
}

function labelsSince(then: LabelReading, now: LabelReading) {
  return changesSince({ ...NOTHING_READ, labels: then }, { ...NOTHING_READ, labels: now });
}

/** Of the checks that could be read, the one that says most. */
function strongestOf(checks: readonly MediaCheck[]): MediaCheck | undefined {
  const read = checks.filter(({ verdict }) => verdict !== 'unreadable');
  return MEDIA_VERDICTS.flatMap((verdict) => read.filter((check) => check.verdict === verdict))[0];
}

/** They come to something else, and not because more files were read: the same file was found to say otherwise. */
function differInFiles(
  a: MediaCheck | undefined,
  b: MediaCheck | undefined,
  { mediaChecks: here = [] }: Said,
  { mediaChecks: theirs = [] }: Said,
): boolean {
  if (!a || !b || a.verdict === b.verdict) return false;
  const known = new Map(here.map((check) => [check.media.url, check.verdict]));
  return theirs.some(({ media, verdict }) => {
    const ours = known.get(media.url);
    return ours !== undefined && ours !== verdict && ours !== 'unreadable' && verdict !== 'unreadable';
  });
}

function differAsAuthors(a: Author, b: Author, marks: Marks): boolean {
  if (a.id && b.id) return a.id !== b.id;
  const name = (b.name ?? '').trim();
  if (isMasked(name, marks)) return false;
  return isOther((a.name ?? '').trim(), name);
}

const NOTHING_READ = { title: '', text: '', labels: UNKNOWN_LABELS, lastChanges: [] };
