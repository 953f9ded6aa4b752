import type { Ref } from 'preact';
import { formatTime, t } from '../../utils/i18n';
import type { Report, ReportStatus } from '../../utils/model/report';
import { headline } from '../headline';
import { StatusButtons } from '../StatusButtons';
import { filedByWord, kindWord } from '../words';

export interface DetailHeadProps {
  report: Report;
  siteName: (id: string) => string;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  onStatus: (status: ReportStatus) => void;
  onHandOver: () => void;
  onDelete: () => void;
}

/** Of the queue, which hears them wherever the focus is, but in a field. */
const KEYS = { confirmed: 'C', dismissed: 'D', submitted: 'S' };

/** What the report is and what can be decided; it stays in sight while the rest is read. */
export function DetailHead({
  report,
  siteName,
  headingRef,
  onStatus,
  onHandOver,
  onDelete,
}: DetailHeadProps) {
  const { post, createdAt, filedBy, status, restored } = report;
  const filed = t('detailFiled', formatTime(createdAt), filedByWord(filedBy));
  return (
    <header class="detail-head">
      <p class="muted small">
        {[siteName(post.site), kindWord(post.kind), filed, ...(restored ? [t('detailRestored')] : [])].join(
          ' · ',
        )}
      </p>
      <h2 tabIndex={-1} {...(headingRef && { ref: headingRef })}>
        {headline(report)}
      </h2>
      <p class="detail-link">
        <a href={post.url} target="_blank" rel="noopener noreferrer">
          {t('detailOpenPost')}
        </a>
        <span class="muted url">{post.url}</span>
      </p>
      <div class="detail-actions">
        <StatusButtons status={status} keys={KEYS} onChange={onStatus} />
        <button type="button" class="button" onClick={onHandOver}>
          {t('handoverAction')}
        </button>
        <button type="button" class="button danger" onClick={onDelete}>
          {t('actionDelete')}
        </button>
      </div>
    </header>
  );
}
