import { t } from '../i18n';
import type { PostKey } from '../model/post';
import { setVeiled } from './badges-veil';
import { outermostHost } from './outermost-host';
import { GAP, MARGIN, type Place, type Size } from './placement';
import { lower, raise } from './top-layer';
import { createUiHost, type UiHost } from './ui-host';

export interface BadgeContent {
  key: PostKey;
  root: HTMLElement | SVGElement;
  confidence: 'likely' | 'strong';
  /** Short name of the strongest category. */
  text: string;
  /** Number of further categories. */
  more: number;
  /** Spoken name. */
  label: string;
  reported: boolean;
  /** The post was reported and is another one since. */
  changed?: boolean;
}

/** Whether a badge may measure something else than before. */
export function saysElse(before: BadgeContent, after: BadgeContent): boolean {
  return (['text', 'more', 'reported', 'changed', 'confidence'] as const).some(
    (name) => before[name] !== after[name],
  );
}

/**
 * `gone`: the post has no room on the page. `waiting`: there is no place where a badge would cover nothing, or none was
 * looked for yet; `unseen`: post or place are out of sight. In both the badge takes no room and comes with the focus.
 */
export type BadgeState = 'gone' | 'waiting' | 'unseen' | 'shown';

/** Of a badge without words; the same as in components/badge.css. */
export const SMALL: Size = { width: 26, height: 26 };

type Post = HTMLElement | SVGElement;

/** One badge: an own host beside `body`, tied to its post by an anchor name. */
export class BadgeView {
  readonly button: HTMLButtonElement;
  readonly #host: UiHost;
  root: Post;
  /** What the badge stands at: the post, or the element that is full-screen in it. */
  subject: Post;
  /** Carries the anchor's name: the subject, or the host around it when it lies in a shadow root. */
  #anchored: Post;
  /** Where the badge was put at its subject. */
  place: Place = { block: 'top', inline: 'right', outside: false, slide: 0 };
  #drawn = '';
  #shift = { x: 0, y: 0 };
  #state: BadgeState = 'waiting';

