import { type Box, contains, cornerOf, type Ground, holds, overlaps, type Place } from './placement';
import { isControl } from './placement-controls';
import { controlsBeside } from './placement-neighbours';
import { type Survey, survey } from './placement-survey';
import { ancestorsOf, encloses, isOurs, parentOf } from './placement-tree';

/**
 * One point in each cell of at most this size, in pixels, is tested for what is laid over a post: headers and dialogs are
 * larger, and the smaller controls of neighbours are measured and tested where they are.
 */
const CELL = 96;
/** The same for what lies below the counter, which is tested once. */
const FINE_CELL = 48;
/** Above and below a post, in pixels, where badges stand beside it. */
const BESIDE = 32;
/** Of a post's own box, in pixels, along its upper and lower edge. */
const INSIDE = 48;
/** More controls of neighbours at one place are not tested one by one. */
const MAX_SUSPECTS = 8;
/** Finer than the room between two lines of text. */
const LINE = 4;
/** More than this share of points at which nothing of a post is seen means that it is cut off there. */
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
  #suspects: readonly Box[] | undefined;
  /** Boxes of what was met over the post. */
  readonly #covers: Box[] = [];
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

  /**
   * By hit tests: whether the post is seen there at all, or what of its neighbours a place beside it covers. Pauses
   * before each, because one takes milliseconds on a page of many thousand elements.
   */
  *isClear(box: Box, place: Place): Generator<void, boolean> {
    if (!place.outside) return yield* this.#isOnPost(box);
    return (yield* this.#isOnPost(cornerOf(this.box, place))) && (yield* this.#isBare(box));
  }

  #isInSight(box: Box): boolean {
    return [this.#frame, ...this.clips].every((clip) => contains(clip, box));
  }

  *#isOnPost(box: Box): Generator<void, boolean> {
    if (this.#letsThrough) return true;
    this.parts = new Set();
    const [middle] = cellsOf(box, Number.POSITIVE_INFINITY);
    // What lies over one place mostly lies over others too, and a dialog over all.
    if (this.#covers.some((cover) => holds(cover, middle!.x, middle!.y))) return false;
    const points = this.#pointsAt(box);
    let missing = 0;
    for (const { x, y } of points) {
      yield;
      const top = topAt(x, y);
      if (top && encloses(this.post, top)) this.parts.add(top);
      // Something of the page lies over the post: a header, a dialog.
      else if (top && !this.#around.has(top)) {
        this.#covers.push(top.getBoundingClientRect());
        return false;
      } else missing++;
    }
    return missing <= MISSING * points.length;
  }

  *#isBare(box: Box): Generator<void, boolean> {
    const points = this.#pointsAt(box);
    let written = 0;
    for (const { x, y } of points) {
      yield;
      const top = topAt(x, y);
      for (let at = top; at && at !== this.post && !this.#around.has(at); at = parentOf(at)) {
        if (isControl(at, at.getBoundingClientRect(), this.box)) return false;
      }
      if (top?.textContent && !this.#around.has(top)) written++;
    }
    return written <= WRITTEN * points.length;
  }

  /** Controls of neighbours first: where there is one, the others need not be tested. */
  #pointsAt(box: Box): readonly Point[] {
    this.#suspects ??= this.#controlsBeside();
    return [...suspectsAt(box, this.#suspects), ...cellsOf(box, CELL)];
  }

  #controlsBeside(): readonly Box[] {
    const { left, top, right, bottom } = this.box;
    const zones = [
      { left, right, top: top - BESIDE, bottom: Math.min(bottom + BESIDE, top + INSIDE) },
      { left, right, top: Math.max(top - BESIDE, bottom - INSIDE), bottom: bottom + BESIDE },
    ];
    return controlsBeside([this.post, ...this.#around], zones, this.box);
  }
}

/** Whether a control of the page lies under a box in the window. */
export function coversControl(box: Box): boolean {
  const page = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  // Of all that lies in the root, all but the head is looked at.
  const suspects = controlsBeside([document.head, document.documentElement], [box], page);
  return [...suspectsAt(box, suspects), ...cellsOf(box, FINE_CELL)].some(({ x, y }) => {
    for (let at = topAt(x, y); at; at = parentOf(at)) {
      if (isControl(at, at.getBoundingClientRect(), page)) return true;
    }
    return false;
  });
}

interface Point {
  x: number;
  y: number;
}

/** Where a box covers the middle of what it covers of each control. */
function suspectsAt(box: Box, controls: readonly Box[]): Point[] {
  return controls
    .filter((control) => overlaps(control, box))
    .slice(0, MAX_SUSPECTS)
    .map((control) => ({
      x: (Math.max(control.left, box.left) + Math.min(control.right, box.right)) / 2,
      y: (Math.max(control.top, box.top) + Math.min(control.bottom, box.bottom)) / 2,
    }));
}

/** The middles of equal cells of at most some size. */
function cellsOf({ left, top, right, bottom }: Box, size: number): Point[] {
  const along = (from: number, to: number) => {
    const count = Math.max(1, Math.ceil((to - from) / size));
    return Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
  };
  return along(top, bottom).flatMap((y) => along(left, right).map((x) => ({ x, y })));
}

function gridOf({ left, top, right, bottom }: Box, step: number): Point[] {
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
