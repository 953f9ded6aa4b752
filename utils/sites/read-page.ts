import type { Health } from '../model/page';
import { type Post, postKey, type Surface } from '../model/post';
import { allValues, type Candidates, firstElement, firstValue } from './candidates';
import { parseCount } from './counts';
import type { PageState, PostShape, PostState, SiteAdapter } from './define-site';
import { readLabels } from './read-labels';
import { MAX_TEXT, readableText } from './readable-text';
import { parseShownTime, type ShownTime } from './time';

/** A post together with the elements it was read from; elements never leave the content script. */
export interface FoundPost {
  post: Post;
  root: Element;
  /** Elements that hold the rule-read fields, for painting marks. */
  fields: { title?: Element; text?: Element };
}

export interface FoundPage {
  site: string;
  surface: Surface | null;
  health: Health;
  found: FoundPost[];
}

/** Upper bound for one page; a feed that holds more is virtualised by every site known. */
const MAX_POSTS = 2_000;
const MAX_SHORT = 2_000;
const MAX_LABELS = 20;
const MAX_HASHTAGS = 200;

/** Reads every post of a page. Pure but for reading the document; throws nothing that a page can cause. */
export function readPage(site: SiteAdapter, document: Document, url: URL, now: Date): FoundPage {
  const surface = site.surfaceOf(url) ?? null;
  if (!surface || isRemoved(site, document, url)) {
    return {
      site: site.id,
      surface,
      health: { status: 'not-a-post', posts: 0, missing: [] },
      found: [],
    };
  }
  const state = site.readState?.(document, url) ?? new Map();
  const found = new Map<string, FoundPost>();
  const missing = new Set<string>();
  for (const shape of site.shapes) {
    if (!shape.surfaces.includes(surface)) continue;
    for (const root of document.querySelectorAll(shape.root)) {
      if (found.size >= MAX_POSTS) break;
      if (shape.not && root.matches(shape.not)) continue;
      const one = readPost(site, shape, surface, root, url, state, now);
      if (!one || found.has(one.post.key)) continue;
      found.set(one.post.key, one);
      for (const field of missingFields(shape, one.post)) missing.add(`${shape.kind}.${field}`);
    }
  }
  const status = found.size === 0 ? 'layout-changed' : missing.size > 0 ? 'partial' : 'ok';
  return {
    site: site.id,
    surface,
    health: { status, posts: found.size, missing: [...missing].sort() },
    found: [...found.values()],
  };
}

function isRemoved({ removed }: SiteAdapter, document: Document, url: URL): boolean {
  if (typeof removed === 'function') return removed(document, url);
  return removed !== undefined && document.querySelector(removed) !== null;
}

function readPost(
  site: SiteAdapter,
  shape: PostShape,
  surface: Surface,
  root: Element,
  page: URL,
  state: PageState,
  now: Date,
): FoundPost | undefined {
  const id = typeof shape.id === 'function' ? shape.id(root, page) : firstValue(root, shape.id);
  const url = id && shape.url(id, root, page);
  if (!id || !url) return undefined;
  const known: PostState = state.get(id) ?? {};
  const titleElement = shape.title && firstElementWithText(root, shape.title);
  const textElement = shape.text && firstElementWithText(root, shape.text);
  const shown = firstValue(root, shape.publishedAt);
  const time =
    exactTime(known.publishedAt) ??
    (shown !== undefined ? parseShownTime(shown, now) : undefined) ??
    exactTime(shape.timeInId?.(id));
  const hashtags =
    known.hashtags ?? allValues(root, shape.hashtags).map((tag) => tag.replace(/^[#＃\s]+|[#＃\s]+$/g, ''));
  const post: Post = {
    key: postKey(site.id, shape.kind, id),
    site: site.id,
    kind: shape.kind,
    id,
    url,
    surface,
    author: readAuthor(root, shape, known),
    title: (titleElement ? readableText(titleElement) : firstValue(root, shape.title)) || known.title || '',
    text: readableText(textElement) || known.text || '',
    hashtags: hashtags.filter(Boolean),
    ...(time && { publishedAt: time.iso }),
    ...(time?.approximate && { publishedApprox: true }),
    counts: { ...readCounts(root, shape), ...known.counts },
    labels: readLabels(root, shape, known, hashtags),
  };
  return {
    post: boundPost(post),
    root,
    fields: {
      ...(titleElement && { title: titleElement }),
      ...(textElement && { text: textElement }),
    },
  };
}

/** A page can put anything into its state; what is kept of it has the bounds that messages have. */
function boundPost(post: Post): Post {
  const short = (text: string) => text.slice(0, MAX_SHORT);
  const { labels } = post;
  const [first, ...others] = labels.items
    .slice(0, MAX_LABELS)
    .map((item) => ({ ...item, text: short(item.text) }));
  return {
    ...post,
    author: Object.fromEntries(Object.entries(post.author).map(([name, value]) => [name, short(value)])),
    title: short(post.title),
    text: post.text.slice(0, MAX_TEXT),
    hashtags: post.hashtags.slice(0, MAX_HASHTAGS).map(short),
    labels: first ? { state: 'seen', items: [first, ...others] } : labels,
  };
}

/** Only candidates that stand for an element's own text can be painted. */
function firstElementWithText(root: Element, candidates: Candidates): Element | undefined {
  const element = firstElement(
    root,
    candidates.filter((candidate) => !candidate.attr && !candidate.match),
  );
  return element && readableText(element) ? element : undefined;
}

function readAuthor(root: Element, shape: PostShape, known: PostState): Post['author'] {
  const name = firstValue(root, shape.authorName) ?? known.author?.name;
  const id = firstValue(root, shape.authorId) ?? known.author?.id;
  const link = firstValue(root, shape.authorUrl) ?? known.author?.url;
  const address = link ? URL.parse(link, root.ownerDocument.baseURI) : null;
  const url = address && /^https?:$/.test(address.protocol) ? address.href : undefined;
  const verification = firstValue(root, shape.verification) ?? known.author?.verification;
  return {
    ...(name && { name }),
    ...(id && { id }),
    ...(url && { url }),
    ...(verification && { verification }),
  };
}

function readCounts(root: Element, shape: PostShape): Post['counts'] {
  const counts: Post['counts'] = {};
  for (const [name, candidates] of Object.entries(shape.counts ?? {})) {
    const count = parseCount(firstValue(root, candidates));
    if (count !== undefined) counts[name as keyof Post['counts']] = count;
  }
  return counts;
}

function exactTime(iso: string | undefined): ShownTime | undefined {
  return iso === undefined ? undefined : { iso, approximate: false };
}

function missingFields(shape: PostShape, post: Post): string[] {
  return (shape.required ?? []).filter((field) => (field === 'author' ? !post.author.name : !post[field]));
}
