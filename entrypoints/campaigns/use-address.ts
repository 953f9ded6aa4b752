import { useLayoutEffect, useState } from 'preact/hooks';
import { type CampaignEntry, type CategoryEntry, campaigns, categoryEntry } from '@/utils/rules/catalogue';

/** What the fragment of the address names: `#2025-3`, `#2025-3/fake-staged`, or nothing. */
export interface Place {
  campaign?: CampaignEntry;
  category?: CategoryEntry;
  /** A fragment that this version knows nothing of. */
  unknown?: string;
  /** Grows with every visit, so that going to the same place twice is told from staying there. */
  visit: number;
}

/** The fragment of the list itself; browsers know it as the top of a page. */
export const TOP = 'top';

/** Campaign and category are part of the address, so that links, bookmarks and Back work as everywhere. */
export function useAddress() {
  const [place, setPlace] = useState<Place>(() => placeAt(location.hash, 0));
  const follow = () => setPlace(({ visit }) => placeAt(location.hash, visit + 1));
  useLayoutEffect(() => {
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return { place, revisit: follow };
}

function placeAt(hash: string, visit: number): Place {
  const id = decoded(hash.slice(1));
  if (!id || id === TOP) return { visit };
  const category = categoryEntry(id);
  const campaign = campaigns.find(({ pack }) => pack.id === (category?.pack.id ?? id));
  if (!campaign) return { visit, unknown: id };
  return { visit, campaign, ...(category && { category }) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
