import type { PostKey } from '../model/post';
import { Crowd } from './badges-crowd';
import { type Badge, driftOf, type Look, lookAt, newBadge, settle, takeStand } from './badges-look';
import { AGAIN_MS, findStands } from './badges-place';
import { Presses } from './badges-press';
import { type BadgeContent, BadgeView, saysElse } from './badges-view';
import { PostWatch } from './badges-watch';
import { followFullScreen, fullScreenOf, standingOf } from './top-layer';

export type { BadgeContent } from './badges-view';

export interface BadgeHandlers {
  onOpen: (key: PostKey, button: HTMLButtonElement) => void;
  /** The counter asks for the next marked post or the one before. */
  onStep: (direction: 1 | -1) => void;
}

/** So many times, after `AGAIN_MS` each, a place is looked for by itself. */
const MAX_TRIES = 12;
/** Frames for which a badge is taken along with a moving post, longer than any swipe; then the next event goes on. */
const MAX_MOVES = 240;

/**
 * One badge per marked post, tied to it by CSS anchor positioning: no scroll listener, no node in the site's tree.
 * Badges are looked at when the page was scanned or an observer has told of their posts; in each frame all is read
 * before anything is written.
 */
export class Badges {
  readonly #badges = new Map<PostKey, Badge>();
  readonly #dirty = new Set<Badge>();
  readonly #watch = new PostWatch((post) => this.#onMove(post));
  readonly #presses = new Presses(() => [...this.#badges.values()].map(({ view }) => view));
  readonly #crowd: Crowd;
  #total = 0;
  #names = 0;
  #frame = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #isHidden = false;
  #unfollow: (() => void) | undefined;

