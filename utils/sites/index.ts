import type { SiteAdapter } from './define-site';

const modules = import.meta.glob<{ site: SiteAdapter }>('./*/index.ts', {
  eager: true,
});

/** All sites, found by folder: to add one is to add `utils/sites/<id>/index.ts` that exports `site`. */
export const sites: readonly SiteAdapter[] = Object.values(modules)
  .map(({ site }) => site)
  .sort((a, b) => a.id.localeCompare(b.id));

/** The site that claims an address; match patterns of two sites never overlap (inventory test). */
export function siteFor(url: URL): SiteAdapter | undefined {
  return sites.find((site) => site.matches.some((pattern) => matchesPattern(pattern, url)));
}

/** Hosts of every site, including those that the reader must turn on first. */
export const allMatches: readonly string[] = sites.flatMap((site) => site.matches);

/** Hosts that the manifest names. */
export const defaultMatches: readonly string[] = sites.flatMap((site) => (site.optIn ? [] : site.matches));

/** Hosts of the sites that are asked for only when the reader turns them on. */
export const optInMatches: readonly string[] = sites.flatMap((site) => (site.optIn ? site.matches : []));

/** Match patterns as used here: `scheme://host/path*`, the host optionally starting with `*.`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const parts = /^(https?):\/\/(\*\.)?([^/*]+)(\/.*)$/.exec(pattern);
  if (!parts) throw new Error(`Match pattern "${pattern}" is not of the form https://host/path*`);
  const [, scheme, wildcard, host = '', path = ''] = parts;
  const hostFits = url.hostname === host || (wildcard !== undefined && url.hostname.endsWith(`.${host}`));
  const pathFits = path.endsWith('*') ? url.pathname.startsWith(path.slice(0, -1)) : url.pathname === path;
  return url.protocol === `${scheme}:` && hostFits && pathFits;
}
