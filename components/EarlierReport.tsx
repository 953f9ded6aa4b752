import { formatTime, t } from '../utils/i18n';
import type { LabelReading } from '../utils/model/post';
import type { Change, ReportedPost } from '../utils/model/report';
import { changeWord, statusWord } from './words';

/** A report that the reader filed on a post before, and how the post differs from it now. */
export interface Earlier {
  report: ReportedPost;
  changes: readonly Change[];
}

export interface EarlierReportProps {
  earlier: Earlier;
  /** What the label place says now. */
  labels: LabelReading;
  onOpen: (reportId: string) => void;
}

export function EarlierReport({ earlier: { report, changes }, labels, onOpen }: EarlierReportProps) {
  const words = changes.map((change) => wordOf(change, addedLabels(report.labels, labels)));
  return (
    <section class="earlier">
      <h3>
        {t('earlierReported', formatTime(report.createdAt))}{' '}
        <span class={`status status-${report.status}`}>{statusWord(report.status)}</span>
      </h3>
      {words.length > 0 && <p>{t('earlierSince', words.join(t('listSeparator')))}</p>}
      <button type="button" class="link" onClick={() => onOpen(report.reportId)}>
        {t('actionOpenReport')}
      </button>
    </section>
  );
}

function addedLabels(before: LabelReading, now: LabelReading): string[] {
  const known = before.items.map(({ text }) => text);
  return now.items.map(({ text }) => text).filter((text) => !known.includes(text));
}

function wordOf(change: Change, added: readonly string[]): string {
  return change === 'labelled' && added.length > 0
    ? t('changeLabelledWith', added.join(t('listSeparator')))
    : changeWord(change);
}
