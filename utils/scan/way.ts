import type { Surface } from '../model/post';
import type { SiteAdapter } from '../sites/define-site';
import { ChangeSorter } from './changes';
import { Finder } from './finder';
import type { PageIndex, Place } from './page-index';
import { type PagePlan, planOf } from './shape-plan';

/** How one kind of page is followed. */
export interface Way {
  url: URL;
  surface: Surface | null;
  plan: PagePlan;
  sorter: ChangeSorter;
  finder: Finder;
}

export interface WayParts {
  site: SiteAdapter;
  document: Document;
  index: PageIndex;
  /** Told of every new place in which a post may stand. */
  onPlace: (place: Place) => void;
}

export function wayAt(url: URL, { site, document, index, onPlace }: WayParts): Way {
  const surface = site.surfaceOf(url) ?? null;
  const plan = planOf(site, surface);
  const sorter = new ChangeSorter(plan, index);
  return { url, surface, plan, sorter, finder: new Finder(site, document, plan, index, onPlace) };
}
