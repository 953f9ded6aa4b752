import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { Notice } from '../Notice';
import { CareSection } from './CareSection';
import { DamagedRow } from './DamagedRow';

export interface DamagedSectionProps {
  rows: readonly { id: string; problem: string }[];
  /** Ids of rows that were removed on this page and can be put back. */
  removed: readonly string[];
  problem: string | undefined;
  onExport: (ids: readonly string[]) => void;
  onRemove: (id: string) => void;
  onPutBack: (id: string) => void;
}

const AT_ONCE = 50;

/** Rows that cannot be read as reports: what is wrong with them, and what can be done. */
export function DamagedSection({ rows, removed, problem, ...on }: DamagedSectionProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The button that was pressed went with its row.
    if (removed.length > 0 && document.activeElement === document.body) place.current?.focus();
  }, [rows.length, removed.length]);
  return (
    <CareSection title={t('careDamagedTitle')}>
      <div tabIndex={-1} ref={place} class="care-damaged">
        <p role="status">
          {rows.length === 0 ? t('careDamagedNone') : t('careDamagedFound', formatNumber(rows.length))}
        </p>
        {problem && <Notice tone="error">{problem}</Notice>}
        {rows.length > 0 && (
          <>
            <p class="muted small">{t('careDamagedLead')}</p>
            <ul class="care-list" aria-label={t('careDamagedTitle')}>
              {rows.slice(0, shown).map((row) => (
                <DamagedRow
                  key={row.id}
                  {...row}
                  onExport={() => on.onExport([row.id])}
                  onRemove={() => on.onRemove(row.id)}
                />
              ))}
            </ul>
            <div class="row">
              {rows.length > shown && (
                <button type="button" class="button" onClick={() => setShown(shown + AT_ONCE)}>
                  {t('careShowMore', formatNumber(rows.length - shown))}
                </button>
              )}
              <button type="button" class="button" onClick={() => on.onExport(rows.map(({ id }) => id))}>
                {t('careDamagedExportAll')}
              </button>
            </div>
          </>
        )}
        {removed.length > 0 && <Removed ids={removed} onPutBack={on.onPutBack} />}
      </div>
    </CareSection>
  );
}

function Removed({ ids, onPutBack }: { ids: readonly string[]; onPutBack: (id: string) => void }) {
  return (
    <>
      <h3>{t('careDamagedRemoved')}</h3>
      <ul class="care-list">
        {ids.map((id) => (
          <li key={id} class="care-item care-item-head">
            <code>{id}</code>
            <button
              type="button"
              class="button"
              aria-label={t('careDamagedPutBackOf', id)}
              onClick={() => onPutBack(id)}
            >
              {t('actionPutBack')}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
