import type { Box } from '../model/picture';

/** What can be framed: an element, or a stretch of selected text. */
export type Subject = Element | Range;

/**
 * The part of an element or selection that is in sight: in the window, and not scrolled away inside an ancestor.
 * `undefined` when there is none.
 *
 * @param within what does not touch this is not looked at further, which most posts of a page are spared by
 */
export function visibleBox(subject: Subject, within: Box = windowBox()): Box | undefined {
  let box = overlap(fullBox(subject), within);
  if (!box) return undefined;
  const start = subject instanceof Range ? elementOf(subject.commonAncestorContainer) : subject;
  if (!start?.isConnected || isHidden(start)) return undefined;
  // A selection is clipped by the element that it lies in, an element only by those around it.
  let at: Element | undefined = subject instanceof Range ? start : clipperOf(start);
  for (; at && box; at = clipperOf(at)) box = overlap(box, clipOf(at));
  return box;
}

function windowBox(): Box {
  return { x: 0, y: 0, width: innerWidth, height: innerHeight };
}

/** What two boxes have in common; `undefined` when they only touch. */
function overlap(a: Box | undefined, b: Box): Box | undefined {
  if (!a) return undefined;
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** `checkVisibility` calls an element invisible that merely has no box of its own. */
function isHidden(element: Element): boolean {
  return (
    getComputedStyle(element).display !== 'contents' && !element.checkVisibility({ visibilityProperty: true })
  );
}

/** An element without a box of its own (`display: contents`) has that of its children. */
function fullBox(subject: Subject): Box | undefined {
  const { x, y, width, height } = subject.getBoundingClientRect();
  if ((width > 0 && height > 0) || subject instanceof Range) return { x, y, width, height };
  return [...(subject.shadowRoot ?? subject).children].map(fullBox).reduce(around, undefined);
}

function around(a: Box | undefined, b: Box | undefined): Box | undefined {
  if (!a || !b) return a ?? b;
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

/** The next element that may cut an element's overflow; positioned boxes pass by ancestors that do not hold them. */
function clipperOf(element: Element): Element | undefined {
  const { position } = getComputedStyle(element);
  let at = parentOf(element);
  if (position !== 'absolute' && position !== 'fixed') return at;
  while (at && !holds(at, position)) at = parentOf(at);
  return at;
}

/** Whether an element is the containing block of positioned boxes inside it. */
function holds(element: Element, inside: 'absolute' | 'fixed'): boolean {
  const { position, transform, translate, filter, perspective, contain } = getComputedStyle(element);
  if (inside === 'absolute' && position !== 'static') return true;
  return (
    [transform, translate, filter, perspective].some((value) => value !== 'none') ||
    /layout|paint|strict|content/.test(contain)
  );
}

/** The window clips in the place of the root element and of `body`. */
function clipOf(element: Element): Box {
  const { overflowX, overflowY } = getComputedStyle(element);
  const isPage = element === element.ownerDocument.documentElement || element === element.ownerDocument.body;
  const { x, y, width, height } = element.getBoundingClientRect();
  const everywhere = { from: -1e6, length: 2e6 };
  const across = isPage || overflowX === 'visible' ? everywhere : { from: x, length: width };
  const down = isPage || overflowY === 'visible' ? everywhere : { from: y, length: height };
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

/** Parent in the tree that is laid out: the slot of a slotted element, the host of a shadow root. */
function parentOf(element: Element): Element | undefined {
  const parent = element.assignedSlot ?? element.parentNode;
  return parent ? elementOf(parent) : undefined;
}

function elementOf(node: Node): Element | undefined {
  if (node instanceof ShadowRoot) return node.host;
  return node instanceof Element ? node : (node.parentElement ?? undefined);
}
