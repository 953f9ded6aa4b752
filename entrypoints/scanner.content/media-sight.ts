import { Nearness, type Watched } from '@/utils/highlight/nearness';
import type { PostKey } from '@/utils/model/post';

/** A post that merely scrolls past is not looked at. */
const LONG_ENOUGH_MS = 1_000;
/** Pictures and their addresses come late; what has not come by then does not belong to the post. */
const SETTLED_MS = 5_000;
const PAUSE_MS = 500;

interface Seen {
  root: Element;
  watched: Watched;
}

/**
 * Told of each post that stays in sight.
 *
 * @param isLast it has been in sight so long that nothing more is waited for
 * @returns whether all is known of it that there is to know
 */
export type See = (key: PostKey, root: Element, isLast: boolean) => boolean;

/** Knows which posts the reader has before them: in the window, for a second, in a tab that is shown. */
export class MediaSight {
  readonly #nearness = new Nearness((changed) => this.#note(changed), {});
  readonly #stop = new AbortController();
  #posts = new Map<PostKey, Seen>();
  #since = new Map<Watched, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly see: See) {
    const { signal } = this.#stop;
    const soon = () => this.#soon();
    for (const type of ['load', 'loadeddata', 'scrollend'])
      document.addEventListener(type, soon, { capture: true, passive: true, signal });
    document.addEventListener('visibilitychange', () => this.#beginAnew(), { signal });
  }

  /** These posts are on the page now, and no others. */
  look(shown: Iterable<readonly [PostKey, Element]>): void {
    const now = performance.now();
    const before = this.#posts;
    this.#posts = new Map();
    for (const [key, root] of shown) {
      const watched = this.#nearness.watch(root);
      this.#posts.set(key, { root, watched });
      // Sites put another post into an element that is used again.
      if (before.get(key)?.root !== root && watched.isNear) this.#since.set(watched, now);
    }
    const kept = new Set([...this.#posts.values()].map(({ watched }) => watched));
    this.#nearness.keepOnly(kept);
    for (const watched of this.#since.keys()) if (!kept.has(watched)) this.#since.delete(watched);
    this.#soon();
  }

  stop(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
    this.#nearness.keepOnly(new Set());
  }

  #note(changed: readonly Watched[]): void {
    const now = performance.now();
    for (const watched of changed) {
      if (watched.isNear) this.#since.set(watched, now);
      else this.#since.delete(watched);
    }
    this.#soon();
  }

  /** Nobody has looked while the tab was hidden. */
  #beginAnew(): void {
    const now = performance.now();
    for (const watched of this.#since.keys()) this.#since.set(watched, now);
    this.#soon();
  }

  #soon(): void {
    if (this.#since.size === 0 || document.hidden || this.#stop.signal.aborted) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (!document.hidden) this.#pass(performance.now());
    }, PAUSE_MS);
  }

  #pass(now: number): void {
    let isYoung = false;
    for (const [key, { root, watched }] of this.#posts) {
      const since = this.#since.get(watched);
      if (since === undefined) continue;
      const isLast = now - since >= SETTLED_MS;
      if (now - since < LONG_ENOUGH_MS || (!this.see(key, root, isLast) && !isLast)) isYoung = true;
    }
    if (isYoung) this.#soon();
  }
}
