import { type Box, overlaps } from './placement';
import { isControl } from './placement-controls';
import { isOurs } from './placement-tree';

/** So far, in pixels, what belongs to an element is expected to stick out of its box. */
const SLACK = 48;
/** More elements are not looked at, the nearest first; larger controls are found by hit tests all the same. */
const MAX_LOOKS = 4_000;
/** Of the children of one that holds very many, so many on each side are the neighbours, and so many at the end overlays. */
const REACH = 64;

/**
 * Boxes of the controls that reach into some zones of the window, of all that lies in some elements. Whether one is
 * seen there, or lies below something else, only a hit test can tell. Only reads, and measures no more than the
 * children of what comes near.
 *
 * @param path an element and what it lies in, the innermost first: these are passed over, and all that the first holds
 * @param of what takes up most of this box is no control
 */
export function controlsBeside(path: readonly Element[], zones: readonly Box[], of: Box): Box[] {
  const near = zones.map(({ left, top, right, bottom }) => ({
    left: left - SLACK,
    top: top - SLACK,
    right: right + SLACK,
    bottom: bottom + SLACK,
  }));
  const controls: Box[] = [];
  let left = MAX_LOOKS;
  const passed = new Set(path);
  const lookAtAll = (children: Iterable<Element>) => {
    for (const child of children) {
      if (left-- <= 0) return;
      if (!passed.has(child) && !isOurs(child)) look(child);
    }
  };
  const look = (element: Element) => {
    const at = element.getBoundingClientRect();
    if (at.width > 0 && at.height > 0) {
      if (!near.some((zone) => overlaps(zone, at))) return;
      if (zones.some((zone) => overlaps(zone, at)) && isControl(element, at, of)) controls.push(at);
    } else if (!holdsSome(element)) return;
    lookAtAll(childrenOf(element));
  };
  for (const [i, parent] of path.slice(1).entries()) lookAtAll(around(childrenOf(parent), path[i]!));
  return controls;
}

function childrenOf(parent: Element): Element[] {
  return [...(parent.shadowRoot?.children ?? []), ...parent.children];
}

function around(children: readonly Element[], middle: Element): Iterable<Element> {
  if (children.length <= 3 * REACH) return children;
  const at = children.indexOf(middle);
  return new Set([...children.slice(Math.max(0, at - REACH), at + REACH), ...children.slice(-REACH)]);
}

/** Without room of its own an element may hold others all the same: those that are placed elsewhere. */
function holdsSome(element: Element): boolean {
  if (element.childElementCount === 0 && !element.shadowRoot) return false;
  return element.checkVisibility() || getComputedStyle(element).display === 'contents';
}
