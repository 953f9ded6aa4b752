import type { Ref } from 'preact';
import { t } from '@/utils/i18n';
import { ExportBar, type ExportBarProps } from './ExportBar';
import { PARTS, type Part } from './use-place';

export interface HeaderProps extends ExportBarProps {
  part: Part;
  onPart: (part: Part) => void;
  titleRef: Ref<HTMLHeadingElement>;
}

const NAMES = { queue: 'partQueue', figures: 'partFigures', care: 'partCare' } as const;

/** Title, parts of the page, and the export of all or of what the view shows. */
export function Header({ part, onPart, titleRef, ...exporting }: HeaderProps) {
  return (
    <header class="page-head">
      <h1 tabIndex={-1} ref={titleRef}>
        {t('reportsTitle')} <span class="muted">{t('extName')}</span>
      </h1>
      <nav class="page-parts" aria-label={t('partsLegend')}>
        {PARTS.map((each) => (
          <a
            key={each}
            href={`#${each}`}
            class="page-part"
            aria-current={each === part ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onPart(each);
            }}
          >
            {t(NAMES[each])}
          </a>
        ))}
        <a class="page-part" href="/campaigns.html" target="_blank" rel="noreferrer">
          {t('actionOpenCampaigns')}
        </a>
      </nav>
      {exporting.total > 0 && <ExportBar {...exporting} />}
    </header>
  );
}
