import type { BadgeContent } from '@/utils/highlight/badges';

/** Invented layouts for badges, and where our elements stand on them. */

export function post(style = '', parent: ParentNode = document.body): HTMLElement {
  const root = document.createElement('article');
  root.style.cssText = `display: block; width: 300px; height: 120px; margin: 40px; ${style}`;
  parent.append(root);
  return root;
}

/** A part of a post or page. */
export function part(tag: string, style: string, parent: ParentNode, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.style.cssText = style;
  element.textContent = text;
  parent.append(element);
  return element;
}

export function content(root: HTMLElement | SVGElement, parts: Partial<BadgeContent> = {}): BadgeContent {
  return {
    key: 'demo:note:1',
    root,
    confidence: 'likely',
    text: '虚假摆拍',
    more: 0,
    label: 'why',
    reported: false,
    ...parts,
  };
}

export const box = (element: Element) => element.getBoundingClientRect();

/** Our elements: beside head and body, in order of appearance. */
export const hosts = () => [...document.querySelectorAll<HTMLElement>('html > div')];

/** Boxes of our elements that take room. */
export const shownBoxes = () =>
  hosts()
    .map(box)
    .filter(({ width, height }) => width > 0 && height > 0);

export const ownBox = () => {
  const [first] = shownBoxes();
  if (!first) throw new Error('No badge is shown');
  return first;
};

/** Observers tell after a frame, a look takes another, and its outcome is painted with the third. */
export async function frames(count = 4): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise(requestAnimationFrame);
}

export function tidy(): void {
  document.body.replaceChildren();
  for (const element of hosts()) element.remove();
  document.body.removeAttribute('style');
  scrollTo(0, 0);
}

export function isAtTopRight(badge: DOMRect, root: Element, slack = 1.5): boolean {
  const { right, top } = box(root);
  return Math.abs(badge.right + 6 - right) < slack && Math.abs(badge.top - 6 - top) < slack;
}
