import { type Box, freePlaces, overlaps, type Place, type Size } from './placement';
import { Probe } from './placement-probe';
import { highestLayer, type Surroundings } from './placement-tree';

export interface Stand {
  place: Place;
  /** Only the shape has room. */
  small: boolean;
  /** `z-index` above the post and below what the site lays over it. */
  layer: number;
}

/** Pauses before each dear step, so that one search can be spread over many frames. */
export type StandSearch = Generator<void, Stand | undefined>;

/**
 * Where a badge covers nothing that a reader needs, with its words if there is room for them. Only reads.
 *
 * @param sizes what the badge measures with its words, if it shall have them, and without
 * @param taken where other badges stand
 */
export function* findStand(
  post: Element,
  { scrollers, layer }: Surroundings,
  sizes: { full: Size | undefined; small: Size },
  taken: readonly Box[],
): StandSearch {
  const box = post.getBoundingClientRect();
  const probe = new Probe(
    post,
    box,
    scrollers.map((scroller) => scroller.getBoundingClientRect()),
  );
  for (const small of [false, true]) {
    const size = small ? sizes.small : sizes.full;
    if (!size) continue;
    const places = freePlaces(box, size, (at, place) =>
      taken.some((other) => overlaps(other, at)) ? { kind: 'taken' } : probe.groundAt(at, place),
    );
    for (const { place, box: at } of places) {
      if (!(yield* probe.isClear(at, place))) continue;
      return { place, small, layer: Math.max(0, layer ?? highestLayer(post, probe.parts)) };
    }
  }
  return undefined;
}
