/** Custom element names are the stable part (facts: sites.md section 2.14). Old pages stay in the document, hidden. */
const ANY_WATCH = ':is(ytd-watch-flexy, ytd-watch-grid):not([hidden])';
export const ACTIVE_SHORT = 'ytd-shorts:not([hidden]) ytd-reel-video-renderer[is-active]';
const OLD_WATCH = `${ANY_WATCH}:not(:has(ytd-watch-metadata h1)) #primary-inner:has(ytd-video-primary-info-renderer)`;
const MOBILE_WATCH = 'ytm-slim-video-metadata-section-renderer';

/** The part that describes the video, so that a mark stands beside its title. */
export const WATCH_ROOT = `${ANY_WATCH} ytd-watch-metadata:has(h1), ${OLD_WATCH}, ${MOBILE_WATCH}`;
/** The page before its scripts have run: one element that is always there. */
export const SHELL_ROOT = `body:not(:has(ytd-watch-metadata h1, ytd-video-primary-info-renderer, ytd-reel-video-renderer[is-active], ${MOBILE_WATCH})) :is(ytd-app, ytm-app)`;

export const CARD_ROOT = [
  'ytd-rich-item-renderer',
  'ytd-video-renderer',
  'ytd-grid-video-renderer',
  'ytd-compact-video-renderer',
  'ytd-reel-item-renderer',
  'yt-lockup-view-model',
  'ytm-shorts-lockup-view-model',
  'ytm-video-with-context-renderer',
].join(', ');
export const LISTED_ROOT = 'ytd-playlist-video-renderer, ytd-playlist-panel-video-renderer';
const ADVERT =
  'ytd-ad-slot-renderer, ytd-in-feed-ad-layout-renderer, ytd-promoted-video-renderer, ytd-promoted-sparkles-web-renderer, ytd-display-ad-renderer, feed-ad-metadata-view-model, ytm-promoted-sparkles-web-renderer';
const OLD_PAGE = ':is(ytd-browse, ytd-search, ytd-shorts, ytd-watch-flexy, ytd-watch-grid)[hidden] *';
export const NOT_A_CARD = `:is(${ADVERT}) *, :has(${ADVERT}), :has(yt-collection-thumbnail-view-model), ${OLD_PAGE}`;
export const NOT_SHOWN = OLD_PAGE;
export const COMMENT_ROOT = 'ytd-comment-view-model, ytd-comment-renderer';
