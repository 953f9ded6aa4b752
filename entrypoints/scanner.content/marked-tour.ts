import type { PostKey } from '@/utils/model/post';

export type Direction = 1 | -1;

/** Where a post stands to the window, in the direction of reading; `nowhere` when the page does not show it. */
export type Standing = 'before' | 'inside' | 'after' | 'nowhere';

export interface Stop {
  key: PostKey;
  /** Counted from 1. */
  place: number;
  count: number;
  /** The end that was passed to get here. */
  wrapped?: 'first' | 'last';
}

/**
 * The way from one marked post to the next. It goes on from the post that was visited last while that is in the window,
 * and otherwise begins with what is there: a reader who has scrolled on is not pulled back.
 */
export class MarkedTour {
  #current: PostKey | undefined;
  /** The posts of the last step, to know the neighbours of one that has lost its mark. */
  #before: readonly PostKey[] = [];

  /** The post that a decision by key is about: visited, still marked, and in the window. */
  current(keys: readonly PostKey[], standing: (key: PostKey) => Standing): PostKey | undefined {
    const current = this.#current;
    return current && keys.includes(current) && standing(current) === 'inside' ? current : undefined;
  }

  /** The reader has come to a post, on this way or on another. */
  visit(key: PostKey, keys: readonly PostKey[]): void {
    this.#current = key;
    this.#before = keys;
  }

  /**
   * @param keys of all marked posts, in the order of the document
   * @param standing also asked about the post that was visited last, when it has lost its mark
   * @returns where the way leads; `undefined` when no marked post is shown
   */
  step(
    direction: Direction,
    keys: readonly PostKey[],
    standing: (key: PostKey) => Standing,
  ): Stop | undefined {
    const stands = new Map(keys.map((key) => [key, standing(key)]));
    const shown = keys.filter((key) => stands.get(key) !== 'nowhere');
    if (shown.length === 0) return undefined;
    const isNear = this.#current !== undefined && standing(this.#current) === 'inside';
    const on = isNear
      ? this.#beside(direction, shown)
      : (ahead(direction, shown, (key) => stands.get(key) === 'inside') ??
        ahead(direction, shown, (key) => stands.get(key) === (direction === 1 ? 'after' : 'before')));
    const key = on ?? ahead(direction, shown, () => true)!;
    this.visit(key, keys);
    const stop = { key, place: shown.indexOf(key) + 1, count: shown.length };
    return on ? stop : { ...stop, wrapped: direction === 1 ? 'first' : 'last' };
  }

  /** The neighbour of the post that was visited last; the list of that time tells those of one that is not marked now. */
  #beside(direction: Direction, shown: readonly PostKey[]): PostKey | undefined {
    const current = this.#current!;
    const list = shown.includes(current) ? shown : this.#before;
    const at = list.indexOf(current);
    const rest = direction === 1 ? list.slice(at + 1) : list.slice(0, Math.max(at, 0));
    return ahead(direction, rest, (key) => shown.includes(key));
  }
}

/** The first of the posts that fit, seen in the direction of the way. */
function ahead(
  direction: Direction,
  keys: readonly PostKey[],
  fits: (key: PostKey) => boolean,
): PostKey | undefined {
  return direction === 1 ? keys.find(fits) : keys.findLast(fits);
}

/** @param rect of the post, in the window's pixels */
export function standingOf(
  { top, bottom, left, right, width, height }: DOMRectReadOnly,
  window: { width: number; height: number },
): Standing {
  if (width === 0 && height === 0) return 'nowhere';
  if (bottom <= 0) return 'before';
  if (top >= window.height) return 'after';
  if (right <= 0) return 'before';
  return left >= window.width ? 'after' : 'inside';
}
