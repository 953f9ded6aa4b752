/** A box in the window, in CSS pixels. */
type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

export interface Size {
  width: number;
  height: number;
}

/** A sheet along the lower edge of a narrow window, or a place in a wide one. */
export type CardPlace = 'sheet' | { left: number; top: number };

/** Between a card and what it stands beside. */
const MARGIN = 12;
/** No wider window is called narrow. */
export const SHEET_WIDTH = 520;
const CARD: Size = { width: 380, height: 560 };

/**
 * Beside the post where there is room, level with its badge, so that the post stays in sight; else below or above it;
 * else at the side of the window where it covers the least of it. Always inside the window.
 *
 * @param post absent when the page does not show it
 */
export function placeCard(window: Size, post?: Box, badge: Box | undefined = post): CardPlace {
  if (window.width <= SHEET_WIDTH) return 'sheet';
  const card = { width: CARD.width, height: Math.min(CARD.height, window.height - 2 * MARGIN) };
  const most = { left: window.width - card.width - MARGIN, top: window.height - card.height - MARGIN };
  const left = (x: number) => Math.max(MARGIN, Math.min(x, most.left));
  const top = (y: number) => Math.max(MARGIN, Math.min(y, most.top));
  if (!post || !badge) return { left: left(most.left), top: MARGIN };
  const level = top(badge.top);
  const places = [
    { left: left(post.right + MARGIN), top: level },
    { left: left(post.left - MARGIN - card.width), top: level },
    { left: left(badge.left), top: top(post.bottom + MARGIN) },
    { left: left(badge.left), top: top(post.top - MARGIN - card.height) },
    { left: left(most.left), top: level },
    { left: left(MARGIN), top: level },
  ];
  const covered = (place: { left: number; top: number }) =>
    overlap(place.left, place.left + card.width, post.left, post.right) *
    overlap(place.top, place.top + card.height, post.top, post.bottom);
  return places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
}

function overlap(aStart: number, aEnd: number, bStart: number, bEnd: number): number {
  return Math.max(0, Math.min(aEnd, bEnd) - Math.max(aStart, bStart));
}