  constructor(
    public content: BadgeContent,
    readonly anchor: string,
    css: string,
    readonly onOpen: (button: HTMLButtonElement) => void,
  ) {
    const { root } = content;
    this.root = root;
    this.subject = root;
    this.#anchored = root;
    this.#host = createUiHost(root.ownerDocument, css, {
      position: 'absolute',
    });
    const { style } = this.#host.element;
    style.setProperty('position-anchor', anchor, 'important');
    style.setProperty('position-visibility', 'anchors-visible', 'important');
    this.button = root.ownerDocument.createElement('button');
    this.button.type = 'button';
    this.button.addEventListener('click', () => this.press());
    for (const event of ['focusin', 'focusout']) {
      this.#host.container.addEventListener(event, () => this.#fold());
    }
    this.#host.container.append(this.button);
    this.standAt(this.place, 0);
    this.#fold();
  }

  get state(): BadgeState {
    return this.#state;
  }

  /** @param small only the shape, without words */
  draw(content: BadgeContent, small: boolean): void {
    this.content = content;
    const { confidence, text, more, label, reported, changed = false } = content;
    const drawn = JSON.stringify([confidence, text, more, label, reported, changed, small]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const words = this.button.ownerDocument.createElement('span');
    words.textContent = text;
    this.button.replaceChildren(...(small ? [] : [words, more > 0 ? `\u00a0+${more}` : '']));
    const spoken = changed ? `${label}, ${t('badgeChanged')}` : label;
    this.button.setAttribute('aria-label', spoken);
    this.button.title = small ? spoken : '';
    const looks = { reported, changed, small };
    const names = Object.entries(looks).flatMap(([name, holds]) => (holds ? [name] : []));
    this.button.className = ['badge', confidence, ...names].join(' ');
    this.button.style.maxWidth = '';
  }

  /** Until other words are drawn, the badge is no wider than this, in pixels. */
  limitTo(width: number): void {
    this.button.style.maxWidth = `${width}px`;
  }

  /** Ties the badge to an element. Sites that patch inline styles drop the name, so it is put back at every scan. */
  tie(subject: Post): void {
    const anchored = outermostHost(subject) as Post;
    if (anchored !== this.#anchored) unname(this.#anchored, this.anchor);
    this.subject = subject;
    this.#anchored = anchored;
    name(anchored, this.anchor);
  }

  /** Without an anchor the badge stands at the origin, from where `moveBy` takes it to its place. */
  standAt(place: Place, layer: number): void {
    this.place = place;
    const { block, inline, outside, slide } = place;
    const { style } = this.#host.element;
    for (const edge of ['top', 'right', 'bottom', 'left']) style.setProperty(edge, 'auto', 'important');
    const edge = outside ? OPPOSITE[block] : block;
    for (const [own, of] of [
      [edge, block],
      [inline, inline],
    ] as const) {
      style.setProperty(own, '0px', 'important');
      style.setProperty(own, `anchor(${of}, 0px)`, 'important');
    }
    const across = outside ? GAP : MARGIN;
    style.setProperty('margin', `${across}px ${MARGIN + slide}px`, 'important');
    style.setProperty('z-index', String(layer), 'important');
  }

  moveBy(x: number, y: number): void {
    this.#shift = { x: this.#shift.x + x, y: this.#shift.y + y };
    this.#host.element.style.setProperty('translate', `${this.#shift.x}px ${this.#shift.y}px`, 'important');
  }

  /** The browser alone would not have it where it belongs. */
  get isMoved(): boolean {
    return this.#shift.x !== 0 || this.#shift.y !== 0;
  }

  become(state: BadgeState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#fold();
  }

  setHidden(hidden: boolean): void {
    setVeiled(this.#host.element, hidden);
  }

  /** Shown above what is full-screen, where it is inert. */
  get isAbove(): boolean {
    return this.#state === 'shown' && this.#host.element.hasAttribute('popover');
  }

  setAbove(above: boolean): void {
    if (above) raise(this.#host.element);
    else lower(this.#host.element);
  }

  press(): void {
    this.onOpen(this.button);
  }

  focus(): void {
    if (this.#state === 'gone') this.become('waiting');
    this.button.focus();
  }

  box(): DOMRect {
    return this.#host.element.getBoundingClientRect();
  }

  /** Where badge and post stand in the window; the post twice while the badge is out of sight. */
  rects(): DOMRect[] {
    if (this.#state === 'gone') return [];
    const post = this.subject.getBoundingClientRect();
    return [this.#state === 'shown' ? this.box() : post, post];
  }

  /** What the badge measures with what is drawn, also while it takes no room. */
  size(): Size {
    return this.button.getBoundingClientRect();
  }

  remove(): void {
    unname(this.#anchored, this.anchor);
    this.#host.remove();
  }

  /** Takes no room, but can take the focus, in every state but `gone`. */
  #fold(): void {
    const folded = this.#state !== 'shown' && this.#host.activeElement() === null;
    const { style } = this.#host.element;
    style.setProperty('display', this.#state === 'gone' ? 'none' : 'block', 'important');
    style.setProperty('width', folded ? '0px' : 'max-content', 'important');
    style.setProperty('height', folded ? '0px' : 'auto', 'important');
    style.setProperty('overflow', folded ? 'hidden' : 'visible', 'important');
  }
}

const OPPOSITE = { top: 'bottom', bottom: 'top' } as const;

/** Elements that had no inline style before a badge was tied to them. */
const bare = new WeakSet<Element>();

/** Anchor names are a list: a name that the site itself uses stays. */
function name(element: Post, anchor: string): void {
  const names = namesOf(element);
  if (names.includes(anchor)) return;
  if (!element.hasAttribute('style')) bare.add(element);
  element.style.setProperty('anchor-name', [...names, anchor].join(', '));
}

function unname(element: Post, anchor: string): void {
  const names = namesOf(element);
  if (!names.includes(anchor)) return;
  const left = names.filter((each) => each !== anchor);
  if (left.length > 0) element.style.setProperty('anchor-name', left.join(', '));
  else element.style.removeProperty('anchor-name');
  if (element.getAttribute('style') !== '' || !bare.has(element)) return;
  element.removeAttribute('style');
  bare.delete(element);
}

function namesOf(element: Post): string[] {
  return element.style
    .getPropertyValue('anchor-name')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
}
