/** A rectangle in the window, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where a badge stands at its post: the corner it is tied to, inside or on the other side of the edge. */
export interface Place {
  block: 'top' | 'bottom';
  inline: 'left' | 'right';
  /** Just above or below the post instead of in its corner. */
  outside: boolean;
  /** From the corner towards the middle, in pixels. */
  slide: number;
}

/** What stands where a badge would stand. */
export type Ground =
  /** No control; `text` is the share of the place that is written on, 0 to 1. */
  | { kind: 'free'; text: number }
  /** A control of the site, another badge, or out of sight. */
  | { kind: 'taken' };

interface Candidate {
  place: Place;
  /** What the place costs besides the text that it covers (1 = written on all over). */
  cost: number;
}

/** Between a badge and the edges of its post, in pixels. */
export const MARGIN = 6;
/** Between a badge and the post that it stands above or below. */
export const GAP = 2;
/** Along the upper edge a free place is looked for in steps of these many pixels. */
const STEP = 16;
const MAX_SLIDES = 16;

const CORNERS: readonly Pick<Place, 'block' | 'inline'>[] = [
  { block: 'top', inline: 'right' },
  { block: 'top', inline: 'left' },
  { block: 'bottom', inline: 'right' },
  { block: 'bottom', inline: 'left' },
];

/** Places in order of preference: the corners, along the upper edge, just above and below the post. */
export function candidates(post: Box, size: Size): Candidate[] {
  const outer = CORNERS.map((corner, i) => ({
    place: { ...corner, outside: true, slide: 0 },
    cost: 0.5 + 0.1 * i,
  }));
  if (!fits(post, size)) return outer;
  const inner = CORNERS.map((corner, i) => ({
    place: { ...corner, outside: false, slide: 0 },
    cost: 0.1 * i,
  }));
  const room = post.right - post.left - size.width - 2 * MARGIN;
  const along = Array.from({ length: Math.min(MAX_SLIDES, Math.floor(room / STEP)) }, (_, i) => ({
    place: { ...CORNERS[0]!, outside: false, slide: (i + 1) * STEP },
    cost: 0.4,
  }));
  return [...inner, ...along, ...outer];
}

function fits(post: Box, size: Size): boolean {
  return (
    post.right - post.left >= size.width + 2 * MARGIN && post.bottom - post.top >= size.height + 2 * MARGIN
  );
}

/** The rectangle that a badge of this size has at a place of a post. */
export function boxAt(place: Place, post: Box, { width, height }: Size): Box {
  const inset = MARGIN + place.slide;
  const left = place.inline === 'left' ? post.left + inset : post.right - inset - width;
  const top = topOf(place, post, height);
  return { left, top, right: left + width, bottom: top + height };
}

function topOf({ block, outside }: Place, post: Box, height: number): number {
  if (block === 'top') return outside ? post.top - GAP - height : post.top + MARGIN;
  return outside ? post.bottom + GAP : post.bottom - MARGIN - height;
}

/** Of a post that a badge stands above or below, so much of the corner, in pixels, has to be in sight too. */
const CORNER = 24;

export function cornerOf(
  { left, top, right, bottom }: Box,
  { block, inline }: Pick<Place, 'block' | 'inline'>,
): Box {
  const isTop = block === 'top';
  const isLeft = inline === 'left';
  return {
    left: isLeft ? left : Math.max(left, right - CORNER),
    right: isLeft ? Math.min(right, left + CORNER) : right,
    top: isTop ? top : Math.max(top, bottom - CORNER),
    bottom: isTop ? Math.min(bottom, top + CORNER) : bottom,
  };
}

/** The places where nothing is in the way, the cheapest first, and the rectangle of a badge there. */
export function freePlaces(
  post: Box,
  size: Size,
  groundAt: (box: Box, place: Place) => Ground,
): readonly { place: Place; box: Box }[] {
  const free = candidates(post, size).flatMap(({ place, cost }) => {
    const box = boxAt(place, post, size);
    const ground = groundAt(box, place);
    return ground.kind === 'free' ? { place, box, cost: cost + ground.text } : [];
  });
  return free.sort((a, b) => a.cost - b.cost);
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function holds({ left, top, right, bottom }: Box, x: number, y: number): boolean {
  return x >= left && x < right && y >= top && y < bottom;
}

/** @param slack by how many pixels the inner box may stick out */
export function contains(outer: Box, inner: Box, slack = 0): boolean {
  return (
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack
  );
}
