/** A reading of one post, as the page itself showed it. Plain data: survives a message and IndexedDB. */

/** `topic` is an entry of a hot list; `excerpt` is text that the reader selected where no post could be told. */
export const POST_KINDS = [
  'video',
  'note',
  'article',
  'answer',
  'question',
  'pin',
  'thread',
  'comment',
  'live',
  'danmaku',
  'topic',
  'excerpt',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export const SURFACES = ['feed', 'detail', 'search', 'profile', 'comments', 'live', 'hot'] as const;
/** The kind of place on a site that a page is. */
export type Surface = (typeof SURFACES)[number];

export const COUNT_NAMES = ['like', 'comment', 'collect', 'share', 'view'] as const;
export type CountName = (typeof COUNT_NAMES)[number];

/** `site:kind:id`; the same post read on two surfaces has the same key. */
export type PostKey = `${string}:${PostKind}:${string}`;

export interface Author {
  name?: string;
  /** The site's own stable id, not the display name. */
  id?: string;
  url?: string;
  /** Verification exactly as the page words it. */
  verification?: string;
}

export const LABEL_KINDS = ['ai', 'fiction', 'source', 'ad', 'opinion', 'risk', 'note'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

export interface LabelItem {
  kind: LabelKind;
  /** The label's words as shown, prefixes included. */
  text: string;
  by: 'author' | 'platform' | 'community';
  from: 'state' | 'element' | 'text';
}

/**
 * Three-valued on purpose (design rule 3): `none` is claimed only when the label's place, or the state of this
 * very post, was read and held nothing; in every other case the reading is `unknown`.
 */
export type LabelReading =
  | { state: 'seen'; items: [LabelItem, ...LabelItem[]] }
  | { state: 'none'; items: [] }
  | { state: 'unknown'; items: [] };

/**
 * One place where a post's label would stand, and what it held when the post was read: the observation that a label
 * reading rests on. An empty `text` says that the place was there and held nothing.
 */
export interface LabelPlaceReading {
  from: 'element' | 'state';
  /** Selector of the place, or path of the state field, as the site's definition names it. */
  where: string;
  /** The words that stood there, cut to 200 characters; those of a field's labels joined by ` · `. */
  text: string;
}

export const MEDIA_TYPES = ['image', 'video', 'audio'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** A picture, video or sound of a post, by the address from which the page loads it. */
export interface Media {
  type: MediaType;
  url: string;
}

export interface Post {
  key: PostKey;
  site: string;
  kind: PostKind;
  id: string;
  /** Permalink without session tokens. */
  url: string;
  surface: Surface;
  author: Author;
  title: string;
  text: string;
  /** Without the leading #. */
  hashtags: string[];
  /** ISO 8601 in UTC. */
  publishedAt?: string;
  /** True when `publishedAt` was resolved from a relative form such as 3小时前. */
  publishedApprox?: boolean;
  counts: Partial<Record<CountName, number>>;
  /** Absent when the page gave no web address of any; reports filed before 2026-11 have none either. */
  media?: Media[];
  labels: LabelReading;
  /** Every place and field that was there to be read; absent when there was none. */
  labelPlaces?: LabelPlaceReading[];
}

/** The two fields that rules read and that marks are painted in. */
export const TEXT_FIELDS = ['title', 'text'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export function postKey(site: string, kind: PostKind, id: string): PostKey {
  return `${site}:${kind}:${id}`;
}

export const UNKNOWN_LABELS: LabelReading = { state: 'unknown', items: [] };
export const NO_LABELS: LabelReading = { state: 'none', items: [] };

/** `seen` when there are items; otherwise `none` or `unknown` by whether the label's place was read. */
export function labelReading(items: readonly LabelItem[], placeWasRead: boolean): LabelReading {
  const [first, ...rest] = items;
  if (first) return { state: 'seen', items: [first, ...rest] };
  return placeWasRead ? NO_LABELS : UNKNOWN_LABELS;
}
