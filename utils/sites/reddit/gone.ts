/** What the site puts in the place of a text or a name. */
const PLACEHOLDER =
  /^\[\s*(deleted|removed|unavailable|ad removed)\b[^\]]{0,60}\]$|^(comment|post) (deleted|removed) by (user|moderator|reddit)\.?$/i;

/** `[deleted]`, `[removed]`, `[ Removed by Reddit ]`: nobody's words. */
export function isGone(text: string | undefined): boolean {
  return text !== undefined && PLACEHOLDER.test(text.trim());
}
