import type { Author, Media } from '../../model/post';
import { type CountFields, firstText } from '../first-field';
import { arrayOf, numericIdOf, recordOf, textOf } from '../unknown';
import { isOpenId, personUrl, WORK_IN_MEDIA } from './ids';

/** Names of fields in the web's data (camelCase) and the app's (both spellings). */
const WORK_IDS = ['id', 'photoId', 'photo_id'];
const SHARED = ['share_info', 'shareInfo'];
/** `feed_photo|{number}|{author}|…`: the number as text, where the field itself has been rounded by JSON. */
const TRACKED = ['serverExpTag', 'server_exp_tag'];
const PERSON_IDS = ['userEid', 'user_eid', 'eid', 'id', 'userId', 'user_id', 'authorId', 'author_id'];
const PERSON_NAMES = ['name', 'userName', 'user_name', 'authorName', 'author_name', 'nickname'];
const COVERS = [
  'coverUrl',
  'coverUrls',
  'cover_urls',
  'cover_thumbnail_urls',
  'coverThumbnailUrls',
  'webpCoverUrls',
];
const VIDEOS = ['photoUrl', 'photoUrls', 'mainMvUrls', 'main_mv_urls', 'photoH265Url'];

/** `realLikeCount` is exact where `likeCount` is a shown form. */
export const WORK_COUNTS: CountFields = {
  like: ['realLikeCount', 'likeCount', 'like_count'],
  view: ['viewCount', 'view_count'],
  comment: ['commentCount', 'comment_count'],
  share: ['shareCount', 'share_count', 'forwardCount', 'forward_count'],
  collect: ['collectCount', 'collect_count'],
};
export const COMMENT_COUNTS: CountFields = {
  like: ['realLikedCount', 'likedCount', 'likeCount', 'liked_count', 'like_count'],
  comment: ['subCommentCount', 'sub_comment_count'],
};

export type Item = Record<string, unknown>;

/**
 * A work's id. The app's data hold two: a number, and in `share_info` or in the addresses of cover and video the id
 * that every link carries. That one is the key, because it alone stands in the page; the number is used where nothing
 * else is known.
 */
export function workIdIn(item: Item): string | undefined {
  const ids = WORK_IDS.map((key) => item[key]);
  return (
    ids.map(textOf).find(isOpenId) ??
    SHARED.map((key) => sharedId(item, key, 'photoId')).find(isOpenId) ??
    [...addressesIn(item, COVERS), ...addressesIn(item, VIDEOS)]
      .map((address) => WORK_IN_MEDIA.exec(address)?.[1])
      .find(isOpenId) ??
    [item.photoId, item.photo_id, item.id].map(numericIdOf).find(Boolean) ??
    TRACKED.map((key) => /^feed_photo\|(\d+)\|/.exec(textOf(item[key]) ?? '')?.[1]).find(Boolean)
  );
}

/** The person in a record of their own, or in a work's or comment's own fields (`prefixed`). */
export function personIn(person: Item, prefixed = false): Author | undefined {
  const own = (keys: readonly string[]) =>
    prefixed ? keys.filter((key) => !/^(id|eid|name)$/.test(key)) : keys;
  const ids = own(PERSON_IDS).map((key) => person[key]);
  const id =
    ids.map(textOf).find(isOpenId) ??
    SHARED.map((key) => sharedId(person, key, 'userId')).find(isOpenId) ??
    ids
      .map((value) => numericIdOf(value) ?? (typeof value === 'string' ? textOf(value) : undefined))
      .find(Boolean);
  const name = firstText(person, own(PERSON_NAMES));
  if (!id && !name) return undefined;
  const url = id && personUrl(id);
  return { ...(name && { name }), ...(id && { id }), ...(url && { url }) };
}

/** One address each: further ones are the same file at other servers. */
export function mediaIn(item: Item): Media[] {
  const [video] = addressesIn(item, VIDEOS);
  const [image] = addressesIn(item, COVERS);
  return [
    ...(video ? [{ type: 'video' as const, url: video }] : []),
    ...(image ? [{ type: 'image' as const, url: image }] : []),
  ];
}

/** A field is one address, or a list of the addresses of several servers. */
function addressesIn(item: Item, keys: readonly string[]): string[] {
  return keys
    .flatMap((key) => [
      item[key],
      ...arrayOf(item[key])
        .slice(0, 4)
        .map((each) => recordOf(each).url),
    ])
    .filter((address): address is string => typeof address === 'string' && /^https?:/.test(address));
}

function sharedId(item: Item, key: string, name: string): string | undefined {
  const shared = textOf(item[key]);
  return shared ? (new URLSearchParams(shared).get(name) ?? undefined) : undefined;
}
