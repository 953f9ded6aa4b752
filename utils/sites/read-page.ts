import type { Health } from '../model/page';
import type { Post, Surface } from '../model/post';
import type { PageState, PostShape, SiteAdapter, StatePost } from './define-site';
import { queryAll } from './query';
import { type FoundPost, type PostContext, readPost } from './read-post';
import { readableText } from './readable-text';

export interface FoundPage {
  site: string;
  surface: Surface | null;
  health: Health;
  found: FoundPost[];
}

/** What the page's own world knows (utils/bridge); both answer at once, and nothing when the bridge is off. */
export interface PageData {
  ofPage: () => PageState;
  ofElement: (root: Element) => StatePost | undefined;
}

/** Upper bound for one page; a feed that holds more is virtualised by every site known. */
const MAX_POSTS = 2_000;

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
    return { site: site.id, surface, health: healthOf('not-a-post', []), found: [] };
  }
  const inline = site.readState?.(document, url);
  const live = data?.ofPage();
  const context: PostContext = {
    surface,
    page: url,
    base: document.baseURI,
    now,
    stateOf: (id) => {
      const [first, newer] = [inline?.get(id), live?.get(id)];
      return first && newer ? { ...first, ...newer } : (newer ?? first);
    },
    componentOf: (root) => data?.ofElement(root),
  };
  const found = new Map<string, FoundPost & { shape: PostShape }>();
  const trees: ParentNode[] = [document, ...(site.trees?.(document) ?? [])];
  for (const shape of site.shapes) {
    if (!shape.surfaces.includes(surface)) continue;
    for (const root of trees.flatMap((tree) => [...queryAll(tree, shape.root)])) {
      if (found.size >= MAX_POSTS) break;
      if (shape.not && root.matches(shape.not)) continue;
      const one = readPost(site, shape, root, context);
      if (one && !found.has(one.post.key)) found.set(one.post.key, { ...one, shape });
    }
  }
  const all = [...found.values()];
  return {
    site: site.id,
    surface,
    health: judge(all, document),
    found: all.map(({ shape: _, ...one }) => one),
  };
}

function isRemoved({ removed }: SiteAdapter, document: Document, url: URL): boolean {
  if (typeof removed === 'function') return removed(document, url);
  return removed !== undefined && document.querySelector(removed) !== null;
}

function judge(found: readonly (FoundPost & { shape: PostShape })[], document: Document): Health {
  const posts = found.map(({ post }) => post);
  const missing = new Set<string>();
  let required = 0;
  let present = 0;
  for (const { shape, post } of found) {
    for (const field of shape.required ?? []) {
      required++;
      if (field === 'author' ? post.author.name : post[field]) present++;
      else missing.add(`${shape.kind}.${field}`);
    }
  }
  const isLost = found.length === 0 || present * 2 < required || showsElsewhere(found, document);
  return healthOf(isLost ? 'layout-changed' : missing.size > 0 ? 'partial' : 'ok', posts, [...missing]);
}

/**
 * The page's data name a post, its words stand on the page, and no candidate finds them. A page that shows nothing
 * until a script has run is not such a page.
 */
function showsElsewhere(found: readonly FoundPost[], document: Document): boolean {
  if (found.some(({ shown }) => shown.title || shown.text || shown.author)) return false;
  const page = readableText(document.body);
  return found.some(({ post: { title, text } }) =>
    [title, text].some((words) => words && page.includes(words.slice(0, 20))),
  );
}

function healthOf(status: Health['status'], posts: readonly Post[], missing: string[] = []): Health {
  const labelsRead = posts.filter(({ labels }) => labels.state !== 'unknown').length;
  return { status, posts: posts.length, labelsRead, missing: missing.sort() };
}
