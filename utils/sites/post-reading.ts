import type { PostEvidence } from '../model/media-check';
import type { Author, LabelReading, Post, PostKey, PostKind } from '../model/post';
import { allValues, firstValue } from './candidates';
import { parseCount } from './counts';
import type { PostShape, PostState, SiteAdapter, StatePost } from './define-site';
import { hashtagsIn } from './hashtags';
import { readLabels } from './read-labels';
import { readMedia, webAddress } from './read-media';
import type { FoundPost, PostContext } from './read-post';
import { MAX_TEXT } from './readable-text';
import { type Shown, shownIn, withoutEnd } from './shown-text';
import { parseShownTime, type ShownTime } from './time';

const MAX_SHORT = 2_000;
const MAX_LABELS = 20;
const MAX_HASHTAGS = 200;

type Named = Pick<Author, 'name' | 'verification'>;

interface Identity extends Pick<FoundPost, 'key' | 'id' | 'idFrom'> {
  url: string;
  component: StatePost | undefined;
}

/**
 * A post that reads itself from its root, each field once and when it is asked for: rules that look at a text and find
 * nothing in it need no counts, times or labels. All of it must be asked for before the page goes on; `post` does so.
 */
export class PostReading implements FoundPost {
  readonly key: PostKey;
  readonly kind: PostKind;
  readonly id: string;
  readonly idFrom: FoundPost['idFrom'];
  readonly #identity: Identity;
  #known: PostState | undefined;
  #title: Shown | undefined;
  #text: Shown | undefined;
  #shownAuthor: string | undefined;
  #author: Named | undefined;
  #hashtags: string[] | undefined;
  #labels: Pick<Post, 'labels' | 'labelPlaces'> | undefined;
  #time: { shown: ShownTime | undefined } | undefined;
  #post: Post | undefined;

  constructor(
    readonly adapter: SiteAdapter,
    readonly shape: PostShape,
    readonly root: Element,
    readonly context: PostContext,
    identity: Identity,
  ) {
    this.#identity = identity;
    this.key = identity.key;
    this.kind = shape.kind;
    this.id = identity.id;
    this.idFrom = identity.idFrom;
  }

  get site(): string {
    return this.adapter.id;
  }

  get surface(): Post['surface'] {
    return this.context.surface;
  }

  /** What the page's data hold of this post; nothing when they know no such post. */
  get known(): PostState {
    this.#known ??= this.#readKnown();
    return this.#known;
  }

  get title(): string {
    return bound(this.#titleShown.words || this.known.title || '');
  }

  get text(): string {
    return (this.#textShown.words || this.known.text || '').slice(0, MAX_TEXT);
  }

  /** What rules read of the author. */
  get author(): Named {
    this.#author ??= this.#readNamed();
    return this.#author;
  }

  get hashtags(): string[] {
    this.#hashtags ??= this.#readHashtags().filter(Boolean).slice(0, MAX_HASHTAGS).map(bound);
    return this.#hashtags;
  }

  get publishedAt(): string | undefined {
    return this.#shownTime?.iso;
  }

  get labels(): LabelReading {
    return this.#labelReading.labels;
  }

  /** What is known of its files at this moment: not read from the page, and another one as soon as more is known. */
  get evidence(): PostEvidence | undefined {
    return this.context.evidenceOf?.(this.key);
  }

  /** Whether anybody has asked for the labels. */
  get hasReadLabels(): boolean {
    return this.#labels !== undefined;
  }

  get shown(): FoundPost['shown'] {
    return { title: this.#titleShown.words, text: this.#textShown.words, author: this.#authorShown };
  }

  get showsAnything(): boolean {
    return (this.#titleShown.words || this.#textShown.words || this.#authorShown) !== '';
  }

  get fields(): FoundPost['fields'] {
    const title = this.#titleShown.element;
    const text = this.#textShown.element;
    return { ...(title && { title }), ...(text && { text }) };
  }

  get post(): Post {
    this.#post ??= this.#readAll();
    return this.#post;
  }

  get #titleShown(): Shown {
    this.#title ??= shownIn(this.root, this.shape.title);
    return this.#title;
  }

  get #textShown(): Shown {
    this.#text ??= withoutEnd(shownIn(this.root, this.shape.text), this.shape);
    return this.#text;
  }

  get #authorShown(): string {
    this.#shownAuthor ??= firstValue(this.root, this.shape.authorName) ?? '';
    return this.#shownAuthor;
  }

  get #shownTime(): ShownTime | undefined {
    this.#time ??= { shown: readTime(this.root, this.shape, this.known, this.id, this.context.now) };
    return this.#time.shown;
  }

