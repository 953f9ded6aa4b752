import { formatNumber, t } from '@/utils/i18n';
import { formatBytes } from '../care/format-bytes';
import { Notice } from '../Notice';

/** How an export ended. */
export type ExportEnd =
  | {
      at: 'done';
      result: {
        name: string;
        /** Of bytes. */
        size: number;
        count: number;
        left: number;
        damaged: number;
        noted: number;
      };
    }
  | { at: 'cancelled'; noted: number }
  | { at: 'failed'; words: string };

/** What came of the last export; in a live region that is there before. */
export function ExportOutcome({ end }: { end: ExportEnd | undefined }) {
  return (
    <>
      <div role="status">
        {end?.at === 'done' && <Done {...end.result} />}
        {end?.at === 'cancelled' && (
          <p class="exchange-result">
            {end.noted === 0 ? t('exportCancelled') : t('exportCancelledNoted', formatNumber(end.noted))}
          </p>
        )}
      </div>
      {end?.at === 'failed' && <Notice tone="error">{end.words}</Notice>}
    </>
  );
}

function Done(props: Extract<ExportEnd, { at: 'done' }>['result']) {
  const { name, size, count, left, damaged, noted } = props;
  return (
    <div class="exchange-result">
      <p>{t('exportDone', formatNumber(count), name, formatBytes(size))}</p>
      {left > 0 && <p>{t('exportLeft', formatNumber(left))}</p>}
      {damaged > 0 && <p>{t('exportDamaged', formatNumber(damaged))}</p>}
      {noted > 0 && <p>{t('exportOverruled', formatNumber(noted))}</p>}
    </div>
  );
}
