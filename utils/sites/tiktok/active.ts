import { itemIdOf } from './ids';
import { SLIDE } from './selectors';

/** The progress of a slide that has not been played stands at its start. */
const STARTED = '[role="slider"][aria-valuenow]:not([aria-valuenow="0"])';

/**
 * Slides before and after the one that is watched stay in the page. Under an item's address the one with its id is
 * watched; in the feed it is the one that plays or, while none plays, one that has been started. A feed in which
 * nothing has been started yet does not tell them apart.
 */
export function isActive(id: string, slide: Element, page: URL): boolean {
  const addressed = itemIdOf(page);
  if (addressed) return addressed === id;
  const document = slide.ownerDocument;
  const playing = [...document.querySelectorAll('video')].filter((video) => !video.paused);
  const started = playing.length > 0 ? playing : [...document.querySelectorAll(STARTED)];
  const inSlides = started.filter((element) => element.closest(SLIDE));
  return inSlides.length === 0 || inSlides.some((element) => slide.contains(element));
}
