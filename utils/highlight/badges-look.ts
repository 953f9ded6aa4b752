import type { BadgeView } from './badges-view';
import { type Box, boxAt, contains, type Size } from './placement';
import type { Stand } from './placement-find';
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
  /** Something else is full-screen. */
  isBehind: boolean;
  /** Whether the post is seen in the window. */
  isNear: boolean;
  /** When a place was looked for last; how many times in vain since something moved. */
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
}

/** Below this difference, in pixels, two sizes or places are the same. */
const TOLERANCE = 1;

/** Reads where a post stands and whether it is seen at all. */
export function lookAt(badge: Badge): Look {
  const { view, stand, around } = badge;
  // Without a box it has no size to look for a place with.
  if (view.state === 'gone') view.become('waiting');
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
  return { badge, post, hasRoom, isShown, isCut };
}

export function takeStand({ badge, post }: Look, stand: Stand | undefined, isSmall: boolean): void {
  badge.stand = stand;
  badge.placedFor = stand && sizeOf(post);
  if (!stand) return;
  badge.view.draw(badge.view.content, isSmall || stand.small);
  badge.view.standAt(stand.place, stand.layer);
}

/** Shows or hides a badge by what was read. */
export function settle({ badge: { view, stand }, hasRoom, isShown, isCut }: Look): void {
  if (!hasRoom) view.become('gone');
  else if (!isShown || isCut) view.become('unseen');
  else view.become(stand ? 'shown' : 'waiting');
}

/**
 * How far a badge is from where it belongs. Firefox (seen in ESR 153, 2026-11) anchors to where a box would be without
 * its transform, and masonry lists and swipe feeds place their posts with transforms; an anchor may also be missing.
 * The difference is added to the anchored place, which goes on following the post when something scrolls.
 */
export function driftOf({ badge: { view, stand }, post }: Look): { x: number; y: number } | undefined {
  const own = view.box();
  if (!stand || own.width === 0) return undefined;
  const aim = boxAt(stand.place, post, own);
  const x = aim.left - own.left;
  const y = aim.top - own.top;
  return Math.abs(x) < TOLERANCE && Math.abs(y) < TOLERANCE ? undefined : { x, y };
}

function isInWindow({ left, top, right, bottom }: Box): boolean {
  return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
}

function isSameSize(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) <= TOLERANCE && Math.abs(a.height - b.height) <= TOLERANCE;
}

export function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
