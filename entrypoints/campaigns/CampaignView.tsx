import type { Ref } from 'preact';
import { localized, t } from '@/utils/i18n';
import type { CampaignEntry } from '@/utils/rules/catalogue';
import { CategoryView } from './CategoryView';
import { SourceList } from './SourceList';

export interface CampaignViewProps {
  campaign: CampaignEntry;
  /** Id of the category that the address names: it is unfolded. */
  opened: string | undefined;
  headingRef: Ref<HTMLHeadingElement>;
  onSame: () => void;
}

/** One campaign with all its categories. */
export function CampaignView({ campaign, opened, headingRef, onSame }: CampaignViewProps) {
  const { pack, year, categories, marked, sources } = campaign;
  return (
    <article class="campaign">
      <header>
        <p class="muted">
          {year} · {t('campaignCounts', categories.length, marked)}
        </p>
        <h2 tabIndex={-1} ref={headingRef}>
          {localized(pack.campaign)}
        </h2>
        {pack.measures && <p class="small muted">{t('campaignMeasures', localized(pack.measures))}</p>}
        <details class="campaign-sources">
          <summary>{t('campaignSources', sources.length)}</summary>
          <SourceList sources={sources} />
        </details>
      </header>
      <div class="categories">
        {categories.map((entry) => (
          <CategoryView
            key={entry.category.id}
            entry={entry}
            open={entry.category.id === opened}
            onSame={onSame}
          />
        ))}
      </div>
    </article>
  );
}
