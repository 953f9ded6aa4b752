import type { Localized } from '../model/localized';
import type { Author, CountName, LabelItem, Post, PostKind, Surface } from '../model/post';
import type { Candidates } from './candidates';

/** What inline page state says of one post. State leads for labels and exact numbers, the DOM for place and text. */
export interface PostState {
  title?: string;
  text?: string;
  author?: Author;
  hashtags?: string[];
  /** ISO 8601 in UTC. */
  publishedAt?: string;
  counts?: Partial<Record<CountName, number>>;
  /** Present only if this post's own label field was read: an empty list proves the absence of a label. */
  labels?: LabelItem[];
}

export type PageState = ReadonlyMap<string, PostState>;

/** Where the platform shows its labels inside a post. */
export interface LabelPlace {
  /** Elements that exist whether or not there is a label; an empty one proves the absence. */
  place?: string;
  /** Elements that exist only when there is a label. */
  element?: string;
  /** For places that also hold other text: words that do not pass are no label. */
  only?: (text: string) => boolean;
  by: LabelItem['by'];
}

/** One kind of post on some surfaces of a site: where it is and where its fields stand. */
export interface PostShape {
  kind: PostKind;
  surfaces: readonly Surface[];
  /** Selector of the post's root element. */
  root: string;
  /** Roots that match this selector are not posts (adverts, skeletons). */
  not?: string;
  /** A function where the id stands in no element: in the address, or put together from script variables. */
  id: Candidates | ((root: Element, page: URL) => string | undefined);
  /** Permalink; `undefined` when it cannot be told from the id, the root and the page's address. */
  url: (id: string, root: Element, page: URL) => string | undefined;
  title?: Candidates;
  /** The element whose text is the post's body; marks are painted in it. */
  text?: Candidates;
  authorName?: Candidates;
  authorId?: Candidates;
  authorUrl?: Candidates;
  verification?: Candidates;
  publishedAt?: Candidates;
  /** Time of creation as ISO 8601 for ids that hold one; used when neither the state nor the post shows a time. */
  timeInId?: (id: string) => string | undefined;
  hashtags?: Candidates;
  counts?: Partial<Record<CountName, Candidates>>;
  labels?: readonly LabelPlace[];
  /**
   * For sites whose label element is not known: the root is searched for elements whose whole text is a known label
   * sentence. This selector names the parts that are not searched: all that people write (text, title, names,
   * comments) and nested posts. Such a search can see a label, but never prove its absence.
   */
  labelSentencesOutside?: string;
  /** Fields whose absence lowers the page's health to `partial`. */
  required?: readonly ('title' | 'text' | 'author' | 'publishedAt')[];
}

export interface SiteAdapter {
  id: string;
  name: Localized;
  /** Extension match patterns; they become the content script's hosts. */
  matches: readonly string[];
  /** `undefined` for addresses that hold no posts. */
  surfaceOf: (url: URL) => Surface | undefined;
  shapes: readonly PostShape[];
  /** Selector that is present only on pages of removed posts; a function where absence must be weighed too. */
  removed?: string | ((document: Document, url: URL) => boolean);
  /** Reads inline state; keys are post ids. Never throws: state that cannot be read is no state. */
  readState?: (document: Document, url: URL) => PageState;
}

/**
 * Reads an API answer that a site's page itself would have loaded; `utils/sites/<id>/answers.ts` exports one as
 * `readAnswer`. Returns `undefined` when the endpoint is not one of the site's, and throws nothing that an answer
 * can cause.
 */
export type AnswerReader = (endpoint: URL, body: unknown) => Post[] | undefined;

/** Identity helper: gives a site definition its type and nothing else. */
export function defineSite(site: SiteAdapter): SiteAdapter {
  return site;
}