  constructor(
    readonly document: Document,
    readonly css: string,
    readonly handlers: BadgeHandlers,
  ) {
    this.#crowd = new Crowd(document, css, {
      onStep: handlers.onStep,
      onWords: () => this.#redraw(),
    });
  }

  /**
   * Shows exactly these badges: updates what stays, adds what is new, removes the rest.
   *
   * @param total number of all marked posts of the page, those far from the window included
   */
  update(contents: readonly BadgeContent[], total: number): void {
    const wanted = new Set(contents.map(({ key }) => key));
    for (const key of [...this.#badges.keys()]) if (!wanted.has(key)) this.#remove(key);
    for (const content of contents) this.#show(content);
    this.#total = total;
    if (contents.length > 0) {
      this.#follow();
    } else {
      this.#rest();
    }
  }

  /** Where a post's badge and the post itself stand in the window, for a card beside them. */
  rectsOf(key: PostKey): DOMRect[] {
    const view = this.#badges.get(key)?.view;
    if (!view || view.state === 'gone') return [];
    const post = view.subject.getBoundingClientRect();
    return [view.state === 'shown' ? view.box() : post, post];
  }

  focus(key: PostKey): void {
    const badge = this.#badges.get(key);
    if (!badge) return;
    badge.view.focus();
    this.#look(badge);
  }

  hide(): void {
    this.#setHidden(true);
  }

  unhide(): void {
    this.#setHidden(false);
  }

  clear(): void {
    this.update([], 0);
  }

  #show(content: BadgeContent): void {
    const badge = this.#badges.get(content.key) ?? this.#add(content);
    const { view } = badge;
    if (content.root !== view.content.root) {
      this.#watch.remove(view.subject);
      this.#tie(badge, content.root);
    } else {
      view.tie(view.subject);
    }
    if (saysElse(view.content, content)) {
      badge.full = undefined;
      badge.placedFor = undefined;
    }
    view.draw(content, this.#crowd.isDense || (badge.placedFor !== undefined && badge.stand?.small === true));
    this.#look(badge);
  }

  #add(content: BadgeContent): Badge {
    const { key } = content;
    const view = new BadgeView(content, `--qj-${++this.#names}`, this.css, (button) =>
      this.handlers.onOpen(key, button),
    );
    view.setHidden(this.#isHidden);
    const badge = newBadge(view);
    this.#badges.set(key, badge);
    this.#tie(badge, content.root);
    return badge;
  }

  #tie(badge: Badge, root: HTMLElement | SVGElement): void {
    const { subject, isAbove, isBehind } = standingOf(root, fullScreenOf(this.document));
    badge.isBehind = isBehind;
    badge.placedFor = undefined;
    badge.tried = { at: Number.NEGATIVE_INFINITY, times: 0 };
    badge.view.tie(subject);
    badge.view.setAbove(isAbove);
    this.#watch.add(badge.view.subject, []);
  }

  #remove(key: PostKey): void {
    const badge = this.#badges.get(key)!;
    this.#watch.remove(badge.view.subject);
    this.#dirty.delete(badge);
    badge.view.remove();
    this.#badges.delete(key);
  }

  /** Nothing is left to look at. */
  #rest(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#presses.catch(false);
    this.#crowd.clear();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#again);
    this.#frame = 0;
    this.#again = undefined;
  }

  #onMove(post: Element): void {
    for (const badge of this.#badges.values()) {
      if (badge.view.subject !== post) continue;
      badge.tried.times = 0;
      badge.moves = 0;
      // Before this frame is painted: a badge whose post is gone would stand at the origin.
      if (post.getClientRects().length === 0) badge.view.become('gone');
      this.#look(badge);
    }
  }

  #follow(): void {
    if (this.#unfollow) return;
    this.#unfollow = followFullScreen(this.document, () => this.#onFullScreen());
    this.#presses.catch(fullScreenOf(this.document) !== null);
  }

  #onFullScreen(): void {
    this.#presses.catch(fullScreenOf(this.document) !== null);
    for (const badge of this.#badges.values()) {
      this.#watch.remove(badge.view.subject);
      this.#tie(badge, badge.view.content.root);
      this.#look(badge);
    }
  }

  #setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    for (const { view } of this.#badges.values()) view.setHidden(isHidden);
    this.#crowd.setHidden(isHidden);
  }

  /** Words go or come back everywhere. A shape without words stands well where the words stood. */
  #redraw(): void {
    for (const badge of this.#badges.values()) {
      if (!this.#crowd.isDense) {
        badge.placedFor = undefined;
        badge.tried.at = Number.NEGATIVE_INFINITY;
      }
      badge.view.draw(badge.view.content, this.#crowd.isDense);
      this.#look(badge);
    }
  }

  #look(badge: Badge): void {
    this.#dirty.add(badge);
    this.#frame ||= requestAnimationFrame(() => this.#lookAtAll());
  }

  #lookAtAll(): void {
    this.#frame = 0;
    const looks = [...this.#dirty].map(lookAt);
    this.#dirty.clear();
    const near = [...this.#badges.values()].filter(({ isNear }) => isNear).length;
    if (this.#crowd.judge(near, this.#total)) this.#redraw();
    else this.#place(looks);
  }

  #place(looks: readonly Look[]): void {
    const { stands, soon, later } = findStands(looks, [...this.#badges.values()], this.#crowd.isDense);
    for (const [look, stand] of stands) {
      takeStand(look, stand, this.#crowd.isDense);
      this.#watch.add(look.badge.view.subject, look.badge.around?.scrollers ?? []);
    }
    for (const badge of soon) this.#look(badge);
    if (later) this.#wake();
    for (const look of looks) {
      settle(stands.has(look) ? { ...look, isCut: false } : look);
      if (look.badge.view.state === 'waiting' || (look.hasRoom && !look.isShown)) this.#tryAgain(look.badge);
    }
    const drifts = looks.map((look) => ({ badge: look.badge, drift: driftOf(look) }));
    for (const { badge, drift } of drifts) {
      badge.moves = drift ? badge.moves + 1 : 0;
      if (!drift) continue;
      badge.view.moveBy(drift.x, drift.y);
      if (badge.moves < MAX_MOVES) this.#look(badge);
    }
  }

  /** What covers a post may go without a change that an observer tells of. */
  #tryAgain(badge: Badge): void {
    if (badge.tried.times++ < MAX_TRIES) this.#wake();
  }

  #wake(): void {
    this.#again ??= setTimeout(() => {
      this.#again = undefined;
      for (const badge of this.#badges.values()) {
        if (badge.view.state !== 'shown' || !badge.placedFor) this.#look(badge);
      }
    }, AGAIN_MS);
  }
}
