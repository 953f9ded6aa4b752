import { type Badge, fullAt, isSameBox, type Look, sizeOf } from './badges-look';
import { SMALL } from './badges-view';
import { type Box, boxAt } from './placement';
import { findStand, type Stand, type StandSearch } from './placement-find';
import { surroundingsOf } from './placement-tree';
import { fullScreenOf } from './top-layer';

/** In each turn, in milliseconds, places are looked for no longer than this, but one step at least is made. */
const TURN_MS = 4;
/** Between the first two searches for a place of one badge, in milliseconds; twice as long each time it was in vain. */
const AGAIN_MS = 200;
/** So many times a place is looked for by itself. */
export const MAX_TRIES = 5;

export interface Search {
  /** What was found, also that there is no place. */
  stands: ReadonlyMap<Look, Stand | undefined>;
  /** The turn was over: in the next one. */
  soon: readonly Badge[];
  /** Asked for again too early: then, on the clock of `performance.now()`. */
  later: ReadonlyMap<Badge, number>;
}

/** So long, in milliseconds, a badge waits that has missed its place so many times. */
export function patienceOf({ tried: { times } }: Badge): number {
  return AGAIN_MS * 2 ** Math.max(0, times - 1);
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
  const later = new Map<Badge, number>();
  const taken = new Map<Badge, Box>();
  for (const badge of all) {
    const box = badge.isBehind ? undefined : takenBy(badge);
    if (box) taken.set(badge, box);
  }
  let isOver = false;
  for (const look of looks) {
    const { badge } = look;
    dropOutdated(look);
    if (badge.placedFor || !badge.isNear || badge.view.state === 'gone') continue;
    const rested = badge.tried.at + patienceOf(badge);
    if (!badge.search && start < rested) {
      later.set(badge, rested);
      continue;
    }
    const own = taken.get(badge);
    taken.delete(badge);
    const found = isOver ? undefined : searchOn(look, isDense, [...taken.values()], start + TURN_MS);
    isOver ||= performance.now() - start > TURN_MS;
    const box = found ? boxOf(badge, look.post, found.stand) : own;
    if (box) taken.set(badge, box);
    if (found) stands.set(look, found.stand);
    else soon.push(badge);
  }
  return { stands, soon, later };
}

/** What was measured in the window holds as long as the post stands where it stood. */
function dropOutdated({ badge, post }: Look): void {
  if (!badge.search) return;
  if (badge.placedFor || !badge.isNear || !isSameBox(badge.search.post, post)) badge.search = undefined;
}

function takenBy(badge: Badge): Box | undefined {
  const { view, stand, placedFor, isNear } = badge;
  if (view.state === 'shown') return view.box();
  const isAboutTo = view.state === 'waiting' && isNear && placedFor;
  return isAboutTo ? boxOf(badge, view.subject.getBoundingClientRect(), stand) : undefined;
}

function boxOf(badge: Badge, post: Box, stand: Stand | undefined): Box | undefined {
  return stand && boxAt(stand.place, post, stand.small ? SMALL : fullAt(badge.full!, post));
}

/** Goes on with the search for a place, or begins it. What was found, or `undefined` when the time was over before. */
function searchOn(
  look: Look,
  isDense: boolean,
  taken: readonly Box[],
  until: number,
): { stand: Stand | undefined } | undefined {
  const { badge } = look;
  badge.search ??= { post: look.post, steps: begin(look, isDense, taken) };
  do {
    const { done, value } = badge.search.steps.next();
    if (!done) continue;
    badge.search = undefined;
    return { stand: value };
  } while (performance.now() < until);
  return undefined;
}

function begin({ badge, post }: Look, isDense: boolean, taken: readonly Box[]): StandSearch {
  const { view } = badge;
  badge.tried.at = performance.now();
  if (!isDense) badge.full ??= sizeOf(view.size());
  badge.around = surroundingsOf(view.subject, fullScreenOf(view.subject.ownerDocument));
  const full = isDense || !badge.full ? undefined : fullAt(badge.full, post);
  return findStand(view.subject, badge.around, { full, small: SMALL }, taken);
}
