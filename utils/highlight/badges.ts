import type { PostKey } from '../model/post';
import { Crowd } from './badges-crowd';
import { Later } from './badges-later';
import { type Badge, type Look, lookAt, newBadge, settle, takeStand } from './badges-look';
import { findStands, MAX_TRIES, patienceOf, type Search } from './badges-place';
import { Presses } from './badges-press';
import { Turn } from './badges-turn';
import { type BadgeContent, BadgeView, saysElse } from './badges-view';
import { PostWatch } from './badges-watch';
import { followFullScreen, fullScreenOf, standingOf } from './top-layer';

export type { BadgeContent } from './badges-view';

export interface BadgeHandlers {
  onOpen: (key: PostKey, button: HTMLButtonElement) => void;
  /** The counter asks for the next marked post or the one before. */
  onStep: (direction: 1 | -1) => void;
}

/** Frames for which a badge is taken along with a moving post, longer than any swipe; then the next event goes on. */
const MAX_MOVES = 240;

/**
 * One badge per marked post, tied to it by CSS anchor positioning: no scroll listener, no node in the site's tree.
 * Badges are looked at when the page was scanned or an observer has told of their posts; after each frame all is read
 * before anything is written, so that no layout is asked for besides the browser's own.
 */
export class Badges {
  readonly #badges = new Map<PostKey, Badge>();
  readonly #dirty = new Set<Badge>();
  readonly #watch = new PostWatch((post) => this.#onMove(post));
  readonly #presses = new Presses(() => [...this.#badges.values()].map(({ view }) => view));
  readonly #crowd: Crowd;
  readonly #turn = new Turn(
    () => this.#lookAtAll(),
    () => [...this.#dirty].some(({ moves }) => moves > 0),
  );
  readonly #later = new Later<Badge>((badge) => this.#look(badge));
  #total = 0;
  #names = 0;
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
    if (contents.length > 0) this.#follow();
    else this.#rest();
  }

  /** Marked posts have come far from the window; those near it are as they were. */
  recount(total: number): void {
    this.#total = total;
    for (const { view } of this.#badges.values()) view.tie(view.subject);
    if (this.#crowd.isDense) this.#turn.ask();
  }

  /** Where a post's badge and the post itself stand in the window, for a card beside them. */
  rectsOf(key: PostKey): DOMRect[] {
    return this.#badges.get(key)?.view.rects() ?? [];
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

  #show(content: BadgeContent): void {
    const badge = this.#badges.get(content.key) ?? this.#add(content);
    const { view } = badge;
    if (content.root === view.content.root) view.tie(view.subject);
    else {
      this.#watch.remove(view.subject);
      this.#tie(badge, content.root);
    }
    if (saysElse(view.content, content)) {
      badge.full = undefined;
      badge.placedFor = undefined;
      badge.search = undefined;
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
    badge.search = undefined;
    badge.tried = { at: Number.NEGATIVE_INFINITY, times: 0 };
    badge.view.tie(subject);
    badge.view.setAbove(isAbove);
    this.#watch.add(badge.view.subject, []);
  }

  #remove(key: PostKey): void {
    const badge = this.#badges.get(key)!;
    this.#watch.remove(badge.view.subject);
    this.#dirty.delete(badge);
    this.#later.delete(badge);
    badge.view.remove();
    this.#badges.delete(key);
  }

  /** Nothing is left to look at. */
  #rest(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
    this.#presses.catch(false);
    this.#crowd.clear();
    this.#turn.cancel();
    this.#later.clear();
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
      badge.search = undefined;
      badge.view.draw(badge.view.content, this.#crowd.isDense);
      this.#look(badge);
    }
  }

  #look(badge: Badge): void {
    this.#dirty.add(badge);
    this.#turn.ask();
  }

  #lookAtAll(): void {
    const looks = [...this.#dirty].map(lookAt);
    this.#dirty.clear();
    const near = [...this.#badges.values()].filter(({ isNear }) => isNear).length;
    if (this.#crowd.judge(near, this.#total)) this.#redraw();
    else this.#place(looks);
  }

  #place(looks: readonly Look[]): void {
    const search = findStands(looks, [...this.#badges.values()], this.#crowd.isDense);
    for (const look of looks) this.#act(look, search.stands);
    for (const badge of search.soon) this.#look(badge);
    for (const [badge, at] of search.later) this.#later.set(badge, at);
  }

  #act(look: Look, stands: Search['stands']): void {
    const { badge, hasRoom, isShown, drift } = look;
    if (stands.has(look)) {
      takeStand(look, stands.get(look), this.#crowd.isDense);
      this.#watch.add(badge.view.subject, badge.around?.scrollers ?? []);
    }
    if (stands.get(look) && (drift || badge.view.isMoved)) {
      // Where the browser does not follow the post, it is shown when it is known to stand there.
      this.#look(badge);
      return;
    }
    const wasGone = badge.view.state === 'gone';
    settle(stands.has(look) ? { ...look, isCut: false } : look);
    if (wasGone && hasRoom) this.#look(badge);
    if ((!badge.stand && stands.has(look)) || (hasRoom && !isShown)) this.#tryAgain(badge);
    badge.moves = drift ? badge.moves + 1 : 0;
    if (!drift) return;
    badge.view.moveBy(drift.x, drift.y);
    if (badge.moves < MAX_MOVES && badge.isNear) this.#look(badge);
  }

  /** What covers a post may go without a change that an observer tells of. */
  #tryAgain(badge: Badge): void {
    if (badge.tried.times >= MAX_TRIES || this.#later.has(badge)) return;
    badge.tried.times++;
    this.#later.set(badge, performance.now() + patienceOf(badge));
  }
}
