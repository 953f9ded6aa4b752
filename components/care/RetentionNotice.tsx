import { formatNumber, t } from '@/utils/i18n';
import { Notice } from '../Notice';

/** Where a run of the retention rules stands. Numbers are of what can still be put back. */
export type RetentionNews =
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; reports: number; pictures: number; problem?: string }
  | { state: 'putting-back' }
  /** `problem` is absent when what is left was refused because its posts have reports again. */
  | { state: 'left'; reports: number; pictures: number; problem?: string }
  | { state: 'put-back' };

export interface RetentionNoticeProps {
  news: RetentionNews;
  onCancel: () => void;
  onPutBack: () => void;
  onClose: () => void;
}

/** What the rules have removed, with the way back for as long as the page is open. */
export function RetentionNotice({ news, onCancel, onPutBack, onClose }: RetentionNoticeProps) {
  const failed = 'problem' in news && news.problem !== undefined;
  const canPutBack = (news.state === 'done' || news.state === 'left') && news.reports + news.pictures > 0;
  const running = news.state === 'running';
  return (
    <Notice tone={failed ? 'error' : 'info'}>
      <p role={failed ? undefined : 'status'}>{running ? t('careRunningLead') : words(news)}</p>
      <div class="row">
        {running && (
          <>
            <label class="row">
              <progress max={Math.max(news.total, 1)} value={news.done} />
              {t('careRunning', formatNumber(news.done), formatNumber(news.total))}
            </label>
            <button type="button" class="button" onClick={onCancel}>
              {t('actionCancel')}
            </button>
          </>
        )}
        {canPutBack && (
          <button type="button" class="button" onClick={onPutBack}>
            {t('actionPutBack')}
          </button>
        )}
        {!running && news.state !== 'putting-back' && (
          <button type="button" class="button quiet" onClick={onClose}>
            {t(canPutBack ? 'careKeepRemoved' : 'actionClose')}
          </button>
        )}
      </div>
    </Notice>
  );
}

function words(news: Exclude<RetentionNews, { state: 'running' }>): string {
  switch (news.state) {
    case 'putting-back':
      return t('carePuttingBack');
    case 'put-back':
      return t('carePutBackDone');
    case 'done': {
      const removed = t('careRan', formatNumber(news.reports), formatNumber(news.pictures));
      return news.problem ? `${t('careRunFailed', news.problem)} ${removed}` : removed;
    }
    case 'left':
      return t(
        'carePutBackRest',
        formatNumber(news.reports),
        formatNumber(news.pictures),
        news.problem ?? t('careReportedAgain'),
      );
  }
}
