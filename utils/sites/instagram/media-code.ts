import { isoFromEpoch } from '../time';

export const SITE = 'instagram';
export const ORIGIN = 'https://www.instagram.com';

/** Base64 for addresses, as digits of one number: the code in a link is the number that data call `pk`. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BITS = 6n;
const MAX_PK = 1n << 64n;
/** 2011-08-24, from which the high bits of a `pk` count milliseconds; lower bits are shard and sequence. */
const EPOCH_MS = 1_314_220_021_721n;
const TIME_SHIFT = 23n;

/** Links to a post in any of the site's spellings, `/{user}/p/{code}/` included; the first group is the code. */
export const POST_LINK = /\/(?:p|reel|tv)\/([\w-]{5,64})(?:[/?#]|$)/;

export function isCode(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{5,64}$/.test(value);
}

/** The code of a number, exactly; `undefined` for digits that are no such number. */
export function codeOfPk(pk: string): string | undefined {
  if (!/^[1-9]\d{0,19}$/.test(pk) || BigInt(pk) >= MAX_PK) return undefined;
  let code = '';
  for (let rest = BigInt(pk); rest > 0n; rest >>= BITS) code = DIGITS[Number(rest & 63n)] + code;
  return code;
}

/** The number of a code. Codes of closed accounts are longer and begin with it: their first 11 digits count. */
export function pkOfCode(code: string): string | undefined {
  let pk = 0n;
  for (const digit of code.length > 28 ? code.slice(0, 11) : code) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) return undefined;
    pk = (pk << BITS) | BigInt(value);
    if (pk >= MAX_PK) return undefined;
  }
  return pk > 0n ? String(pk) : undefined;
}

/** The time at which a post was uploaded, from its code. */
export function createdAt(code: string): string | undefined {
  const pk = pkOfCode(code);
  return pk && BigInt(pk) >> TIME_SHIFT > 0n
    ? isoFromEpoch(Number((BigInt(pk) >> TIME_SHIFT) + EPOCH_MS))
    : undefined;
}

/** Posts, carousels and reels all open under `/p/`. */
export function postUrl(code: string): string {
  return `${ORIGIN}/p/${code}/`;
}

export function commentUrl(id: string, code: string | undefined): string {
  return code ? `${postUrl(code)}c/${id}/` : `${ORIGIN}/#comment-${id}`;
}
