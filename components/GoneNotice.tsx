import { formatTime, t } from '../utils/i18n';
import type { ReportedPost } from '../utils/model/report';
import { cardKeyOf } from './card-keys';
import { statusWord } from './words';

export interface GoneNoticeProps {
  /** Reports on posts that stood at this page's address. */
  reports: readonly ReportedPost[];
  onOpen: (reportId: string) => void;
  onClose: () => void;
}

/** Says on a page whose post was removed that the reader's report of it is still there. Takes no focus. */
export function GoneNotice({ reports, onOpen, onClose }: GoneNoticeProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from anywhere inside
    <div class="card" onKeyDown={(event) => cardKeyOf(event, false) === 'Escape' && onClose()}>
      <header class="card-head">
        <h2>{t('goneTitle')}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t('actionClose')}>
          ×
        </button>
      </header>
      <div class="card-body" role="status">
        {reports.map(({ reportId, title, text, createdAt, status }) => (
          <section key={reportId} class="earlier">
            <p class="gone-title">{title || text}</p>
            <p>{t('goneReported', formatTime(createdAt), statusWord(status))}</p>
            <button type="button" class="link" onClick={() => onOpen(reportId)}>
              {t('actionOpenReport')}
            </button>
          </section>
        ))}
      </div>
    </div>
  );
}
