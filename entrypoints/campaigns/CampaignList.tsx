import { localized, t } from '@/utils/i18n';
import { type CampaignEntry, campaigns, countPolicies } from '@/utils/rules/catalogue';
import { PolicyBar } from './PolicyBar';

export interface CampaignListProps {
  current: CampaignEntry | undefined;
  /** Number of found categories by campaign id; absent while nothing is searched. */
  hits: ReadonlyMap<string, number> | undefined;
  /** For a link to where the reader already is, which the browser does not report. */
  onSame: () => void;
}

/** Id of the element that leads to a campaign. */
export const listId = (campaign: string) => `list-${campaign}`;

/** Every campaign by year, with its categories counted and drawn. */
export function CampaignList({ current, hits, onSame }: CampaignListProps) {
  return (
    <nav class="campaign-list" aria-label={t('campaignsList')}>
      {[...Map.groupBy(campaigns, ({ year }) => year)].map(([year, entries]) => (
        <section key={year}>
          <h2>{year}</h2>
          <ul>
            {entries.map((entry) => {
              const { pack, categories, marked } = entry;
              const found = hits && (hits.get(pack.id) ?? 0);
              return (
                <li key={pack.id}>
                  <a
                    id={listId(pack.id)}
                    href={`#${pack.id}`}
                    class={found === 0 ? 'without-hits' : ''}
                    aria-current={entry === current ? 'true' : undefined}
                    onClick={({ currentTarget }) => currentTarget.hash === location.hash && onSame()}
                  >
                    <span class="campaign-name">{localized(pack.campaign)}</span>
                    <PolicyBar counts={countPolicies(categories)} />
                    <span class="small muted">
                      {found === undefined
                        ? t('campaignCounts', categories.length, marked)
                        : t('campaignsHits', found)}
                    </span>
                  </a>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </nav>
  );
}
