/**
 * As far again as the window reaches, on each side. Chromium 156 and Firefox ESR 153 count the window among the parts of
 * a page that scroll; naming it by `rootMargin` too would add both margins (tried 2026-11).
 */
const NEAR = { scrollMargin: '100%' };

/** An element and whether it is near the window; `undefined` until the browser has looked. */
export interface Watched {
  readonly element: Element;
  isNear: boolean | undefined;
}

/**
 * Knows which elements are near the window. The browser says so when it draws, after layout: nothing runs while the
 * page scrolls, and no layout is asked for.
 */
export class Nearness {
  readonly #observer: IntersectionObserver;
  readonly #watched = new Map<Element, Watched>();

  /**
   * @param onChange told of the elements that have come near or gone far, or were looked at for the first time
   * @param near how far from the window is near; `{}` for those in the window alone
   */
  constructor(
    readonly onChange: (changed: readonly Watched[]) => void,
    near: IntersectionObserverInit = NEAR,
  ) {
    this.#observer = new IntersectionObserver((entries) => this.#tell(this.#take(entries)), near);
  }

  /** Watches an element from now on; a change is told of after the next frame. The same object for the same element. */
  watch(element: Element): Watched {
    const before = this.#watched.get(element);
    if (before) return before;
    const watched: Watched = { element, isNear: undefined };
    this.#watched.set(element, watched);
    this.#observer.observe(element);
    return watched;
  }

  /** Watches no others than these. */
  keepOnly(kept: ReadonlySet<Watched>): void {
    if (kept.size === this.#watched.size) return;
    for (const [element, watched] of this.#watched) {
      if (kept.has(watched)) continue;
      this.#observer.unobserve(element);
      this.#watched.delete(element);
    }
  }

  /** Takes a watched element for near until the browser has looked at it anew, which is in the next frame. */
  assume(element: Element): void {
    const watched = this.#watched.get(element);
    if (!watched) return;
    // A look that was taken but not told yet would be told afterwards.
    this.#take(this.#observer.takeRecords());
    watched.isNear = true;
    this.#observer.unobserve(element);
    this.#observer.observe(element);
  }

  #tell(changed: readonly Watched[]): void {
    if (changed.length > 0) this.onChange(changed);
  }

  /** @returns those that are otherwise than they were */
  #take(entries: readonly IntersectionObserverEntry[]): Watched[] {
    const changed: Watched[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const watched = this.#watched.get(target);
      if (!watched) continue;
      const isNear = isIntersecting || hasNoBox(target, boundingClientRect);
      if (watched.isNear !== isNear) changed.push(watched);
      watched.isNear = isNear;
    }
    return changed;
  }
}

/** An element that is not laid out itself while its children are is nowhere, and its post may be anywhere. */
function hasNoBox(element: Element, { width, height }: DOMRectReadOnly): boolean {
  return width === 0 && height === 0 && getComputedStyle(element).display === 'contents';
}
