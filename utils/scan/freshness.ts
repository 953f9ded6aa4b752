import type { PostKind } from '../model/post';
import type { FoundPost } from '../sites/read-post';

type Shown = FoundPost['shown'];

interface Followed {
  id: string;
  shown: Shown;
}

/** New content under a new address must have stood still for this long; sites fill a page in a few steps. */
const SETTLE_MS = 300;
/** Content that is replaced and whose address stays: by now the address would have followed, so it was edited. */
const EDITED_MS = 5_000;
/** What people say under a post; where a site gives it no id, its id and link rest on that post's. */
const SAID: ReadonlySet<PostKind> = new Set(['comment', 'danmaku']);

/**
 * Guards posts whose id rests on the page's address. After an in-page navigation the address names the next post while
 * the elements still show the previous one, and some sites change the content before the address. A post is let
 * through only when address and content have both moved on, or neither has.
 */
export class Freshness {
  readonly #followed = new Map<PostKind, Followed>();
  /** What the last look saw, and since when every look has seen the same. */
  readonly #seen = new Map<PostKind, Followed & { since: number }>();
  readonly #derived = new WeakMap<Element, { id: string; words: string; since: number }>();
  #first: string | undefined;
  #hasMoved = false;

  /**
   * Leaves out posts that the page does not show yet; `pending` says that a later look may find them.
   *
   * @param address of the page, without its fragment
   */
  sift(found: readonly FoundPost[], address: string, now: number): { found: FoundPost[]; pending: boolean } {
    this.#first ??= address;
    this.#hasMoved ||= address !== this.#first;
    const isAddressed = ({ idFrom }: FoundPost) => idFrom === 'address' || idFrom === 'component';
    const stale = new Set(found.filter((one) => isAddressed(one) && !this.#isFresh(one, now)));
    const isBetween = [...stale].some(({ idFrom }) => idFrom === 'address');
    const fresh = found.filter((one) => {
      if (isBetween && SAID.has(one.kind)) return false;
      return one.idFrom === 'derived' ? this.#isSettled(one, now) : !stale.has(one);
    });
    return { found: fresh, pending: fresh.length < found.length };
  }

  #isFresh({ kind, id, idFrom, shown }: FoundPost, now: number): boolean {
    const last = this.#followed.get(kind);
    const since = this.#sameSince(kind, id, shown, now);
    if (idFrom === 'component') return this.#follow(kind, id, shown);
    // On the first page, elements that show nothing show nothing of another post; the rest is data keyed by the id.
    if (!shown.title && !shown.text && !shown.author) return !this.#hasMoved;
    const still = now - since;
    // The first one after a navigation may be filled in under the address of a page that showed none.
    if (!last) return (!this.#hasMoved || still >= SETTLE_MS) && this.#follow(kind, id, shown);
    if (last.id === id && !isReplaced(last.shown, shown)) return this.#follow(kind, id, shown);
    // The address has not followed the content; or a live room was given another title.
    if (last.id === id) return still >= EDITED_MS && this.#follow(kind, id, shown);
    // The content has not followed the address.
    if (!isAnother(last.shown, shown)) return false;
    return still >= SETTLE_MS && this.#follow(kind, id, shown);
  }

  #sameSince(kind: PostKind, id: string, shown: Shown, now: number): number {
    const seen = this.#seen.get(kind);
    if (seen?.id === id && isSame(seen.shown, shown)) return seen.since;
    this.#seen.set(kind, { id, shown, since: now });
    return now;
  }

  #follow(kind: PostKind, id: string, shown: Shown): true {
    this.#followed.set(kind, { id, shown });
    return true;
  }

  /** The same words in the same element under another id: the address has moved on, and the words have not. */
  #isSettled({ id, root, shown }: FoundPost, now: number): boolean {
    const words = `${shown.author}\n${shown.text}`;
    const before = this.#derived.get(root);
    if (before?.words === words) {
      return before.id === id && (!this.#hasMoved || now - before.since >= SETTLE_MS);
    }
    this.#derived.set(root, { id, words, since: now });
    return !this.#hasMoved;
  }
}

function isSame(one: Shown, other: Shown): boolean {
  return one.title === other.title && one.text === other.text && one.author === other.author;
}

/** Something that one post does not change while it is shown: it may be filled in and unfolded, not rewritten. */
function isReplaced(before: Shown, after: Shown): boolean {
  return (
    differ(before.title, after.title) || differ(before.author, after.author) || isOtherText(before, after)
  );
}

/** Another post in the same place. One that was only filled in, unfolded or edited is still the one before. */
function isAnother(before: Shown, after: Shown): boolean {
  if (before.title && after.title) return before.title !== after.title;
  if (before.text && after.text) return isOtherText(before, after);
  if (before.author && after.author) return before.author !== after.author;
  return !isSame(before, after);
}

/** Both are known and not the same. */
function differ(before: string, after: string): boolean {
  return before !== '' && after !== '' && before !== after;
}

/** Texts are shown in part first (`…`, 展开), and whole later. */
function isOtherText({ text: before }: Shown, { text: after }: Shown): boolean {
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  return short !== '' && !long.startsWith(short.replace(/\s*(…|\.\.\.|展开|全文|more)*\s*$/, ''));
}
