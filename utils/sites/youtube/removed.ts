import { readableText } from '../readable-text';
import { videoIdOf } from './ids';
import { playabilityOf, readState } from './state';

const TITLE =
  ':is(ytd-watch-metadata, ytd-video-primary-info-renderer) h1, ytd-reel-video-renderer[is-active] h2';
const ERROR =
  'ytd-watch-flexy[player-unavailable]:not([hidden]), yt-playability-error-supported-renderers:not([hidden]), ytd-player-error-message-renderer, ytd-background-promo-renderer';

/**
 * Removed and private videos keep their address. They have no title anywhere, and the player or an error element says
 * so. A video that is merely blocked here keeps its title and is a post.
 */
export function isRemoved(document: Document, url: URL): boolean {
  const id = videoIdOf(url);
  if (!id || [...document.querySelectorAll(TITLE)].some((title) => readableText(title))) return false;
  if (readState(document).get(id)?.title) return false;
  const playability = playabilityOf(document);
  return (playability !== undefined && playability !== 'OK') || document.querySelector(ERROR) !== null;
}
