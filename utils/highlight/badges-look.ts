import type { BadgeView } from './badges-view';
import { type Box, boxAt, contains, MARGIN, type Place, type Size } from './placement';
import type { Stand, StandSearch } from './placement-find';
import type { Surroundings } from './placement-tree';

/** A badge and what is known of its place. */
export interface Badge {
  readonly view: BadgeView;
  stand: Stand | undefined;
  /** Size of the post when the place was chosen; `undefined` when a place is to be looked for. */
  placedFor: Size | undefined;
  /** What the badge measures with its words. */
  full: Size | undefined;
  around: Surroundings | undefined;
  /** A search for a place that is under way, and where the post stood when it began. */
  search: { post: Box; steps: StandSearch } | undefined;
  /** Something else is full-screen. */
  isBehind: boolean;
  /** Whether the post is seen in the window. */
  isNear: boolean;
  /** When a place was looked for last; how many times it was missed since something moved. */
  tried: { at: number; times: number };
  /** Frames in a row in which the badge had to be taken to its post. */
  moves: number;
}

export function newBadge(view: BadgeView): Badge {
  return {
    view,
    stand: undefined,
    placedFor: undefined,
    full: undefined,
    around: undefined,
    search: undefined,
    isBehind: false,
    isNear: false,
    tried: { at: Number.NEGATIVE_INFINITY, times: 0 },
    moves: 0,
  };
}

/** What was read at one look at a badge. */
export interface Look {
  badge: Badge;
  post: DOMRect;
  /** The post takes room on the page; without it the badge has nowhere to be. */
  hasRoom: boolean;
  /** The page makes the post visible. */
  isShown: boolean;
  /** The badge's place has left a box that scrolls. */
  isCut: boolean;
  /** How far the badge is from where it was put at its post; `undefined` when it stands there. */
  drift: { x: number; y: number } | undefined;
}

/** Words that are cut shorter than this, in pixels of the badge, say nothing. */
const NARROWEST = 96;

/** Below this difference, in pixels, two sizes or places are the same. */
const TOLERANCE = 1;

/** Reads where a post and its badge stand and whether they are seen at all. */
export function lookAt(badge: Badge): Look {
  const { view, around } = badge;
  // Without a box a badge stands nowhere.
  const stand = view.state === 'gone' ? undefined : badge.stand;
  const post = view.subject.getBoundingClientRect();
  const hasRoom = post.width > 0 && post.height > 0;
  const isShown =
    hasRoom &&
    !badge.isBehind &&
    view.subject.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  badge.isNear = isShown && isInWindow(post);
  if (badge.placedFor && !isSameSize(badge.placedFor, post)) badge.placedFor = undefined;
  const isCut =
    stand !== undefined &&
    (around?.scrollers ?? []).some(
      (scroller) =>
        !contains(scroller.getBoundingClientRect(), boxAt(stand.place, post, view.size()), TOLERANCE),
    );
  const drift = hasRoom && view.state !== 'gone' ? driftOf(view.box(), view.place, post) : undefined;
  return { badge, post, hasRoom, isShown, isCut, drift };
}

/** What a badge with words measures at its post: they are cut rather than written across a neighbour. */
export function fullAt(full: Size, post: Box): Size {
  const room = Math.max(NARROWEST, post.right - post.left - 2 * MARGIN);
  return { width: Math.min(full.width, room), height: full.height };
}

export function takeStand({ badge, post }: Look, stand: Stand | undefined, isSmall: boolean): void {
  badge.stand = stand;
  badge.placedFor = stand && sizeOf(post);
  if (!stand) return;
  badge.view.draw(badge.view.content, isSmall || stand.small);
  if (badge.full) badge.view.limitTo(fullAt(badge.full, post).width);
  badge.view.standAt(stand.place, stand.layer);
}

/** Shows or hides a badge by what was read. */
export function settle({ badge: { view, stand }, hasRoom, isShown, isCut }: Look): void {
  if (!hasRoom) view.become('gone');
  // It is measured before it is shown.
  else if (view.state === 'gone') view.become('waiting');
  else if (!isShown || isCut) view.become('unseen');
  else view.become(stand ? 'shown' : 'waiting');
}

/**
 * How far a badge is from where it belongs. Firefox (seen in ESR 153, 2026-11) anchors to where a box would be without
 * its transform, and masonry lists and swipe feeds place their posts with transforms; an anchor may also be missing.
 * The difference is added to the anchored place, which goes on following the post when something scrolls. It is the same
 * while the badge takes no room: the edges that are tied to the post are where they will be.
 */
function driftOf(own: DOMRect, place: Place, post: Box): Look['drift'] {
  const aim = boxAt(place, post, own);
  const x = aim.left - own.left;
  const y = aim.top - own.top;
  return Math.abs(x) < TOLERANCE && Math.abs(y) < TOLERANCE ? undefined : { x, y };
}

function isInWindow({ left, top, right, bottom }: Box): boolean {
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

/** Whether two boxes are the same in size and place. */
export function isSameBox(a: Box, b: Box): boolean {
  return contains(a, b, TOLERANCE) && contains(b, a, TOLERANCE);
}

function isSameSize(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) <= TOLERANCE && Math.abs(a.height - b.height) <= TOLERANCE;
}

export function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
