import { useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import type { Report } from '../utils/model/report';
import { ReportRow, type ReportRowProps } from './ReportRow';

export interface ReportListProps extends Pick<ReportRowProps, 'siteName' | 'categoryName' | 'onOpen'> {
  reports: readonly Report[];
  currentId: string | undefined;
}

const PAGE = 200;

/** Rows as buttons; arrow keys move between them, Home and End go to the ends. */
export function ReportList({ reports, currentId, ...row }: ReportListProps) {
  const [shown, setShown] = useState(PAGE);
  const left = reports.length - shown;
  return (
    <>
      <ul class="report-list" aria-label={t('reportsListLabel')} onKeyDown={moveFocus}>
        {reports.slice(0, shown).map((report) => (
          <ReportRow key={report.id} report={report} current={report.id === currentId} {...row} />
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="button show-more" onClick={() => setShown(shown + PAGE)}>
          {t('showMore', Math.min(PAGE, left), left)}
        </button>
      )}
    </>
  );
}

function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const target = rows[targets[event.key] ?? -1];
  if (!target) return;
  event.preventDefault();
  target.focus();
}
