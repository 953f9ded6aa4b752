import type { PostKey } from '../model/post';
import { outermostHost } from './outermost-host';
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
}

interface Badge {
  host: UiHost;
  /** What was added to the anchored place, in pixels. */
  shift: { x: number; y: number };
  button: HTMLButtonElement;
  root: HTMLElement | SVGElement;
  /** The element that carries the anchor's name: the post, or the host around it when it lies in a shadow root. */
  anchored: HTMLElement | SVGElement;
  anchor: string;
  shown: string;
}

/** Between a badge and the corner of its post, in pixels. */
const MARGIN = 6;

/** One badge per marked post, tied to it by CSS anchor positioning: no scroll listener, no node in the site's tree. */
export class Badges {
  readonly #badges = new Map<PostKey, Badge>();
  #count = 0;

  constructor(
    readonly document: Document,
    readonly css: string,
    readonly onOpen: (key: PostKey, button: HTMLButtonElement) => void,
  ) {}

  /** Shows exactly these badges: updates what stays, adds what is new, removes the rest. */
  update(contents: readonly BadgeContent[]): void {
    const wanted = new Set(contents.map(({ key }) => key));
    for (const key of [...this.#badges.keys()]) if (!wanted.has(key)) this.#remove(key);
    for (const content of contents) this.#show(content);
    this.#correct();
  }

  /** Where a post's badge and the post itself stand in the window, for a card beside them. */
  rectsOf(key: PostKey): DOMRect[] {
    const badge = this.#badges.get(key);
    return badge ? [badge.host.element, badge.root].map((element) => element.getBoundingClientRect()) : [];
  }

  focus(key: PostKey): void {
    this.#badges.get(key)?.button.focus();
  }

  clear(): void {
    this.update([]);
  }

  #show(content: BadgeContent): void {
    const { key, root, confidence, text, more, label, reported } = content;
    const badge = this.#badges.get(key) ?? this.#add(key);
    if (badge.root !== root) {
      unanchor(badge);
      badge.root = root;
      // A name inside a shadow root is not seen outside; #correct moves the badge from the host to the post.
      badge.anchored = outermostHost(root) as HTMLElement;
    }
    // Sites that patch inline styles drop the name; it is put back at every scan.
    anchor(badge);
    const shown = JSON.stringify([confidence, text, more, label, reported]);
    if (badge.shown === shown) return;
    badge.shown = shown;
    const words = this.document.createElement('span');
    words.textContent = text;
    badge.button.replaceChildren(words, more > 0 ? `\u00a0+${more}` : '');
    badge.button.setAttribute('aria-label', label);
    badge.button.className = `badge ${confidence}${reported ? ' reported' : ''}`;
  }

  #add(key: PostKey): Badge {
    const name = `--qj-${++this.#count}`;
    const host = createUiHost(this.document, this.css, {
      position: 'absolute',
      top: 'anchor(top)',
      right: 'anchor(right)',
      zIndex: '2147483000',
      margin: `${MARGIN}px`,
    });
    host.element.style.setProperty('position-anchor', name, 'important');
    host.element.style.setProperty('position-visibility', 'anchors-visible', 'important');
    const button = this.document.createElement('button');
    button.type = 'button';
    button.addEventListener('click', () => this.onOpen(key, button));
    host.container.append(button);
    const badge: Badge = {
      host,
      shift: { x: 0, y: 0 },
      button,
      root: this.document.documentElement,
      anchored: this.document.documentElement,
      anchor: name,
      shown: '',
    };
    this.#badges.set(key, badge);
    return badge;
  }

  /**
   * Firefox (seen in ESR 153, 2026-11) anchors to where a box would be without its transform, and masonry lists place
   * their cards with transforms. The difference is measured for all badges at once and added to the anchored place,
   * which goes on following the post when something scrolls.
   */
  #correct(): void {
    const measured = [...this.#badges.values()].map((badge) => ({
      badge,
      own: badge.host.element.getBoundingClientRect(),
      post: badge.root.getBoundingClientRect(),
    }));
    for (const { badge, own, post } of measured) {
      if (own.width === 0 || post.width === 0) continue;
      const x = post.right - MARGIN - own.right;
      const y = post.top + MARGIN - own.top;
      if (Math.abs(x) < 1 && Math.abs(y) < 1) continue;
      badge.shift = { x: badge.shift.x + x, y: badge.shift.y + y };
      badge.host.element.style.setProperty('translate', `${badge.shift.x}px ${badge.shift.y}px`, 'important');
    }
  }

  #remove(key: PostKey): void {
    const badge = this.#badges.get(key);
    if (!badge) return;
    unanchor(badge);
    badge.host.remove();
    this.#badges.delete(key);
  }
}

/** Anchor names are a list: a name that the site itself uses stays. */
function anchor({ anchored, anchor: name }: Badge): void {
  const names = namesOf(anchored);
  if (!names.includes(name)) anchored.style.setProperty('anchor-name', [...names, name].join(', '));
}

function unanchor({ anchored, anchor: name }: Badge): void {
  const names = namesOf(anchored);
  if (!names.includes(name)) return;
  const left = names.filter((each) => each !== name);
  if (left.length > 0) anchored.style.setProperty('anchor-name', left.join(', '));
  else anchored.style.removeProperty('anchor-name');
  if (anchored.getAttribute('style') === '') anchored.removeAttribute('style');
}

function namesOf(root: HTMLElement | SVGElement): string[] {
  return root.style
    .getPropertyValue('anchor-name')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}
