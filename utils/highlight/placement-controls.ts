import type { Box } from './placement';

/** Elements that are controls whatever they look like. */
const CONTROLS =
  'button, input, select, textarea, summary, label, option, audio[controls], [onclick], [contenteditable=""], [contenteditable="true"]';
const ROLES = new Set(
  'button checkbox combobox link menuitem menuitemcheckbox menuitemradio option radio searchbox slider spinbutton switch tab textbox treeitem'.split(
    ' ',
  ),
);
/** Pictures up to this size, in pixels, are signs with a meaning (play, menu, avatar) and not the post's picture. */
const ICON = 48;
/** From this size on, in pixels, a link is a card or a cover, of which a badge takes a corner. */
const SURFACE = { width: 120, height: 72 };

/**
 * Whether a reader operates an element, or reads it as a sign.
 *
 * @param at the element's box
 * @param post box of the post: what takes up most of it is not a control beside it
 */
export function isControl(element: Element, at: DOMRect, post: Box): boolean {
  if (coversMost(at, post)) return false;
  const role = element.getAttribute('role');
  const isLink = role === 'link' || element.matches('a[href]');
  if (!isLink && (element.matches(CONTROLS) || (role !== null && ROLES.has(role)))) return true;
  const isSurface = at.width >= SURFACE.width && at.height >= SURFACE.height;
  if (!isSurface && (isLink || invites(element))) return true;
  return at.width > 5 && at.height > 5 && at.width <= ICON && at.height <= ICON && isPicture(element);
}

function coversMost({ width, height }: DOMRect, { left, top, right, bottom }: Box): boolean {
  return width * height >= 0.5 * (right - left) * (bottom - top);
}

/** Where the hand of the pointer begins, or the keyboard stops; what is inside inherits the hand. */
function invites(element: Element): boolean {
  if (element instanceof HTMLElement && element.hasAttribute('tabindex') && element.tabIndex >= 0)
    return true;
  if (getComputedStyle(element).cursor !== 'pointer') return false;
  const parent = element.parentElement;
  return parent === null || getComputedStyle(parent).cursor !== 'pointer';
}

function isPicture(element: Element): boolean {
  if (element.matches('svg, img, canvas, picture')) return true;
  const { backgroundImage, maskImage } = getComputedStyle(element);
  if (backgroundImage !== 'none' || maskImage !== 'none') return true;
  return ['::before', '::after'].some((part) => {
    const { content } = getComputedStyle(element, part);
    return content !== 'none' && content !== 'normal';
  });
}
