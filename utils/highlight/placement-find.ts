import { type Box, choosePlace, overlaps, type Place, type Size } from './placement';
import { Probe } from './placement-probe';
import { highestLayer, type Surroundings } from './placement-tree';

export interface Stand {
  place: Place;
  /** Only the shape has room. */
  small: boolean;
  /** `z-index` above the post and below what the site lays over it. */
  layer: number;
}

/**
 * Where a badge covers nothing that a reader needs, with its words if there is room for them. Only reads.
 *
 * @param sizes what the badge measures with its words, if it shall have them, and without
 * @param taken where other badges stand
 */
export function findStand(
  post: Element,
  { scrollers, layer }: Surroundings,
  sizes: { full: Size | undefined; small: Size },
  taken: readonly Box[],
): Stand | undefined {
  const box = post.getBoundingClientRect();
  const probe = new Probe(
    post,
    box,
    scrollers.map((scroller) => scroller.getBoundingClientRect()),
  );
  const find = (size: Size) =>
    choosePlace(
      box,
      size,
      (at, place) =>
        taken.some((other) => overlaps(other, at)) ? { kind: 'taken' } : probe.groundAt(at, place),
      (at, place) => probe.isClear(at, place),
    );
  const full = sizes.full && find(sizes.full);
  const place = full ?? find(sizes.small);
  if (!place) return undefined;
  return { place, small: !full, layer: Math.max(0, layer ?? highestLayer(post, probe.parts)) };
}
