import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';

export interface ExportConcernsProps {
  /** Reports that were checked. */
  total: number;
  /** Whether every concern has its choice. */
  chosen: boolean;
  /** Reports that will be in the file. */
  going: number;
  /** The concerns themselves. */
  children: ComponentChildren;
  onTake: () => void;
  onBack: () => void;
}

/** Stands between the check and the file: nothing is written before the reader has chosen. */
export function ExportConcerns({ total, chosen, going, children, onTake, onBack }: ExportConcernsProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  const ready = chosen && going > 0;
  return (
    <section class="export-concerns" aria-labelledby={id}>
      <h3 id={id} ref={heading} tabIndex={-1}>
        {t('exportConcerns')}
      </h3>
      <p class="muted small">{t('exportConcernsIntro', formatNumber(total))}</p>
      {children}
      <p role="status" class="small">
        {going === 0 && t('exportAllLeft')}
      </p>
      <div class="exchange-actions">
        <button type="button" class="button primary" aria-disabled={!ready} onClick={() => ready && onTake()}>
          {t('exportTake', formatNumber(going))}
        </button>
        <button type="button" class="button" onClick={onBack}>
          {t('exportBack')}
        </button>
      </div>
    </section>
  );
}
