import { formatNumber, t } from '../../utils/i18n';
import type { ReportStatus } from '../../utils/model/report';
import { statusWord } from '../words';

export interface BulkBarProps {
  /** Reports that are selected, and how many of them the list shows. */
  count: number;
  shown: number;
  /** Whether they are all that the list has. */
  all: boolean;
  onStatus: (status: ReportStatus) => void;
  onAssign: () => void;
  onTag: () => void;
  onExport: () => void;
  onRemove: () => void;
  onClear: () => void;
}

/** Decisions first, and the way back last. */
const STATUSES: readonly ReportStatus[] = ['confirmed', 'dismissed', 'submitted', 'new'];

/** What can be done with the reports that are selected. The live region stays, so that every change is told. */
export function BulkBar({ count, shown, all, ...on }: BulkBarProps) {
  return (
    <div class={count > 0 ? 'queue-bulk' : 'visually-hidden'}>
      <span role="status" class="queue-bulk-count">
        {count > 0 && selectedWords(count, shown, all)}
      </span>
      {count > 0 && (
        <>
          <fieldset class="queue-bulk-status">
            <legend class="visually-hidden">{t('reportStatus')}</legend>
            {STATUSES.map((status) => (
              <button key={status} type="button" class="button" onClick={() => on.onStatus(status)}>
                {statusWord(status)}
              </button>
            ))}
          </fieldset>
          <button type="button" class="button" onClick={on.onAssign}>
            {t('queueAssign')}
          </button>
          <button type="button" class="button" onClick={on.onTag}>
            {t('queueTag')}
          </button>
          <button type="button" class="button" onClick={on.onExport}>
            {t('queueExport')}
          </button>
          <button type="button" class="button danger" onClick={on.onRemove}>
            {t('actionDelete')}
          </button>
          <button type="button" class="button quiet" onClick={on.onClear}>
            {t('listClear')}
          </button>
        </>
      )}
    </div>
  );
}

function selectedWords(count: number, shown: number, all: boolean): string {
  const number = formatNumber(count);
  if (shown < count) return t('queueSelectedHidden', number, formatNumber(count - shown));
  return all ? t('queueSelectedAll', number) : t('listSelected', number);
}
