import type { Author } from '../../model/post';
import { isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { PERSON_ID, personUrl } from './addresses';

type Data = Record<string, unknown>;

const NAMES = ['name', 'screen_name', 'nick_name', 'user_name', 'media_name'];

/** The author of a post, wherever feeds, pages and the app put one. */
export function readAuthor(item: Data): Author | undefined {
  const user = recordOf(item.user);
  const holders = [
    item.mediaInfo,
    item.user_info,
    item.userInfo,
    user.info,
    user,
    item.media_user,
    item.media_info,
  ];
  for (const holder of holders) {
    const author = isRecord(holder) ? authorOf(holder) : undefined;
    if (author?.name) return { ...author, ...(!author.id && linkedAuthor(item)) };
  }
  const name = firstText(item, ['media_name', 'source', 'author_name']);
  return name ? { name, ...linkedAuthor(item) } : undefined;
}

function linkedAuthor(item: Data): Author {
  const id = PERSON_ID.exec(firstText(item, ['media_url', 'mediaUrl', 'author_url']) ?? '')?.[1];
  return id ? { id, url: personUrl(id) } : {};
}

/** The token is the id that links hold today; the number is that of 2019 and of comments. */
export function authorOf(user: Data): Author | undefined {
  const name = firstText(user, NAMES);
  const token = PERSON_ID.exec(firstText(user, ['media_url', 'openUrl', 'open_url', 'user_url']) ?? '')?.[1];
  const number = ['user_id', 'userId', 'uid', 'id_str', 'id']
    .map((key) => numericIdOf(user[key]))
    .find(Boolean);
  const id = token ?? textOf(user.userId) ?? number;
  const verification = verificationOf(user);
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id, url: personUrl(id) }),
    ...(verification && { verification }),
  };
}

function verificationOf(user: Data): string | undefined {
  const { userAuthInfo, user_auth_info, verified_content } = user;
  const info = userAuthInfo ?? user_auth_info;
  if (isRecord(info)) return textOf(info.auth_info);
  // The app's data hold it as JSON in a string.
  return /"auth_info":"([^"\\]{1,100})"/.exec(textOf(info) ?? '')?.[1] ?? textOf(verified_content);
}

/** The first of the fields that is a string with text in it. */
export function firstText(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => (typeof item[key] === 'string' ? textOf(item[key]) : undefined)).find(Boolean);
}
