import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Notice } from '@/components/Notice';
import { t } from '@/utils/i18n';
import { type CampaignEntry, campaigns, findCategories, type Policy } from '@/utils/rules/catalogue';
import { CampaignList, listId } from './CampaignList';
import { CampaignView } from './CampaignView';
import { Overview } from './Overview';
import { Results } from './Results';
import { type Place, TOP, useAddress } from './use-address';

const TOTAL = findCategories('', '').length;

/** Every campaign and category; one campaign, or what was searched, is shown at a time. */
export function App() {
  const { place, revisit } = useAddress();
  const [text, setText] = useState('');
  const [policy, setPolicy] = useState<Policy | ''>('');
  /** Where the reader was when the search was last looked at; going anywhere leads away from its results. */
  const [searchedAt, setSearchedAt] = useState<Place>();
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useRef<HTMLInputElement>(null);

  const filtering = text.trim() !== '' || policy !== '';
  const found = useMemo(() => findCategories(text, policy), [text, policy]);
  const hits = useMemo(
    () =>
      filtering
        ? new Map([...Map.groupBy(found, ({ pack }) => pack.id)].map(([id, each]) => [id, each.length]))
        : undefined,
    [filtering, found],
  );
  const isSearching = filtering && searchedAt === place;
  useArrival(place, isSearching, heading);

  const lookFor = (change: { text?: string; policy?: Policy | '' }) => {
    if (change.text !== undefined) setText(change.text);
    if (change.policy !== undefined) setPolicy(change.policy);
    setSearchedAt(place);
  };
  const clear = () => {
    lookFor({ text: '', policy: '' });
    // The button that was pressed is gone.
    search.current?.focus();
  };
  const shown = place.campaign ?? campaigns[0];
  return (
    <div
      class={`campaigns ${isSearching ? 'shows-results' : place.campaign ? 'shows-campaign' : 'shows-list'}`}
    >
      <header class="page-head">
        <h1>
          {t('campaignsList')} <span class="muted">{t('extName')}</span>
        </h1>
        <span class="muted">{t('campaignsSummary', campaigns.length, TOTAL)}</span>
      </header>
      <Overview text={text} policy={policy} searchRef={search} onChange={lookFor}>
        <p class="row result-line">
          <span role="status">{filtering && t('campaignsFound', found.length, TOTAL)}</span>
          {filtering && (
            <button type="button" class="button quiet" onClick={clear}>
              {t('actionClearFilters')}
            </button>
          )}
        </p>
      </Overview>
      {place.unknown && <Notice tone="warning">{t('campaignGone', place.unknown)}</Notice>}
      <CampaignList current={isSearching ? undefined : shown} hits={hits} onSame={revisit} />
      <main>
        {isSearching && <Results found={found} onSame={revisit} onClear={clear} />}
        {!isSearching && shown && (
          <>
            <p class="ways-back">
              {filtering && (
                <button type="button" class="button quiet" onClick={() => setSearchedAt(place)}>
                  {t('campaignBackResults')}
                </button>
              )}
              <a class="to-list" href={`#${TOP}`}>
                {t('campaignBack')}
              </a>
            </p>
            <CampaignView
              key={shown.pack.id}
              campaign={shown}
              opened={place.category?.category.id}
              headingRef={heading}
              onSame={revisit}
            />
          </>
        )}
      </main>
    </div>
  );
}

/** Puts the focus on what the address names, each time it is gone to; Back to the list leads to where one was. */
function useArrival(place: Place, isSearching: boolean, heading: { current: HTMLElement | null }) {
  const before = useRef<Place | undefined>(undefined);
  useEffect(() => {
    const last = before.current;
    if (last === place || isSearching) return;
    before.current = place;
    if (place.campaign) listed(place.campaign)?.scrollIntoView({ block: 'nearest' });
    if (place.category) {
      const category = document.getElementById(place.category.category.id);
      // It may have been folded by hand since the address named it.
      if (category instanceof HTMLDetailsElement) category.open = true;
      category?.querySelector('summary')?.focus({ preventScroll: true });
      category?.scrollIntoView({ block: 'start' });
    } else if (place.campaign) {
      heading.current?.focus();
    } else if (last?.campaign) {
      listed(last.campaign)?.focus();
    }
  }, [place, isSearching]);
}

function listed({ pack }: CampaignEntry): HTMLElement | null {
  return document.getElementById(listId(pack.id));
}
