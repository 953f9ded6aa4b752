import { containsComposed } from '../composed';
import type { Box, PictureFrame } from '../model/picture';
import { type Subject, visibleBox } from './visible-box';

/** Distance and number of the points at which it is asked which of two posts lies on top. */
const STEP_PX = 24;
const MAX_STEPS = 8;

/**
 * Where a post stands in the window, and which parts of that are other people's: posts inside it (comments, quoted
 * posts) and posts that lie over it. Null when it is out of sight, and when the page is enlarged with two fingers:
 * browsers differ in what of it they take a picture of.
 *
 * @param others roots of all other posts; those that the post is a part of are left out
 */
export function frameOf(subject: Subject, others: Iterable<Element>): PictureFrame | null {
  const post = (visualViewport?.scale ?? 1) === 1 ? visibleBox(subject) : undefined;
  if (!post) return null;
  const node = subject instanceof Range ? subject.commonAncestorContainer : subject;
  return {
    window: { width: innerWidth, height: innerHeight },
    post,
    others: [...others].flatMap((root) => {
      const box = visibleBox(root, post);
      if (!box || containsComposed(root, node)) return [];
      const inside = !(subject instanceof Range) && containsComposed(subject, root);
      return inside || liesOnTop(root, box) ? [box] : [];
    }),
  };
}

/** Pages lay a note over the feed that it came from: what lies under it is in its box and not in sight. */
function liesOnTop(root: Element, box: Box): boolean {
  const [across, down] = [steps(box.x, box.width), steps(box.y, box.height)];
  return across.some((x) =>
    down.some((y) => {
      const hit = topmost(root.ownerDocument, x, y);
      return hit !== undefined && containsComposed(root, hit);
    }),
  );
}

/** What of the page stands at a point, in whichever open shadow root; what is laid over the page is looked through. */
function topmost(tree: Document | ShadowRoot, x: number, y: number): Element | undefined {
  const hit = tree.elementsFromPoint(x, y).find((each) => each.getRootNode() === tree && !isBesideBody(each));
  return (hit?.shadowRoot && topmost(hit.shadowRoot, x, y)) ?? hit;
}

/** Our own interface stands there, and is hidden while a picture is taken, but not for a point. */
function isBesideBody(element: Element): boolean {
  const { documentElement, body } = element.ownerDocument;
  return element.parentNode === documentElement && element !== body;
}

function steps(from: number, length: number): number[] {
  const count = Math.max(1, Math.min(MAX_STEPS, Math.round(length / STEP_PX)));
  return Array.from({ length: count }, (_, i) => from + ((i + 0.5) * length) / count);
}
