import { bridges } from '@/utils/sites/bridges';
import { queryAll } from '@/utils/sites/query';
import type { PageData } from '@/utils/sites/read-page';

interface PageWorld {
  globals?: Record<string, unknown>;
  elements?: { css: string; property: string; value: unknown }[];
}

/** What a site's bridge reads in a page whose world holds these globals and element properties, without a border. */
export function directPageData(site: string, document: Document, world: PageWorld): PageData {
  const bridge = bridges.get(site);
  if (!bridge) throw new Error(`There is no utils/sites/${site}/bridge.ts to read "page" with`);
  for (const { css, property, value } of world.elements ?? []) {
    const [element] = queryAll(document, css);
    if (!element) throw new Error(`"page" names ${css}, and no element is there`);
    (element as unknown as Record<string, unknown>)[property] = value;
  }
  const posts = [...(bridge.ofPage?.({ document, ...world.globals }) ?? [])];
  return {
    ofPage: () => new Map(posts.map(({ id, fields }) => [id, fields])),
    ofElement: (root) => bridge.ofElement?.(root),
  };
}
