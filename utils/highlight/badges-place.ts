import { type Badge, type Look, sizeOf } from './badges-look';
import { SMALL } from './badges-view';
import { type Box, boxAt } from './placement';
import { findStand, type Stand } from './placement-find';
import { surroundingsOf } from './placement-tree';
import { fullScreenOf } from './top-layer';

/** Of each frame, in milliseconds, places are looked for no longer than this, but for one badge at least. */
const FRAME_MS = 4;
/** Between two searches for a place of one badge, in milliseconds. */
export const AGAIN_MS = 200;

export interface Search {
  /** What was found, also that there is no place. */
  stands: ReadonlyMap<Look, Stand | undefined>;
  /** The frame was full: in the next one. */
  soon: readonly Badge[];
  /** Some were asked for again too early. */
  later: boolean;
}

/**
 * Looks for places for those that need one. Only reads.
 *
 * @param all the badges of the page: none may cover another
 * @param isDense the page is full of badges: no words
 */
export function findStands(looks: readonly Look[], all: readonly Badge[], isDense: boolean): Search {
  const start = performance.now();
  const stands = new Map<Look, Stand | undefined>();
  const soon: Badge[] = [];
  let later = false;
  const taken = new Map<Badge, Box>();
  for (const badge of all) {
    if (badge.view.state === 'shown' && !badge.isBehind) taken.set(badge, badge.view.box());
  }
  for (const look of looks) {
    const { badge, post } = look;
    if (badge.placedFor || !badge.isNear) continue;
    if (start - badge.tried.at < AGAIN_MS) {
      later = true;
    } else if (stands.size > 0 && performance.now() - start > FRAME_MS) {
      soon.push(badge);
    } else {
      taken.delete(badge);
      badge.tried.at = start;
      const stand = standFor(badge, isDense, [...taken.values()]);
      stands.set(look, stand);
      if (stand) taken.set(badge, boxAt(stand.place, post, stand.small ? SMALL : badge.full!));
    }
  }
  return { stands, soon, later };
}

function standFor(badge: Badge, isDense: boolean, taken: readonly Box[]): Stand | undefined {
  const { view } = badge;
  if (!isDense) badge.full ??= sizeOf(view.size());
  badge.around = surroundingsOf(view.subject, fullScreenOf(view.subject.ownerDocument));
  const sizes = { full: isDense ? undefined : badge.full, small: SMALL };
  return findStand(view.subject, badge.around, sizes, taken);
}
