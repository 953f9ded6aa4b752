import type { SiteBridge } from './define-site';

const modules = import.meta.glob<{ bridge: SiteBridge }>('./*/bridge.ts', { eager: true });

/** Sites that can be read in the page's own world, by id. Apart from the adapters: it is another bundle. */
export const bridges: ReadonlyMap<string, SiteBridge> = new Map(
  Object.entries(modules).map(([path, { bridge }]) => [path.split('/')[1] ?? '', bridge]),
);
