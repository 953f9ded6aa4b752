/**
 * One video has two ids: the older `av` number and the `BV` code of twelve characters. They are two spellings of one
 * number, so that links and data of any year lead to one key. `BV` is the spelling that posts are kept under.
 */

const TABLE = 'FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf';
const XOR = 23_442_827_791_579n;
const MAX_AID = 1n << 51n;
const BASE = BigInt(TABLE.length);
const LENGTH = 12;
/** Positions that are exchanged after encoding. */
const SWAPS = [
  [3, 9],
  [4, 7],
] as const;

const CODE = '1[1-9A-HJ-NP-Za-km-z]{9}';
const BV = new RegExp(`^BV${CODE}$`);
const VIDEO_LINK = new RegExp(
  `(?:/video/|[?&]bvid=)(?:[bB][vV](${CODE})|[aA][vV](\\d{1,16}))(?![0-9A-Za-z])`,
);
const OLD_ID = /[?&](?:aid|oid)=(\d{1,16})(?!\d)/;
const EPISODE_LINK = /\/bangumi\/play\/((?:ep|ss)[1-9]\d{0,11})(?!\d)/;

export function isBvid(value: unknown): value is string {
  return typeof value === 'string' && BV.test(value);
}

/** The `BV` code of an `av` number; `undefined` for anything that is no such number. */
export function bvidOf(aid: unknown): string | undefined {
  const digits = typeof aid === 'number' ? String(aid) : aid;
  if (typeof digits !== 'string' || !/^[1-9]\d{0,15}$/.test(digits)) return undefined;
  const number = BigInt(digits);
  if (number >= MAX_AID) return undefined;
  const chars = [...'BV1000000000'];
  let rest = (MAX_AID | number) ^ XOR;
  for (let at = LENGTH - 1; rest > 0n; at--, rest /= BASE) chars[at] = TABLE[Number(rest % BASE)] ?? '';
  return swapped(chars).join('');
}

/** The `av` number of a `BV` code; `undefined` when the code stands for none. */
export function aidOf(bvid: string): number | undefined {
  if (!isBvid(bvid)) return undefined;
  let number = 0n;
  for (const char of swapped([...bvid]).slice(3)) number = number * BASE + BigInt(TABLE.indexOf(char));
  const aid = Number((number & (MAX_AID - 1n)) ^ XOR);
  return bvidOf(aid) === bvid ? aid : undefined;
}

/** The id that a link or an address holds: `BV…` for videos in either spelling, `ep…` and `ss…` for series. */
export function videoIdOfLink(link: string): string | undefined {
  const [, code, aid] = VIDEO_LINK.exec(link) ?? [];
  if (code) return `BV${code}`;
  return aid ? bvidOf(aid) : EPISODE_LINK.exec(link)?.[1];
}

/** The video of a page's address; playlists name it in their query or fragment, older ones by number. */
export function videoIdOfAddress({ pathname, search, hash }: URL): string | undefined {
  if (/^\/watchlater\b/.test(pathname) && /^#\/(av|BV)/.test(hash))
    return videoIdOfLink(`/video${hash.slice(1)}`);
  const inList = /^\/(?:list|medialist|festival)\//.test(pathname);
  return videoIdOfLink(pathname + search) ?? (inList ? bvidOf(OLD_ID.exec(search)?.[1]) : undefined);
}

function swapped(chars: string[]): string[] {
  for (const [one, other] of SWAPS) {
    [chars[one], chars[other]] = [chars[other] ?? '', chars[one] ?? ''];
  }
  return chars;
}
