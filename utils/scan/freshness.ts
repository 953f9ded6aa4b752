import type { PostKind } from '../model/post';
import type { FoundPost } from '../sites/read-post';

type Shown = FoundPost['shown'];

interface Followed {
  id: string;
  shown: Shown;
}

/** New content under a new address must have stood still for this long; sites fill a page in a few steps. */
const SETTLE_MS = 300;
/** What people say under a post; where a site gives it no id, its id and link rest on that post's. */
const SAID: ReadonlySet<PostKind> = new Set(['comment', 'danmaku']);

/**
 * Guards posts whose id rests on the page's address. After an in-page navigation the address names the next post while
 * the elements still show the previous one, and some sites change the content before the address. A post is let
 * through only when address and content have both moved on, or neither has.
 */
export class Freshness {
  readonly #followed = new Map<PostKind, Followed>();
  readonly #changing = new Map<PostKind, Followed & { since: number }>();
  readonly #derived = new WeakMap<Element, { id: string; words: string; since: number }>();
  #first: string | undefined;

  /**
   * Leaves out posts that the page does not show yet; `pending` says that a later look may find them.
   *
   * @param address of the page, without its fragment
   */
  sift(found: readonly FoundPost[], address: string, now: number): { found: FoundPost[]; pending: boolean } {
    this.#first ??= address;
    const hasMoved = address !== this.#first;
    const isAddressed = ({ idFrom }: FoundPost) => idFrom === 'address' || idFrom === 'component';
    const stale = new Set(found.filter((one) => isAddressed(one) && !this.#isFresh(one, hasMoved, now)));
    const isBetween = [...stale].some(({ idFrom }) => idFrom === 'address');
    const fresh = found.filter((one) => {
      if (isBetween && SAID.has(one.post.kind)) return false;
      return one.idFrom === 'derived' ? this.#isSettled(one, hasMoved, now) : !stale.has(one);
    });
    return { found: fresh, pending: fresh.length < found.length };
  }

  #isFresh({ post: { kind, id }, idFrom, shown }: FoundPost, hasMoved: boolean, now: number): boolean {
    const last = this.#followed.get(kind);
    if (idFrom === 'component') return this.#follow(kind, id, shown);
    // On the first page, elements that show nothing show nothing of another post; the rest is data keyed by the id.
    if (!shown.title && !shown.text && !shown.author) return !hasMoved;
    if (!last || (last.id === id && !isReplaced(last.shown, shown))) return this.#follow(kind, id, shown);
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

  /** The same words in the same element under another id: the address has moved on, and the words have not. */
  #isSettled({ post: { id }, root, shown }: FoundPost, hasMoved: boolean, now: number): boolean {
    const words = `${shown.author}\n${shown.text}`;
    const before = this.#derived.get(root);
    if (before?.words === words) {
      return before.id === id && (!hasMoved || now - before.since >= SETTLE_MS);
    }
    this.#derived.set(root, { id, words, since: now });
    return !hasMoved;
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
