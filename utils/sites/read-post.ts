import { MEDIA_TYPES, type Media, type Post, postKey, type Surface } from '../model/post';
import { allValues, type Candidates, firstElement, firstValue } from './candidates';
import { parseCount } from './counts';
import type { PostShape, PostState, SiteAdapter, StatePost } from './define-site';
import { hashtagsIn } from './hashtags';
import { readLabels } from './read-labels';
import { MAX_TEXT, readableText } from './readable-text';
import { parseShownTime, type ShownTime } from './time';

/** A post together with the elements it was read from; elements never leave the content script. */
export interface FoundPost {
  post: Post;
  root: Element;
  /** What says which post the root shows. An address says it before the page has followed (freshness.ts). */
  idFrom: 'element' | 'component' | 'address' | 'derived';
  /** What the elements alone show, without the site's data; tells whether the page has followed its address. */
  shown: { title: string; text: string; author: string };
  /** Elements that hold the rule-read fields, for painting marks. */
  fields: { title?: Element; text?: Element };
}

/** Everything that a post is read from besides its root. */
export interface PostContext {
  surface: Surface;
  page: URL;
  /** What relative links are resolved against. */
  base: string;
  now: Date;
  /** What the page's state holds of a post. */
  stateOf: (id: string) => PostState | undefined;
  /** What the component behind an element holds. */
  componentOf: (root: Element) => StatePost | undefined;
}

const MAX_SHORT = 2_000;
const MAX_LABELS = 20;
const MAX_HASHTAGS = 200;
const MAX_MEDIA = 30;

/** Reads the post that a root element shows; `undefined` when nothing says which post it is. */
export function readPost(
  site: SiteAdapter,
  shape: PostShape,
  root: Element,
  context: PostContext,
): FoundPost | undefined {
  const behind = shape.component ? context.componentOf(root) : undefined;
  // Around a comment stands the component of what it was written under.
  const component = behind?.kind === shape.kind ? behind : undefined;
  const identity = identify(shape, root, context.page, component);
  const url = identity && shape.url(identity.id, root, context.page);
  if (!identity || !url) return undefined;
  const { id, idFrom } = identity;
  // A component of another post is one that the site has not updated yet.
  const known: PostState = { ...context.stateOf(id), ...(component?.id === id && component.fields) };
  const titleElement = shape.title && firstElementWithText(root, shape.title);
  const textElement = shape.text && firstElementWithText(root, shape.text);
  const time = readTime(root, shape, known, id, context.now);
  const media = readMedia(root, shape, known, context.base);
  const shown = {
    title: (titleElement ? readableText(titleElement) : firstValue(root, shape.title)) ?? '',
    text: withoutEnd((textElement ? readableText(textElement) : firstValue(root, shape.text)) ?? '', shape),
    author: firstValue(root, shape.authorName) ?? '',
  };
  const hashtags = known.hashtags ?? readHashtags(root, shape, shown.text);
  const post: Post = {
    key: postKey(site.id, shape.kind, id),
    site: site.id,
    kind: shape.kind,
    id,
    url,
    surface: context.surface,
    author: readAuthor(root, shape, shown.author, known, context.base),
    title: shown.title || known.title || '',
    text: shown.text || known.text || '',
    hashtags: hashtags.filter(Boolean),
    ...(time && { publishedAt: time.iso }),
    ...(time?.approximate && { publishedApprox: true }),
    counts: { ...readCounts(root, shape), ...known.counts },
    ...(media.length > 0 && { media }),
    labels: readLabels(root, shape, known, hashtags),
  };
  return {
    post: boundPost(post),
    root,
    idFrom,
    shown,
    fields: {
      ...(titleElement && { title: titleElement }),
      ...(textElement && { text: textElement }),
    },
  };
}

function identify(
  { id, idInAddress, derivedId }: PostShape,
  root: Element,
  page: URL,
  component: StatePost | undefined,
): { id: string; idFrom: FoundPost['idFrom'] } | undefined {
  const own = typeof id === 'function' ? id(root, page) : firstValue(root, id);
  if (own) return { id: own, idFrom: 'element' };
  const addressed = idInAddress && addressedId(idInAddress, page, root);
  // The component agrees with the address: the page has followed.
  if (component && (!addressed || component.id === addressed))
    return { id: component.id, idFrom: 'component' };
  if (addressed) return { id: addressed, idFrom: 'address' };
  const derived = derivedId?.(root, page);
  return derived ? { id: derived, idFrom: 'derived' } : undefined;
}

function addressedId(
  where: NonNullable<PostShape['idInAddress']>,
  page: URL,
  root: Element,
): string | undefined {
  if (typeof where === 'function') return where(page, root);
  const found = where.exec(page.pathname + page.search);
  return found?.[1] ?? found?.[0];
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

function readAuthor(
  root: Element,
  shape: PostShape,
  shown: string,
  known: PostState,
  base: string,
): Post['author'] {
  const name = shown || known.author?.name;
  const id = firstValue(root, shape.authorId) ?? known.author?.id;
  const url = webAddress(firstValue(root, shape.authorUrl) ?? known.author?.url, base);
  // Elements often show only that there is a verification; the data say what it says.
  const verification = known.author?.verification ?? firstValue(root, shape.verification);
  return {
    ...(name && { name }),
    ...(id && { id }),
    ...(url && { url }),
    ...(verification && { verification }),
  };
}

/** Only the end is cut, so that places in the text stay where the elements have them. */
function withoutEnd(text: string, { textEnd }: PostShape): string {
  return textEnd ? text.replace(textEnd, '').trimEnd() : text;
}

function readTime(
  root: Element,
  shape: PostShape,
  known: PostState,
  id: string,
  now: Date,
): ShownTime | undefined {
  if (known.publishedAt) return { iso: known.publishedAt, approximate: known.publishedApprox ?? false };
  const shown = firstValue(root, shape.publishedAt);
  const time = shown !== undefined ? parseShownTime(shown, now) : undefined;
  if (time) return time;
  const created = shape.timeInId?.(id);
  return created === undefined ? undefined : { iso: created, approximate: false };
}

function readHashtags(root: Element, { hashtags = [] }: PostShape, text: string): string[] {
  if (hashtags === 'text') return hashtagsIn(text);
  return allValues(root, hashtags).map((tag) => tag.replace(/^[#＃\s]+|[#＃\s]+$/g, ''));
}

function readCounts(root: Element, shape: PostShape): Post['counts'] {
  const counts: Post['counts'] = {};
  for (const [name, candidates] of Object.entries(shape.counts ?? {})) {
    const count = parseCount(firstValue(root, candidates));
    if (count !== undefined) counts[name as keyof Post['counts']] = count;
  }
  return counts;
}

function readMedia(root: Element, { media = {} }: PostShape, known: PostState, base: string): Media[] {
  const shown = MEDIA_TYPES.flatMap((type) =>
    allValues(root, media[type]).map((address) => ({ type, url: webAddress(address, base) })),
  );
  const all = [...(known.media ?? []), ...shown].filter((each): each is Media =>
    /^https?:\/\//.test(each.url ?? ''),
  );
  const distinct = new Map(all.map((each) => [each.url, each]));
  return [...distinct.values()].filter(({ url }) => url.length <= MAX_SHORT).slice(0, MAX_MEDIA);
}

/** Absolute http(s) address of a link as the page writes it. */
function webAddress(link: string | undefined, base: string): string | undefined {
  const address = link ? URL.parse(link, base) : null;
  return address && /^https?:$/.test(address.protocol) ? address.href : undefined;
}
