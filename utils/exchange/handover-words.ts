import type { RouteWords } from '../handover/prefill';
import type { Localized } from '../model/localized';
import { categoryEntry, type Route } from '../rules/catalogue';
import { sites } from '../sites';

const siteNames = new Map(sites.map(({ id, name }) => [id, name.zh_CN]));

/** What the texts of a hand-over take from packs and sites, in Chinese as the forms are (utils/handover). */
export const handoverWords = {
  siteName: (id: string): string => siteNames.get(id) ?? id,
  categoryName: (id: string): string => categoryEntry(id)?.category.name.zh_CN ?? id,
  clause(id: string): { campaign: string; words: string } | undefined {
    const entry = categoryEntry(id);
    return entry && { campaign: entry.pack.campaign.zh_CN, words: entry.category.phrase };
  },
  route(category: string): RouteWords | undefined {
    const entry = categoryEntry(category);
    return (
      entry?.guidance &&
      entry.route && {
        id: entry.guidance.route,
        c12377: entry.route.c12377.zh_CN,
        sites: entry.route.sites,
      }
    );
  },
};

/** What a person needs to know before handing in under a category. */
export interface RouteAdvice {
  name: Localized;
  c12377: Localized;
  standing: Localized;
  also: Localized | undefined;
}

/** Once for each route that the categories lead to. */
export function routeAdvice(categories: readonly string[]): RouteAdvice[] {
  const routes = new Set<Route>(categories.flatMap((id) => categoryEntry(id)?.route ?? []));
  return [...routes].map(({ name, c12377, standing, also }) => ({ name, c12377, standing, also }));
}
