const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Seven decimal digits of a mid correspond to four base-62 digits of an mblogid, counted from the right. */
const DECIMAL = 7;
const BASE62 = 4;

export const ORIGIN = 'https://weibo.com';

/** `P00jUnPlg` as `5100012345678906`; `undefined` for text that is no mblogid. */
export function midOfMblogid(mblogid: string): string | undefined {
  if (!/^[0-9a-zA-Z]{5,11}$/.test(mblogid)) return undefined;
  let mid = '';
  for (const group of groupsFromRight(mblogid, BASE62)) {
    const value = [...group].reduce((sum, digit) => sum * 62 + DIGITS.indexOf(digit), 0);
    if (value >= 10 ** DECIMAL) return undefined;
    mid += String(value).padStart(mid ? DECIMAL : 1, '0');
  }
  // A leading zero has no counterpart among mids; the way back would lose it.
  return mblogid.startsWith('0') || !isMid(mid) ? undefined : mid;
}

/** `5100012345678906` as `P00jUnPlg`; `undefined` for text that is no mid. */
export function mblogidOfMid(mid: string): string | undefined {
  if (!isMid(mid)) return undefined;
  let mblogid = '';
  for (const group of groupsFromRight(mid, DECIMAL)) {
    let part = '';
    for (let value = Number(group); value > 0; value = Math.floor(value / 62))
      part = DIGITS[value % 62] + part;
    mblogid += part.padStart(mblogid ? BASE62 : 1, '0');
  }
  return mblogid;
}

/** The mid that a mid or an mblogid stands for; addresses and links hold either. */
export function midOf(id: string | undefined): string | undefined {
  if (!id) return undefined;
  return isMid(id) ? id : midOfMblogid(id);
}

/** One permalink for each post: by author where the author is known, as the site itself links. */
export function postUrl(mid: string, uid: string | undefined): string {
  const mblogid = uid && mblogidOfMid(mid);
  return mblogid ? `${ORIGIN}/${uid}/${mblogid}` : `${ORIGIN}/detail/${mid}`;
}

/** Comments have no address of their own. */
export function commentUrl(id: string, mid: string | undefined): string {
  return `${mid ? `${ORIGIN}/detail/${mid}` : ORIGIN}#comment-${id}`;
}

/** The search that an entry of the hot list leads to. */
export function topicUrl(query: string): string {
  return `https://s.weibo.com/weibo?q=${encodeURIComponent(query)}`;
}

/** The words of a search without the signs that mark a topic. */
export function topicWords(query: string): string {
  return query.replace(/^[#＃\s]+|[#＃\s]+$/g, '');
}

/** Mids have more digits than any mblogid, so that the two cannot be confused. */
function isMid(id: string): boolean {
  return /^[1-9]\d{11,18}$/.test(id);
}

function groupsFromRight(text: string, size: number): string[] {
  const first = text.length % size;
  return [text.slice(0, first), ...(text.slice(first).match(new RegExp(`.{${size}}`, 'g')) ?? [])].filter(
    Boolean,
  );
}
