import type { Localized } from '../model/localized';
import type { Author, CountName, LabelItem, Media, MediaType, Post, PostKind, Surface } from '../model/post';
import type { Candidates } from './candidates';

/** What a site's data say of one post. They lead for labels and exact numbers, the DOM for place and text. */
export interface PostState {
  title?: string;
  text?: string;
  author?: Author;
  hashtags?: string[];
  /** ISO 8601 in UTC. */
  publishedAt?: string;
  /** Set when `publishedAt` was resolved from a relative or shortened form. */
  publishedApprox?: true;
  counts?: Partial<Record<CountName, number>>;
  media?: Media[];
  /** Present only if this post's own label field was read. */
  labels?: LabelFields;
  /** The data name a label that stands where it is not read: an empty label place then proves nothing. */
  labelElsewhere?: true;
}

/** What a post's own label fields hold. */
export interface LabelFields {
  /** The fields that were looked at, as the data name them, joined by ` · `. */
  field: string;
  /** Empty when the fields hold no label: that proves its absence. */
  items: LabelItem[];
}

/** By post id. */
export type PageState = ReadonlyMap<string, PostState>;

/** A post as a site's data hold it: in inline state, behind a component, or in an API answer. */
export interface StatePost {
  kind: PostKind;
  id: string;
  fields: PostState;
}

/** Where the platform shows its labels inside a post. */
export type LabelPlace = LabelSpot & {
  /** For places that also hold other text: words that do not pass are no label. */
  only?: (text: string) => boolean;
  /** `text` for a place inside what the author writes; the default is `element`. */
  from?: 'text';
  by: LabelItem['by'];
  /** For places that hold one kind of label only, whatever its words and their language. */
  kind?: LabelItem['kind'];
};

type LabelSpot =
  | {
      /** Elements that exist whether or not there is a label; an empty one proves the absence. */
      place: string;
      element?: undefined;
    }
  | {
      /** Elements that exist only when there is a label. */
      element: string;
      place?: undefined;
    };

/** One kind of post on some surfaces of a site: where it is and where its fields stand. */
export interface PostShape {
  kind: PostKind;
  surfaces: readonly Surface[];
  /** Selector of the post's root element; `>>>` goes on inside open shadow roots (query.ts). */
  root: string;
  /** Roots that match this selector are not posts (adverts, skeletons). */
  not?: string;
  /**
   * Where the post's own elements hold its id. A function only where it is put together from several places. An
   * empty list for posts whose id is known to their component alone.
   */
  id: Candidates | ((root: Element, page: URL) => string | undefined);
  /**
   * Takes the id from the page's address (pathname and query) when no element holds one; the first group is the id.
   * A post found in this way is held back after an in-page navigation until its content has changed as well.
   */
  idInAddress?: RegExp | ((page: URL, root: Element) => string | undefined);
  /**
   * For posts whose id neither an element nor the address holds: one made of what tells the post from others
   * (text-id.ts). The component's own id goes before it.
   */
  derivedId?: (root: Element, page: URL) => string | undefined;
  /** Ask the bridge for what the component behind each root holds (`bridge.ts` of the site, `ofElement`). */
  component?: true;
  /** Permalink; `undefined` when it cannot be told from the id, the root and the page's address. */
  url: (id: string, root: Element, page: URL) => string | undefined;
  title?: Candidates;
  /** The element whose text is the post's body; marks are painted in it. */
  text?: Candidates;
  /** What the site puts behind the body in the same element (展开), to be cut off. */
  textEnd?: RegExp;
  authorName?: Candidates;
  authorId?: Candidates;
  authorUrl?: Candidates;
  verification?: Candidates;
  publishedAt?: Candidates;
  /** Time of creation as ISO 8601 for ids that hold one; used when neither the state nor the post shows a time. */
  timeInId?: (id: string) => string | undefined;
  /** `text` where tags are not elements of their own but stand as #name in the text. */
  hashtags?: Candidates | 'text';
  counts?: Partial<Record<CountName, Candidates>>;
  /** Where addresses of pictures, videos and sounds stand; only http(s) addresses are kept. */
  media?: Partial<Record<MediaType, Candidates>>;
  labels?: readonly LabelPlace[];
  /**
   * For sites whose label element is not known: the root is searched for elements whose whole text is a known label
   * sentence. This selector names the parts that are not searched: all that people write (text, title, names,
   * comments) and nested posts. Such a search can see a label, but never prove its absence.
   */
  labelSentencesOutside?: string;
  /**
   * Fields whose absence lowers the page's health to `partial`; when most of them are missing, the layout has changed.
   */
  required?: readonly ('title' | 'text' | 'author' | 'publishedAt')[];
}

export interface SiteAdapter {
  id: string;
  name: Localized;
  /** Extension match patterns; they become the content script's hosts. */
  matches: readonly string[];
  /** The reader turns the site on in the options; until then its hosts are not asked for. */
  optIn?: true;
  /** `undefined` for addresses that hold no posts. */
  surfaceOf: (url: URL) => Surface | undefined;
  shapes: readonly PostShape[];
  /**
   * Trees beside the document that hold posts of the page: lists that stand in comments until the site's script has
   * put them in. Their posts are read and counted, and cannot be marked.
   */
  trees?: (document: Document) => Iterable<ParentNode>;
  /** Selector that is present only on pages of removed posts; a function where absence must be weighed too. */
  removed?: string | ((document: Document, url: URL) => boolean);
  /** Reads inline state; keys are post ids. Never throws: state that cannot be read is no state. */
  readState?: (document: Document, url: URL) => PageState;
}

/**
 * Reads what the page's own world knows (`utils/sites/<id>/bridge.ts` exports one as `bridge`). It runs in that world:
 * it only reads, calls nothing of the page, sends no request and may throw; the caller bounds what it gives.
 */
export interface SiteBridge {
  /** Posts in the page's state objects; `page` is the page's `window`. */
  ofPage?: (page: Readonly<Record<string, unknown>>) => Iterable<StatePost>;
  /** The post that the component behind an element shows (React props, Vue instance, custom element's data). */
  ofElement?: (element: Element) => StatePost | undefined;
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