  get #labelReading(): Pick<Post, 'labels' | 'labelPlaces'> {
    this.#labels ??= boundLabels(readLabels(this.root, this.shape, this.known, this.hashtags));
    return this.#labels;
  }

  #readKnown(): PostState {
    const { id, component } = this.#identity;
    const known = this.context.stateOf(id);
    // A component of another post is one that the site has not updated yet.
    return component?.id === id ? { ...known, ...component.fields } : (known ?? {});
  }

  #readNamed(): Named {
    const name = this.#authorShown || this.known.author?.name;
    // Elements often show only that there is a verification; the data say what it says.
    const verification = this.known.author?.verification ?? firstValue(this.root, this.shape.verification);
    return {
      ...(name && { name: bound(name) }),
      ...(verification && { verification: bound(verification) }),
    };
  }

  #readAuthor(): Author {
    const { root, shape, known } = this;
    const id = firstValue(root, shape.authorId) ?? known.author?.id;
    const url = webAddress(firstValue(root, shape.authorUrl) ?? known.author?.url, this.context.base);
    return { ...this.author, ...(id && { id: bound(id) }), ...(url && { url: bound(url) }) };
  }

  #readHashtags(): string[] {
    const { hashtags = [] } = this.shape;
    if (this.known.hashtags) return this.known.hashtags;
    if (hashtags === 'text') return hashtagsIn(this.#textShown.words);
    return allValues(this.root, hashtags).map((tag) => tag.replace(/^[#＃\s]+|[#＃\s]+$/g, ''));
  }

  #readAll(): Post {
    const { root, shape, known } = this;
    const time = this.#shownTime;
    const media = readMedia(root, shape, known, this.context.base);
    return {
      key: this.key,
      site: this.site,
      kind: this.kind,
      id: this.id,
      url: this.#identity.url,
      surface: this.surface,
      author: this.#readAuthor(),
      title: this.title,
      text: this.text,
      hashtags: this.hashtags,
      ...(time && { publishedAt: time.iso }),
      ...(time?.approximate && { publishedApprox: true }),
      counts: { ...readCounts(root, shape), ...known.counts },
      ...(media.length > 0 && { media }),
      ...this.#labelReading,
    };
  }
}

/** A page can put anything into its state; what is kept of it has the bounds that messages have. */
function bound(text: string): string {
  return text.slice(0, MAX_SHORT);
}

function boundLabels(read: Pick<Post, 'labels' | 'labelPlaces'>): Pick<Post, 'labels' | 'labelPlaces'> {
  const [first, ...others] = read.labels.items
    .slice(0, MAX_LABELS)
    .map((item) => ({ ...item, text: bound(item.text) }));
  return first ? { ...read, labels: { state: 'seen', items: [first, ...others] } } : read;
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

function readCounts(root: Element, shape: PostShape): Post['counts'] {
  const counts: Post['counts'] = {};
  for (const [name, candidates] of Object.entries(shape.counts ?? {})) {
    const count = parseCount(firstValue(root, candidates));
    if (count !== undefined) counts[name as keyof Post['counts']] = count;
  }
  return counts;
}
