/** A slide of the feed; most are empty placeholders (facts: sites.md section 2.13). */
export const SLIDE = '[data-e2e="recommend-list-item-container"], article[data-scroll-index]';
const FILLED = ':has([data-e2e="video-desc"], [data-e2e="feed-video"], [id^="xgwrapper-"])';
export const SLIDE_ROOT = `:is(${SLIDE})${FILLED}:not(:is(${SLIDE}) *)`;
export const DESCRIPTION = '[data-e2e="browse-video-desc"]';

const ITEM = `:is(${['user-post', 'user-liked', 'search_top', 'search_video', 'explore', 'challenge', 'music']
  .map((name) => `[data-e2e="${name}-item"]`)
  .join(', ')})`;
/** The caption stands beside the item, in an element of their own; without one the item stands alone. */
export const CARD_ROOT = `:has(> ${ITEM}):not(:has(> ${ITEM} ~ ${ITEM})), ${ITEM}`;

/** One comment without its replies, in the two layouts known. */
export const COMMENT_ROOT =
  ':is([class*="CommentItemWrapper"], [class*="CommentContentContainer"]):has([data-e2e^="comment-level-"])';
export const LIVE_ROOT = '#tiktok-live-main-container-id, main:has([data-e2e="live-chat-container"])';
export const CHAT_LINE = '[data-e2e="chat-message"]';

/** The page of one item before its scripts have run. */
export const SHELL_ROOT = `body:not(:has(${DESCRIPTION}, [data-e2e="video-desc"])) > :is(#app, #__next, #main)`;
