export const SITE = 'wechat-channels';
export const ORIGIN = 'https://channels.weixin.qq.com';

/** An object's number and its nonce have 64 bits; addresses spell them as 11 digits of base64url. */
const MAX_64 = 2n ** 64n;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const SHORT = /^[\w-]{11}$/;

/** `zagCB5LjCrE` as `14819096805414996657`; `undefined` for anything that is not such a spelling. */
export function idOfShort(short: string | null | undefined): string | undefined {
  if (!short || !SHORT.test(short)) return undefined;
  const bits = [...short].reduce((sum, digit) => sum * 64n + BigInt(DIGITS.indexOf(digit)), 0n);
  // 11 digits hold 66 bits; the last two are padding.
  return bits % 4n === 0n && bits > 0n ? String(bits / 4n) : undefined;
}

export function shortOfId(id: string): string | undefined {
  if (!isObjectId(id)) return undefined;
  let bits = BigInt(id) * 4n;
  let short = '';
  for (let digit = 0; digit < 11; digit++, bits /= 64n) short = (DIGITS[Number(bits % 64n)] ?? '') + short;
  return short;
}

export function isObjectId(id: string | undefined): id is string {
  return id !== undefined && /^[1-9]\d{5,19}$/.test(id) && BigInt(id) < MAX_64;
}

/** The object that an address opens, by its export id where the address holds no other. */
export function idInUrl(url: URL): string | undefined {
  return idOfShort(url.searchParams.get('oid')) ?? (url.searchParams.get('eid') || undefined);
}

/**
 * The address of an object. Without its nonce the site opens none, so it is kept where it is known; it belongs to the
 * object, not to a session. Objects that are known by an export id alone are opened by that.
 */
export function feedUrl(id: string, nonce?: string, page: 'feed' | 'live' = 'feed'): string {
  const oid = shortOfId(id);
  if (!oid) return `${ORIGIN}/web/pages/${page}?eid=${encodeURIComponent(id)}`;
  const nid = nonce && (SHORT.test(nonce) ? nonce : shortOfId(/^\d+/.exec(nonce)?.[0] ?? ''));
  return `${ORIGIN}/web/pages/${page}?oid=${oid}${nid ? `&nid=${nid}` : ''}`;
}

export function commentUrl(id: string, objectId: string | undefined): string {
  return `${objectId ? feedUrl(objectId) : `${ORIGIN}/web/pages/home`}#comment-${id}`;
}
