import { t } from '../../utils/i18n';
import { EmptyState } from '../EmptyState';
import { FirstRun } from './FirstRun';

export interface EmptyQueueProps {
  /** Why nothing is shown: still reading, nothing was ever reported, or nothing fits the query. */
  why: 'reading' | 'no-report' | 'no-match';
  /** The browser has not promised to keep what is stored. */
  atRisk: boolean;
  onEverything: () => void;
}

export function EmptyQueue({ why, atRisk, onEverything }: EmptyQueueProps) {
  switch (why) {
    case 'reading':
      return <EmptyState title={t('reportsLoading')} />;
    case 'no-match':
      return (
        <EmptyState title={t('reportsNoMatch')}>
          <p>{t('reportsNoMatchHint')}</p>
          <p>
            <button type="button" class="button" onClick={onEverything}>
              {t('actionClearFilters')}
            </button>
          </p>
        </EmptyState>
      );
    case 'no-report':
      return <FirstRun atRisk={atRisk} />;
  }
}
