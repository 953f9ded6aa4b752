/** Strips of ten pixels outside the four edges of a box: in them the corner of a post leaves. */
const STRIPS = ['10px 0px -100% 0px', '-100% 0px 10px 0px', '0px -100% 0px 10px', '0px 10px 0px -100%'];
/** How far inside the edges a post comes before its badge has room, and goes before it has none, in pixels. */
const INSETS = ['-36px', '-28px'];
/**
 * In a strip every step of a seventh counts, whatever the size of the post: a badge is cut off when its post has left
 * by between six and seven pixels.
 */
const STEPS = [0, ...Array.from({ length: 70 }, (_, i) => 1.15 ** -i)];

interface Frame {
  observers: IntersectionObserver[];
  posts: Set<Element>;
}

/**
 * Notices, without listening to scrolling, when a marked post comes, goes, changes its size, or crosses an edge of the
 * window or of a box that scrolls. Only posts that have a badge are watched.
 */
export class PostWatch {
  /** By scrolling box; `null` stands for the window. */
  readonly #frames = new Map<Element | null, Frame>();
  readonly #sizes: ResizeObserver;

  /** @param onMove told before the next frame is painted when a size has changed, else after it */
  constructor(readonly onMove: (post: Element) => void) {
    this.#sizes = new ResizeObserver((entries) => {
      for (const { target } of entries) this.onMove(target);
    });
  }

  add(post: Element, scrollers: readonly Element[]): void {
    this.#sizes.observe(post);
    for (const root of [null, ...scrollers]) {
      const frame = this.#frames.get(root) ?? this.#open(root);
      if (frame.posts.has(post)) continue;
      frame.posts.add(post);
      for (const observer of frame.observers) observer.observe(post);
    }
  }

  remove(post: Element): void {
    this.#sizes.unobserve(post);
    for (const [root, { observers, posts }] of this.#frames) {
      if (!posts.delete(post)) continue;
      for (const observer of observers) {
        if (posts.size === 0) observer.disconnect();
        else observer.unobserve(post);
      }
      if (posts.size === 0) this.#frames.delete(root);
    }
  }

  #open(root: Element | null): Frame {
    const told = (entries: IntersectionObserverEntry[]) => {
      for (const { target } of entries) this.onMove(target);
    };
    const frame: Frame = {
      observers: [
        ...STRIPS.map((rootMargin) => new IntersectionObserver(told, { root, rootMargin, threshold: STEPS })),
        ...INSETS.map((rootMargin) => new IntersectionObserver(told, { root, rootMargin })),
      ],
      posts: new Set(),
    };
    this.#frames.set(root, frame);
    return frame;
  }
}
