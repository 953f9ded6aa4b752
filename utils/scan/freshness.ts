import type { PostKind } from '../model/post';
import type { FoundPost } from '../sites/read-post';

type Shown = FoundPost['shown'];

interface Followed {
  id: string;
  shown: Shown;
}

/** New content under a new address must have stood still for this long; sites fill a page in a few steps. */
const SETTLE_MS = 300;

/**
 * Guards posts whose id stands in the page's address alone. After an in-page navigation the address names the next
 * post while the elements still show the previous one, and some sites change the content before the address. A post
 * is let through only when address and content have both moved on, or neither has.
 */
export class Freshness {
  readonly #followed = new Map<PostKind, Followed>();
  readonly #changing = new Map<PostKind, Followed & { since: number }>();

  /** Leaves out posts that the page does not show yet; `pending` says that a later look may find them. */
  sift(found: readonly FoundPost[], now: number): { found: FoundPost[]; pending: boolean } {
    const fresh = found.filter((one) => one.idFrom === 'element' || this.#isFresh(one, now));
    return { found: fresh, pending: fresh.length < found.length };
  }

  #isFresh({ post: { kind, id }, idFrom, shown }: FoundPost, now: number): boolean {
    const last = this.#followed.get(kind);
    const isEmpty = !shown.title && !shown.text && !shown.author;
    // Elements that show nothing show nothing of another post; what is known then comes from data keyed by the id.
    if (isEmpty) return true;
    if (!last || idFrom === 'component' || (last.id === id && !isReplaced(last.shown, shown))) {
      return this.#follow(kind, id, shown);
    }
    // Either the content has not followed the address, or the address has not followed the content.
    if (last.id === id || isSame(last.shown, shown)) return false;
    const changing = this.#changing.get(kind);
    if (changing?.id !== id || !isSame(changing.shown, shown)) {
      this.#changing.set(kind, { id, shown, since: now });
      return false;
    }
    return now - changing.since >= SETTLE_MS && this.#follow(kind, id, shown);
  }

  #follow(kind: PostKind, id: string, shown: Shown): true {
    this.#followed.set(kind, { id, shown });
    this.#changing.delete(kind);
    return true;
  }
}

function isSame(one: Shown, other: Shown): boolean {
  return one.title === other.title && one.text === other.text && one.author === other.author;
}

/** Another post in the same place, rather than one that was filled in, unfolded or edited. */
function isReplaced(before: Shown, after: Shown): boolean {
  if (before.title && after.title) return before.title !== after.title;
  if (before.text && after.text) return !isUnfolded(before.text, after.text);
  return before.author !== '' && after.author !== '' && before.author !== after.author;
}

const FOLD = 12;

function isUnfolded(before: string, after: string): boolean {
  const length = Math.min(FOLD, before.length, after.length);
  return before.slice(0, length) === after.slice(0, length);
}
