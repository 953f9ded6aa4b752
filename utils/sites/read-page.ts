import type { Health } from '../model/page';
import type { Surface } from '../model/post';
import type { PageState, SiteAdapter, StatePost } from './define-site';
import { HealthTally } from './health';
import type { PostReading } from './post-reading';
import { queryAll } from './query';
import { type PostContext, readPost } from './read-post';

export interface FoundPage {
  site: string;
  surface: Surface | null;
  health: Health;
  found: PostReading[];
}

/** What the page's own world knows (utils/bridge); both answer at once, and nothing when the bridge is off. */
export interface PageData {
  ofPage: () => PageState;
  ofElement: (root: Element) => StatePost | undefined;
}

/** Upper bound for one page; no feed known holds more at once. */
export const MAX_POSTS = 10_000;

export const NO_POSTS: Health = { status: 'not-a-post', posts: 0, labelsRead: 0, missing: [] };

/** Reads every post of a page. Pure but for reading the document; throws nothing that a page can cause. */
export function readPage(
  site: SiteAdapter,
  document: Document,
  url: URL,
  now: Date,
  data?: PageData,
): FoundPage {
  const surface = site.surfaceOf(url) ?? null;
  if (!surface || isRemoved(site, document, url)) {
    return { site: site.id, surface, health: NO_POSTS, found: [] };
  }
  let states: PageStates | undefined;
  const context = contextOf(document, { surface, url, now }, data, () => {
    states ??= statesOf(site, document, url, data);
    return states;
  });
  const found = new Map<string, PostReading>();
  const trees: ParentNode[] = [document, ...(site.trees?.(document) ?? [])];
  for (const shape of site.shapes) {
    if (!shape.surfaces.includes(surface)) continue;
    for (const root of trees.flatMap((tree) => [...queryAll(tree, shape.root)])) {
      if (found.size >= MAX_POSTS) break;
      if (shape.not && root.matches(shape.not)) continue;
      const one = readPost(site, shape, root, context);
      if (one && !found.has(one.key)) found.set(one.key, one);
    }
  }
  const tally = new HealthTally(MAX_POSTS);
  for (const one of found.values()) tally.add(one);
  const labelsRead = [...found.values()].filter(({ labels }) => labels.state !== 'unknown').length;
  const health = { ...tally.health(document, () => found.values()), labelsRead };
  return { site: site.id, surface, health, found: [...found.values()] };
}

/** What inline scripts say of posts, and what the page's own world says of them now. */
export type PageStates = readonly [inline: PageState | undefined, live: PageState | undefined];

export function statesOf(site: SiteAdapter, document: Document, url: URL, data?: PageData): PageStates {
  return [site.readState?.(document, url), data?.ofPage()];
}

/** @param states asked for when a post first needs them */
export function contextOf(
  document: Document,
  { surface, url, now }: { surface: Surface; url: URL; now: Date },
  data: PageData | undefined,
  states: () => PageStates,
): PostContext {
  return {
    surface,
    page: url,
    base: document.baseURI,
    now,
    stateOf: (id) => {
      const [inline, live] = states();
      const first = inline?.get(id);
      const newer = live?.get(id);
      return first && newer ? { ...first, ...newer } : (newer ?? first);
    },
    componentOf: (root) => data?.ofElement(root),
  };
}

export function isRemoved({ removed }: SiteAdapter, document: Document, url: URL): boolean {
  if (typeof removed === 'function') return removed(document, url);
  return removed !== undefined && document.querySelector(removed) !== null;
}
