import { readableText } from '../readable-text';

const NOTICE =
  '#shreddit-forbidden, #shreddit-forbidden-title, shreddit-forbidden, shreddit-not-found, .interstitial, #classy-error';
const EMPTIED = '[slot="post-removed-banner"], shreddit-post[author="[deleted]"], .thing.link.deleted';
const LIVING =
  'shreddit-post:not([author="[deleted]"], .promotedlink), shreddit-comment:not([author="[deleted]"]), shreddit-profile-comment, .thing:not(.deleted, .promoted)[data-author]';
const SAYS_SO =
  /^\W*(page not found|sorry, this (post|page) (was|has been|isn't)|this (post|community|account) (was|has been|is) (removed|banned|deleted|suspended)|there doesn.t seem to be anything here)/i;

/** Nothing of a page is left but a notice, or an emptied post without any comment. */
export function isRemoved(document: Document): boolean {
  if (document.querySelector(LIVING)) return false;
  if (document.querySelector(`${NOTICE}, ${EMPTIED}`)) return true;
  return SAYS_SO.test(readableText(document.querySelector('main, [role="main"], .content')).slice(0, 400));
}
