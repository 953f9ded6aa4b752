import type { Author, Media } from '../../model/post';
import { firstId, firstText } from '../first-field';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { userUrl } from './addresses';

type Data = Record<string, unknown>;

/** Answers have snake_case keys, components and inline state camelCase ones: every list names both. */
export function firstRecord(item: Data, keys: readonly string[]): Data | undefined {
  return keys.map((key) => item[key]).find(isRecord);
}

/** The account's `sec_uid` is its id, because links hold it; the number only where nothing else is given. */
export function readAuthor(user: Data | undefined): Author | undefined {
  if (!user) return undefined;
  const name = firstText(user, ['nickname', 'nick_name', 'nickName', 'name']);
  const secUid = firstText(user, ['sec_uid', 'secUid', 'sec_user_id']);
  const id = secUid ?? firstId(user, ['uid', 'user_id', 'userId', 'id_str', 'idStr', 'id']);
  const verification = readVerification(user);
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id }),
    ...(secUid && { url: userUrl(secUid) }),
    ...(verification && { verification }),
  };
}

function readVerification(user: Data): string | undefined {
  const certificate = parsedRecord(user.account_cert_info ?? user.accountCertInfo);
  return (
    firstText(user, [
      'custom_verify',
      'customVerify',
      'enterprise_verify_reason',
      'enterpriseVerifyReason',
    ]) ?? firstText(certificate, ['label_text', 'labelText'])
  );
}

/** Address of one resource: a list of mirrors under `url_list`, a list of `{src}`, or the address itself. */
export function mediaOf(type: Media['type'], resource: unknown): Media[] {
  const data = recordOf(resource);
  const list = arrayOf(data.url_list ?? data.urlList ?? (Array.isArray(resource) ? resource : [resource]));
  for (const each of list) {
    const url = (textOf(each) ?? textOf(recordOf(each).src))?.replace(/^\/\//, 'https://');
    if (url && /^https?:\/\//.test(url)) return [{ type, url }];
  }
  return [];
}

/** Some fields hold their object as a JSON string; anything else reads as an empty object. */
export function parsedRecord(value: unknown): Data {
  if (typeof value !== 'string') return recordOf(value);
  if (!value.startsWith('{')) return {};
  try {
    return recordOf(JSON.parse(value));
  } catch {
    return {};
  }
}
