import { type Box, overlaps } from './placement';
import { isControl } from './placement-controls';

/** What a badge on a post could cover, as boxes in the window. */
export interface Survey {
  controls: readonly Box[];
  /** Lines of text. */
  lines: readonly Box[];
}

/** Badges stand along the upper and lower edge; nothing farther inside is looked at. In pixels. */
const BAND = 48;
/** More parts of one post are not looked at; what stands in its corners is found by the hit test all the same. */
const MAX_PARTS = 800;
/** Of long texts only the first lines of each element are measured. */
const MAX_LINES = 40;
/** Height of the browsers' own strip of video controls with its timeline, in pixels. */
const VIDEO_STRIP = 72;

/**
 * Measures the parts of a post near its edges, those inside open shadow roots and those that let the pointer through
 * included. Only reads.
 */
export function survey(post: Element, box: Box): Survey {
  const controls: Box[] = [];
  const lines = [...linesOf(post)];
  const bands: Box[] = [
    { ...boxOf(box), bottom: box.top + BAND },
    { ...boxOf(box), top: box.bottom - BAND },
  ];
  let left = MAX_PARTS;
  const look = (parent: ParentNode) => {
    for (const part of parent.querySelectorAll('*')) {
      if (left-- <= 0) return;
      if (part.shadowRoot) look(part.shadowRoot);
      const at = part.getBoundingClientRect();
      if (!bands.some((band) => overlaps(band, at))) continue;
      if (part instanceof HTMLVideoElement) {
        if (part.controls) controls.push({ ...boxOf(at), top: at.bottom - VIDEO_STRIP });
      } else if (isControl(part, at, box)) controls.push(at);
      else lines.push(...linesOf(part));
    }
  };
  look(post);
  return { controls, lines };
}

/** Without the rest of a `DOMRect`, whose sides are not its own properties and get lost in a copy. */
function boxOf({ left, top, right, bottom }: Box): Box {
  return { left, top, right, bottom };
}

/** Of the text that stands in an element itself. */
function linesOf(element: Element): Box[] {
  const lines: Box[] = [];
  let range: Range | undefined;
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim()) continue;
    range ??= document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) if (lines.push(line) >= MAX_LINES) break;
  }
  // A live range that stays in the text would tax every change of it until it is collected.
  range?.setEnd(document, 0);
  return lines;
}
