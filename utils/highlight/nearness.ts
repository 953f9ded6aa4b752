/**
 * As far again as the window reaches, on each side. Chromium 156 and Firefox ESR 153 count the window among the parts of
 * a page that scroll; naming it by `rootMargin` too would add both margins (tried 2026-11).
 */
const NEAR = { scrollMargin: '100%' };

/**
 * Knows which elements are near the window. The browser says so when it draws, after layout: nothing runs while the
 * page scrolls, and no layout is asked for.
 */
export class Nearness {
  readonly #observer: IntersectionObserver;
  /** Watched elements; `undefined` until the browser has looked. */
  readonly #near = new Map<Element, boolean | undefined>();
  #watched: readonly Element[] = [];

  constructor(readonly onChange: () => void) {
    this.#observer = new IntersectionObserver((entries) => this.#take(entries) && this.onChange(), NEAR);
  }

  /** Watches exactly these elements; a change is told of after the next frame. */
  watch(elements: readonly Element[]): void {
    const before = this.#watched;
    this.#watched = elements;
    if (elements.length === before.length && elements.every((element, i) => element === before[i])) return;
    const wanted = new Set(elements);
    for (const element of this.#near.keys()) {
      if (wanted.has(element)) continue;
      this.#observer.unobserve(element);
      this.#near.delete(element);
    }
    for (const element of wanted) {
      if (this.#near.has(element)) continue;
      this.#near.set(element, undefined);
      this.#observer.observe(element);
    }
  }

  /** `undefined` when the browser has not looked yet. */
  isNear(element: Element): boolean | undefined {
    return this.#near.get(element);
  }

  /** Takes a watched element for near until the browser has looked at it anew, which is in the next frame. */
  assume(element: Element): void {
    if (!this.#near.has(element)) return;
    // A look that was taken but not told yet would be told afterwards.
    this.#take(this.#observer.takeRecords());
    this.#near.set(element, true);
    this.#observer.unobserve(element);
    this.#observer.observe(element);
  }

  /** @returns whether anything has changed */
  #take(entries: readonly IntersectionObserverEntry[]): boolean {
    let changed = false;
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (!this.#near.has(target)) continue;
      const near = isIntersecting || hasNoBox(target, boundingClientRect);
      if (this.#near.get(target) === near) continue;
      this.#near.set(target, near);
      changed = true;
    }
    return changed;
  }
}

/** An element that is not laid out itself while its children are is nowhere, and its post may be anywhere. */
function hasNoBox(element: Element, { width, height }: DOMRectReadOnly): boolean {
  return width === 0 && height === 0 && getComputedStyle(element).display === 'contents';
}
