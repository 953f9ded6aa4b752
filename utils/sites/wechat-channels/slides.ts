/** A slide, or the feed inside or around it; which of the two is the outer one differs between pages. */
export const SLIDE = '.slides-item, [id^="flow-feed-"]';
export const NESTED_SLIDE = ':is(.slides-item, [id^="flow-feed-"]) :is(.slides-item, [id^="flow-feed-"])';

export function slidesOf(document: Document): Element[] {
  return [...document.querySelectorAll(SLIDE)].filter((slide) => !slide.matches(NESTED_SLIDE));
}

/**
 * Whether a slide is the one in view. The others are loaded ahead and are no posts yet. The list is moved by its style
 * (`translate3d(0px, -200%, 0px)` shows the third slide); a list that scrolls is told by its layout, and one without
 * either has not been moved.
 */
export function isInView(slide: Element): boolean {
  const slides = slidesOf(slide.ownerDocument);
  if (slides.length < 2) return true;
  const style = slide.closest('.slides-scroll')?.getAttribute('style') ?? '';
  const moved = /translate(?:3d|Y)\([^)%]*?(-?\d+(?:\.\d+)?)%/.exec(style)?.[1];
  const chosen = moved === undefined ? undefined : slides[Math.round(-Number(moved) / 100)];
  if (chosen) return chosen === slide;
  const shown = slides.map(shownArea);
  const most = Math.max(...shown);
  return slides[most > 0 ? shown.indexOf(most) : 0] === slide;
}

function shownArea(slide: Element): number {
  const view = slide.ownerDocument.defaultView;
  if (!view) return 0;
  const { top, bottom, left, right } = slide.getBoundingClientRect();
  const height = Math.min(bottom, view.innerHeight) - Math.max(top, 0);
  const width = Math.min(right, view.innerWidth) - Math.max(left, 0);
  return Math.max(height, 0) * Math.max(width, 0);
}
