import type { Ref } from 'preact';
import { t } from '@/utils/i18n';
import { PARTS, type Part } from './use-place';

export interface HeaderProps {
  part: Part;
  onPart: (part: Part) => void;
  titleRef: Ref<HTMLHeadingElement>;
}

const NAMES = {
  queue: 'partQueue',
  figures: 'partFigures',
  exchange: 'partExchange',
  cases: 'partCases',
  care: 'partCare',
} as const;

/** Title and the parts of the page. */
export function Header({ part, onPart, titleRef }: HeaderProps) {
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
    </header>
  );
}
