export const NONE = 'nothing';
/** A site's own least change: what the browser takes to draw the page once more. */
export const ELEMENT = 'one element added';
/** Only reads. */
export const FLOOR = 'floor: textContent';
/** Read, match, highlight; badges are left out, which no other method has. */
export const OURS = 'ours';
export const OURS_WITH_BADGES = 'ours with badges';
export const MARK_JS = 'mark.js';
/** Text node by text node with our matcher; words are put into spans. */
export const WRAPPER = 'TreeWalker and spans';

export const METHODS = [NONE, ELEMENT, FLOOR, OURS, OURS_WITH_BADGES, WRAPPER, MARK_JS] as const;
export type Method = (typeof METHODS)[number];
