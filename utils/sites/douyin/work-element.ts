import { isWorkId, WORK_LINK, workIdInAddress } from './addresses';

/** Elements that show one work at full size (facts: sites.md section 2.1). */
export const ACTIVE_SLIDE = '[data-e2e="feed-active-video"]';
export const LAYER = '[data-e2e="modal-video-container"]';
export const DETAIL = '[data-e2e="video-detail"], [data-e2e="note-detail"]';

const ID_ATTRIBUTES = ['data-e2e-vid', 'data-e2e-aweme-id', 'data-aweme-id', 'data-awemeid'];
/** Inside a player only these parts name it: cards of other works may stand in the same element. */
const NAMING_PARTS = `${ACTIVE_SLIDE}[data-e2e-vid], #sliderVideo[data-e2e-vid], [data-e2e="video-info"][data-e2e-aweme-id], [data-e2e="detail-video-info"][data-e2e-aweme-id], .video-info-detail[data-e2e-aweme-id]`;

/** The id that a slide, a layer, a detail page or a card names itself. */
export function workIdOf(root: Element): string | undefined {
  return root.matches(`${ACTIVE_SLIDE}, ${LAYER}, ${DETAIL}`) ? playerId(root) : cardId(root);
}

function playerId(root: Element): string | undefined {
  const holder = root.closest('[data-e2e-vid]') ?? root.querySelector(NAMING_PARTS);
  return attributeId(root) ?? (holder ? attributeId(holder) : undefined) ?? slideClassId(root);
}

/** A card's link (on some cards no anchor), an attribute, or the number in its `id`. */
function cardId(root: Element): string | undefined {
  const links = [...root.querySelectorAll('[href*="/video/"], [href*="/note/"]')];
  const linked = links.map((link) => WORK_LINK.exec(link.getAttribute('href') ?? '')?.[1]).find(Boolean);
  const inner = root.querySelector('[data-e2e-vid], [data-aweme-id], [data-e2e-aweme-id]');
  const own = attributeId(root) ?? numberedId(root) ?? (inner ? attributeId(inner) : undefined);
  // Lists mix in related searches; what these link to is another work.
  return own && linked && own !== linked ? undefined : (own ?? linked);
}

/** Boxes of a waterfall are numbered even where they hold no work; every work names its author. */
function numberedId(root: Element): string | undefined {
  const [, box, id] = /^(waterfall_item_)?(\d{15,22})$/.exec(root.id) ?? [];
  return box && !root.textContent?.includes('@') ? undefined : id;
}

/** A card of pictures links to `/note/`; the page of one has such an address. */
export function showsPictures(root: Element, id: string, page: URL): boolean {
  return page.pathname.startsWith(`/note/${id}`) || root.querySelector(`[href*="/note/${id}"]`) !== null;
}

/** The work that a comment or a line of danmaku stands under. */
export function workAround(element: Element, page: URL): string | undefined {
  const player = element.closest(`${ACTIVE_SLIDE}, ${LAYER}, ${DETAIL}`);
  return (player ? workIdOf(player) : undefined) ?? workIdInAddress(page);
}

function attributeId(element: Element): string | undefined {
  return ID_ATTRIBUTES.map((name) => element.getAttribute(name)).find(isWorkId);
}

/** Slides also carry the class `video_{id}`. */
function slideClassId(element: Element): string | undefined {
  return /(?:^|\s)video_(\d{15,22})(?:\s|$)/.exec(element.className)?.[1];
}
