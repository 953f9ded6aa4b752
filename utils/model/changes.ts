import type { LabelItem, LabelReading, Post } from './post';
import type { Change, ReportedPost, Visit } from './report';

/** What of a report a post is compared with. */
export type Compared = Pick<ReportedPost, 'title' | 'text' | 'labels' | 'lastChanges'>;

/**
 * How a post that is seen again differs from its report; never `gone`, which no reading can tell. Only what both
 * readings show is claimed: a title or text that one of them lacks, or that was cut there, was not edited, and labels
 * that could not be read at either time have not come or gone. What the last visit found stands where this reading
 * cannot tell: a feed cuts texts and shows no labels.
 */
export function changesSince(report: Compared, post: Pick<Post, 'title' | 'text' | 'labels'>): Change[] {
  const { title, text, labels, lastChanges } = report;
  const stands = (change: Change, isUntold: boolean) => isUntold && lastChanges.includes(change);
  const isUntold = isHidden(title, post.title) || isHidden(text, post.text);
  const unread = post.labels.state === 'unknown';
  const changes: Change[] = [];
  if (isEdited(title, post.title) || isEdited(text, post.text) || stands('edited', isUntold))
    changes.push('edited');
  if (hasNewLabel(labels, post.labels) || stands('labelled', unread)) changes.push('labelled');
  if ((labels.state === 'seen' && post.labels.state === 'none') || stands('unlabelled', unread))
    changes.push('unlabelled');
  return changes.length > 0 ? changes : ['same'];
}

/** What is to be noted of a visit to a post that was reported: how it differs, and the words that were edited. */
export function visitOf(
  report: Compared & Pick<ReportedPost, 'reportId'>,
  post: Post,
): Omit<Visit, 'seq' | 'at'> {
  return {
    reportId: report.reportId,
    changes: changesSince(report, post),
    labels: post.labels,
    ...(isEdited(report.title, post.title) && { title: post.title }),
    ...(isEdited(report.text, post.text) && { text: post.text }),
  };
}

/** Whether a visit says no more than the one before it: words and labels that it does not tell are taken as they were. */
export function isAsBefore(last: Omit<Visit, 'seq' | 'at'>, visit: Omit<Visit, 'seq' | 'at'>): boolean {
  return (
    isSameSet(last.changes, visit.changes) &&
    isSameReading(last.labels, visit.labels) &&
    isSameText(last.title, visit.title) &&
    isSameText(last.text, visit.text)
  );
}

/** Whether a last visit found anything to differ from the report. */
export function hasChanged(changes: readonly Change[]): boolean {
  return changes.some((change) => change !== 'same');
}

/** What sites put where they cut a text, alone or one after the other; the longer of two with one ending first. */
const CUT_MARKS = [
  '…',
  '...',
  '。。。',
  '展开阅读全文',
  '展开全文',
  '阅读全文',
  '全文',
  '展开',
  '更多',
  'see more',
  'show more',
  'read more',
  'more',
];

function isEdited(then: string, now: string): boolean {
  const [before, after] = [fold(then), fold(now)];
  if (before === after || before === '' || after === '') return false;
  return !continues(before, after) && !continues(after, before);
}

/** Whether a text differs from an earlier one only in that it is not all there. */
function isHidden(then: string, now: string): boolean {
  const [before, after] = [fold(then), fold(now)];
  return before !== after && (after === '' || continues(after, before));
}

/** Whether a text is the beginning of another and says that it was cut there. */
function continues(cut: string, whole: string): boolean {
  const stem = withoutCutMarks(cut);
  return stem.length < cut.length && whole.startsWith(stem);
}

function withoutCutMarks(text: string): string {
  for (let stem = text; ; ) {
    stem = stem.trimEnd();
    const mark = CUT_MARKS.find((each) => stem.slice(-each.length).toLowerCase() === each);
    if (mark === undefined) return stem;
    stem = stem.slice(0, -mark.length);
  }
}

function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();
}

function hasNewLabel(then: LabelReading, now: LabelReading): boolean {
  if (then.state === 'unknown' || now.state !== 'seen') return false;
  return now.items.some((item) => !then.items.some((other) => isSameLabel(item, other)));
}

/** Words from a page's data and from its elements name one label differently, and so do a short and a long form. */
function isSameLabel(a: LabelItem, b: LabelItem): boolean {
  if (a.kind !== b.kind || a.by !== b.by) return false;
  const [one, other] = [fold(a.text), fold(b.text)];
  return a.from !== b.from || one.includes(other) || other.includes(one);
}

function isSameSet(a: readonly Change[], b: readonly Change[]): boolean {
  return a.length === b.length && a.every((change) => b.includes(change));
}

function isSameText(last: string | undefined, now: string | undefined): boolean {
  return now === undefined || (last !== undefined && !isEdited(last, now));
}

function isSameReading(last: LabelReading | undefined, now: LabelReading | undefined): boolean {
  if (!isTold(last) || !isTold(now)) return true;
  return !hasNewLabel(last, now) && !hasNewLabel(now, last);
}

function isTold(labels: LabelReading | undefined): labels is LabelReading {
  return labels !== undefined && labels.state !== 'unknown';
}
