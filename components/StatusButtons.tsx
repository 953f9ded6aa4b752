import { t } from '../utils/i18n';
import { REPORT_STATUSES, type ReportStatus } from '../utils/model/report';
import { KeyHint } from './KeyHint';
import { statusWord } from './words';

export interface StatusButtonsProps {
  status: ReportStatus;
  /** Keys that do the same, where there are any, as they are shown. */
  keys?: Partial<Record<ReportStatus, string>>;
  onChange: (status: ReportStatus) => void;
}

export function StatusButtons({ status, keys = {}, onChange }: StatusButtonsProps) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('reportStatus')}</legend>
      {REPORT_STATUSES.map((each) => (
        <button
          key={each}
          type="button"
          class={`segment status-${each}`}
          aria-pressed={each === status}
          aria-keyshortcuts={keys[each]?.toLowerCase()}
          onClick={() => each !== status && onChange(each)}
        >
          {statusWord(each)}
          {keys[each] && <KeyHint of={keys[each]} />}
        </button>
      ))}
    </fieldset>
  );
}

export function StatusTag({ status }: { status: ReportStatus }) {
  return <span class={`status-tag status-${status}`}>{statusWord(status)}</span>;
}
