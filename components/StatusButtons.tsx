import { t } from '../utils/i18n';
import { REPORT_STATUSES, type ReportStatus } from '../utils/model/report';
import { statusWord } from './words';

export interface StatusButtonsProps {
  status: ReportStatus;
  onChange: (status: ReportStatus) => void;
}

export function StatusButtons({ status, onChange }: StatusButtonsProps) {
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{t('reportStatus')}</legend>
      {REPORT_STATUSES.map((each) => (
        <button
          key={each}
          type="button"
          class={`segment status-${each}`}
          aria-pressed={each === status}
          onClick={() => each !== status && onChange(each)}
        >
          {statusWord(each)}
        </button>
      ))}
    </fieldset>
  );
}

export function StatusTag({ status }: { status: ReportStatus }) {
  return <span class={`status-tag status-${status}`}>{statusWord(status)}</span>;
}
