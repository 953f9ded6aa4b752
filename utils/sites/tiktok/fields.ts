import type { Candidates } from '../candidates';
import { HANDLE, ITEM_LINK } from './ids';

/** A link to a person, without what may follow. */
export const PROFILE = /^(?:https:\/\/www\.tiktok\.com)?\/@[\w.-]+(?=[/?#]|$)/;
/** The player of a slide carries its item's id. */
export const SLIDE_ID: Candidates = [
  { css: '[id^="xgwrapper-"]', attr: 'id', match: /-(\d{15,20})$/ },
  { css: 'a[href*="/video/"], a[href*="/photo/"]', attr: 'href', match: ITEM_LINK },
];

/** A person by a link to them. */
export const profile = (css: string, page = false): { authorId: Candidates; authorUrl: Candidates } => ({
  authorId: [{ css, page, attr: 'href', match: HANDLE }],
  authorUrl: [{ css, page, attr: 'href', match: PROFILE }],
});

/** The number beside one of the buttons. */
export const count = (name: string, page = false): Candidates => [
  { css: `[data-e2e="${name}-count"]`, page },
];
