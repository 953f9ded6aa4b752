import type { Place } from './page-index';

/** Fewer are read before anyone could look at them. */
const WORTH_SORTING = 200;

/**
 * The posts in the window and below it first, then those above, each in document order. While the page is still being
 * built it stands at its top, and asking for places would lay it out too early.
 */
export function inViewFirst(queue: ReadonlySet<Place>, { readyState, defaultView }: Document): Set<Place> {
  const places = [...queue];
  if (places.length < WORTH_SORTING || readyState !== 'complete' || !defaultView?.scrollY)
    return new Set(places);
  // Feeds run downwards, so that the first one in view is found by halving.
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.root.getBoundingClientRect().bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return new Set([...places.slice(low), ...places.slice(0, low)]);
}
