import type { Author, CountName, Media } from '../../model/post';
import { parseCount } from '../counts';
import { firstText } from '../first-field';
import { htmlToText } from '../html-text';
import { arrayOf, isRecord, numberOf, numericIdOf, recordOf, textOf } from '../unknown';

/** Names of fields in both spellings: the site's own (camelCase) and that of relays (snake_case). */
const OBJECT_IDS = ['id', 'objectId', 'object_id', 'objectid'];
const EXPORT_IDS = ['exportId', 'export_id'];
const NAMES = ['nickname', 'commentNickname', 'comment_nickname', 'nickName', 'nick_name'];
const USERNAMES = ['username', 'userName', 'finderUsername', 'finder_username', 'user_name'];
const VERIFIED = ['authProfession', 'auth_profession'];

export const COUNTS: Readonly<Record<CountName, readonly string[]>> = {
  like: ['likeCount', 'like_count', 'commentLikeCount', 'comment_like_count'],
  comment: ['commentCount', 'comment_count', 'expandCommentCount', 'expand_comment_count'],
  collect: ['favCount', 'fav_count'],
  share: ['forwardCount', 'forward_count'],
  view: ['readCount', 'read_count'],
};

export type Item = Record<string, unknown>;

/** The object's number; the export id, which changes with who asks, only where no number stands. */
export function objectIdIn(item: Item): string | undefined {
  return OBJECT_IDS.map((key) => numericIdOf(item[key])).find(Boolean) ?? firstText(item, EXPORT_IDS);
}

/** `contact` of an object, or the fields of a comment itself. */
export function personIn(person: Item, around: Item = person): Author | undefined {
  const name = firstText(person, NAMES) ?? firstText(around, NAMES);
  const id = firstText(person, USERNAMES) ?? firstText(around, USERNAMES);
  const verification = firstText(recordOf(person.authInfo ?? person.auth_info), VERIFIED);
  if (!name && !id) return undefined;
  return {
    ...(name && { name: htmlToText(name) }),
    ...(id && { id }),
    ...(verification && { verification }),
  };
}

/** Of the number of views the site tells nothing to others than the author: a zero there is no count. */
export function countsIn(...items: readonly Item[]): Partial<Record<CountName, number>> {
  const counts: Partial<Record<CountName, number>> = {};
  for (const [name, keys] of Object.entries(COUNTS)) {
    const count = items
      .flatMap((item) => keys.map((key) => parseCount(item[key])))
      .find((value) => value !== undefined);
    if (count !== undefined && (name !== 'view' || count > 0)) counts[name as CountName] = count;
  }
  return counts;
}

/** Pictures for picture posts (media type 2), else the video and its cover. */
export function mediaIn(list: unknown): Media[] {
  return arrayOf(list)
    .filter(isRecord)
    .flatMap((media): Media[] => {
      const isPicture = numberOf(media.mediaType ?? media.media_type) === 2;
      const url = textOf(media.url);
      const cover = firstText(media, ['coverUrl', 'cover_url', 'thumbUrl', 'thumb_url']);
      return [
        ...(url ? [{ type: isPicture ? ('image' as const) : ('video' as const), url }] : []),
        ...(cover && !isPicture ? [{ type: 'image' as const, url: cover }] : []),
      ];
    })
    .filter(({ url }) => /^https?:/.test(url));
}
