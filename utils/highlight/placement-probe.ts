import { type Box, contains, cornerOf, type Ground, holds, overlaps, type Place } from './placement';
import { isControl } from './placement-controls';
import { type Survey, survey } from './placement-survey';
import { ancestorsOf, encloses, parentOf } from './placement-tree';

/** Between two points that are tested, in pixels: no control that a hand can hit is smaller. */
const FINE = 12;
/** Finer than the room between two lines of text. */
const LINE = 4;
/** Rounded corners of a post hold no point of it; more than this share of such points means that it is cut off. */
const MISSING = 0.25;
/** A place beside a post covers a neighbour when so much of it is written on. */
const WRITTEN = 0.5;

/**
 * Looks at what the page shows at and around one post: controls that a badge must not cover, and text that it should
 * not. Only reads. Made for one search: it remembers what it has measured.
 */
export class Probe {
  readonly #frame: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  readonly #letsThrough: boolean;
  /** What the post lies in: its background. */
  readonly #around: ReadonlySet<Element>;
  #survey: Survey | undefined;
  /** Elements of the post that were met at the last place. */
  parts = new Set<Element>();

  /**
   * @param post an element of the page, or the element that is full-screen in its place
   * @param clips boxes outside which nothing of the post is seen
   */
  constructor(
    readonly post: Element,
    readonly box: Box,
    readonly clips: readonly Box[],
  ) {
    this.#around = ancestorsOf(post);
    this.#letsThrough = getComputedStyle(post).pointerEvents === 'none';
  }

  /** By measured boxes of the post's own parts. */
  groundAt(box: Box, place: Place): Ground {
    const needed = place.outside ? [box, cornerOf(this.box, place)] : [box];
    if (!needed.every((part) => this.#isInSight(part))) return { kind: 'taken' };
    if (place.outside) return { kind: 'free', text: 0 };
    this.#survey ??= survey(this.post, this.box);
    const { controls, lines } = this.#survey;
    if (controls.some((control) => overlaps(control, box))) return { kind: 'taken' };
    const near = lines.filter((line) => overlaps(line, box));
    if (near.length === 0) return { kind: 'free', text: 0 };
    const points = gridOf(box, LINE);
    const written = points.filter(({ x, y }) => near.some((line) => holds(line, x, y))).length;
    return { kind: 'free', text: written / points.length };
  }

  /** By hit tests: whether the post is seen there at all, or what of its neighbours a place beside it covers. */
  isClear(box: Box, place: Place): boolean {
    if (place.outside) return this.#isOnPost(cornerOf(this.box, place)) && this.#isBare(box);
    return this.#isOnPost(box);
  }

  #isInSight(box: Box): boolean {
    return [this.#frame, ...this.clips].every((clip) => contains(clip, box));
  }

  #isOnPost(box: Box): boolean {
    if (this.#letsThrough) return true;
    this.parts = new Set();
    const points = gridOf(box, FINE);
    let missing = 0;
    for (const { x, y } of points) {
      const top = topAt(x, y);
      if (top && encloses(this.post, top)) this.parts.add(top);
      // Something of the page lies over the post: a header, a dialog.
      else if (top && !this.#around.has(top)) return false;
      else missing++;
    }
    return missing <= MISSING * points.length;
  }

  #isBare(box: Box): boolean {
    const points = gridOf(box, FINE);
    let written = 0;
    for (const { x, y } of points) {
      const top = topAt(x, y);
      for (let at = top; at && at !== this.post && !this.#around.has(at); at = parentOf(at)) {
        if (isControl(at, at.getBoundingClientRect(), this.box)) return false;
      }
      if (top?.textContent && !this.#around.has(top)) written++;
    }
    return written <= WRITTEN * points.length;
  }
}

/** Whether a control of the page lies under a box in the window. */
export function coversControl(box: Box): boolean {
  const page = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  return gridOf(box, FINE).some(({ x, y }) => {
    for (let at = topAt(x, y); at; at = parentOf(at)) {
      if (isControl(at, at.getBoundingClientRect(), page)) return true;
    }
    return false;
  });
}

function gridOf({ left, top, right, bottom }: Box, step: number): { x: number; y: number }[] {
  const along = (from: number, to: number) => {
    const steps = Math.max(1, Math.ceil((to - from - 2) / step));
    return Array.from({ length: steps + 1 }, (_, i) => from + 1 + ((to - from - 2) * i) / steps);
  };
  return along(top, bottom).flatMap((y) => along(left, right).map((x) => ({ x, y })));
}

/** The uppermost element of the page under a point, looked for inside open shadow roots. */
function topAt(x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y);
  if (top && isOurs(top)) top = document.elementsFromPoint(x, y).find((each) => !isOurs(each)) ?? null;
  for (let root = top?.shadowRoot; root; root = top?.shadowRoot) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === top || inner.getRootNode() !== root) break;
    top = inner;
  }
  return top;
}

/** Our hosts stand beside `body`. */
function isOurs(element: Element): boolean {
  return element.parentNode === document.documentElement && element !== document.body;
}
