import type { PostKey } from '../model/post';
import { type BadgeContent, Badges } from './badges';
import { Nearness, type Watched } from './nearness';
import { MAX_RANGES, type PaintedConfidence, Painter } from './painter';
import { areInPage } from './ranges';

/** A post that is marked: what is painted of it and what its badge says. */
export interface MarkedPost {
  key: PostKey;
  root: HTMLElement | SVGElement;
  /** Another object whenever the post was read anew: its ranges are then built again, and not otherwise. */
  reading: object;
  /** For the words. */
  confidence: PaintedConfidence;
  /** Builds ranges; called only while the post is near the window. */
  ranges: () => readonly StaticRange[];
  badge: Omit<BadgeContent, 'key' | 'root'>;
}

export interface MarksOptions {
  /** Style sheet of the badges. */
  css: string;
  onOpen: (key: PostKey) => void;
  /** Asks for the marked post after or before the one that was looked at last. */
  onStep: (direction: 1 | -1) => void;
}

/** A post near the window with the ranges that its words have there. */
interface Near {
  post: MarkedPost;
  ranges: readonly StaticRange[];
}

/**
 * All that is shown in the page of the posts that are marked: words and badges. Only posts near the window have any;
 * the rest cost one entry of an observer each.
 */
export class Marks {
  readonly #painter = new Painter();
  readonly #nearness: Nearness;
  readonly #badges: Badges;
  #posts: readonly MarkedPost[] = [];
  /** Their roots, in the same order. */
  #roots: readonly Watched[] = [];
  #near = new Map<PostKey, Near>();

  constructor(
    readonly document: Document,
    { css, onOpen, onStep }: MarksOptions,
  ) {
    this.#nearness = new Nearness((changed) => this.#onChange(changed));
    this.#badges = new Badges(document, css, { onOpen, onStep });
  }

  /** Shows exactly these posts, given in the order of the document. Cheap when little has changed. */
  show(posts: readonly MarkedPost[]): void {
    const before = this.#posts.length;
    const isLonger = this.#watch(posts);
    this.#posts = [...posts];
    // Where nobody has looked yet at what a feed has grown by, nothing near the window is another than before.
    if (isLonger && posts.slice(before).every((post, i) => this.#isFar(post, before + i)))
      this.#badges.recount(posts.length);
    else this.#render();
  }

  /** Where a post's badge and the post itself stand in the window, for a card beside them. */
  rectsOf(key: PostKey): DOMRect[] {
    return this.#badges.rectsOf(key);
  }

  /** Moves the keyboard focus to the badge of a post, wherever that is. */
  focus(key: PostKey): void {
    const post = this.#posts.find((each) => each.key === key);
    if (!post) return;
    if (!this.#near.has(key)) {
      this.#nearness.assume(post.root);
      this.#render();
    }
    this.#badges.focus(key);
  }

  /** Scrolls to a post and focuses its badge, which exists afterwards even if the post was far away. */
  reveal(key: PostKey): void {
    const post = this.#posts.find((each) => each.key === key);
    // At once: who walks from mark to mark must not wait for pages that scroll softly.
    post?.root.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.focus(key);
  }

  /** Nothing of ours is visible until `unhide`, while a picture is taken. */
  hide(): void {
    this.#painter.hide();
    this.#badges.hide();
  }

  unhide(): void {
    this.#painter.unhide();
    this.#badges.unhide();
  }

  /** Shows nothing, and leaves no trace. */
  clear(): void {
    this.show([]);
  }

  /**
   * A feed grows at its end: what stood there before is not asked about again.
   *
   * @returns whether these are the posts of before and some more
   */
  #watch(posts: readonly MarkedPost[]): boolean {
    const before = this.#posts;
    let same = 0;
    while (same < before.length && before[same] === posts[same]) same++;
    const isLonger = same === before.length && posts.length > same;
    if (same === before.length && !isLonger) return false;
    const roots = this.#roots.slice(0, same);
    for (const { root } of posts.slice(same)) roots.push(this.#nearness.watch(root));
    if (!isLonger) this.#nearness.keepOnly(new Set(roots));
    this.#roots = roots;
    return isLonger;
  }

  /** Most of a growing feed is looked at once and found to be far. */
  #onChange(changed: readonly Watched[]): void {
    const shown = new Set<Element>();
    for (const { post } of this.#near.values()) shown.add(post.root);
    if (changed.some(({ element, isNear }) => isNear || shown.has(element))) this.#render();
  }

  #isFar({ key }: MarkedPost, at: number): boolean {
    return !this.#roots[at]!.isNear && !this.#near.has(key);
  }

  #render(): void {
    const before = this.#near;
    this.#near = new Map();
    this.#posts.forEach((post, i) => {
      // Sites put a post into another element while a reader looks at it: its marks go with it at once.
      if (!(this.#roots[i]!.isNear ?? before.has(post.key))) return;
      this.#near.set(post.key, { post, ranges: rangesOf(post, before.get(post.key)) });
    });
    const near = [...this.#near.values()];
    this.#painter.paint(
      nearestFirst(near).map(({ post, ranges }) => ({ confidence: post.confidence, ranges })),
    );
    this.#badges.update(
      near.map(({ post: { key, root, badge } }) => ({ ...badge, key, root })),
      this.#posts.length,
    );
  }
}

/** The ranges that a post has, or new ones when it was read anew or the site has put other nodes in place. */
function rangesOf(post: MarkedPost, before: Near | undefined): readonly StaticRange[] {
  const isCurrent = before?.post.reading === post.reading && areInPage(before.ranges);
  return isCurrent ? before.ranges : post.ranges();
}

/** Measured only on pages that have more words to paint than are painted. */
function nearestFirst(near: readonly Near[]): readonly Near[] {
  const count = near.reduce((sum, { ranges }) => sum + ranges.length, 0);
  if (count <= MAX_RANGES) return near;
  const distances = new Map(near.map((each) => [each, distanceOf(each.post.root)]));
  return [...near].sort((a, b) => distances.get(a)! - distances.get(b)!);
}

/** Between an element and the window, in pixels; 0 inside. */
function distanceOf(element: Element): number {
  const { top, right, bottom, left } = element.getBoundingClientRect();
  const beside = Math.max(0, left - innerWidth, -right);
  const above = Math.max(0, top - innerHeight, -bottom);
  return Math.hypot(beside, above);
}
