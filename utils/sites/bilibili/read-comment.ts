import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf } from '../unknown';
import { commentUrl, parentUrl } from './addresses';
import { type DataPost, type Item, plainText, readAuthor, readCounts, readImages } from './fields';

/**
 * A comment or reply, as answers and the data of the comment's element hold it. The field names the post it stands
 * under by type and number; without them the post around it is taken. Pictures and stickers may stand without text.
 */
export function readComment(item: Item, outer: DataPost | undefined): DataPost | undefined {
  const id = numericIdOf(item.rpid_str) ?? numericIdOf(item.rpid);
  const content = isRecord(item.content) ? item.content : undefined;
  const member = [item.member, item.user].find(isRecord) ?? {};
  if (!id || !(content || 'message' in item)) return undefined;
  const text = plainText(content?.message ?? item.message, false);
  const author = readAuthor({ ...member, mid: member.mid ?? item.mid_str ?? item.mid });
  const publishedAt = isoFromEpoch(item.ctime);
  const parent =
    item.type === undefined && outer
      ? outer.url
      : parentUrl(item.type, numericIdOf(item.oid_str ?? item.oid));
  return {
    kind: 'comment',
    id,
    url: commentUrl(parent, id),
    fields: {
      ...(text && { text }),
      ...(author && { author }),
      ...(publishedAt && { publishedAt }),
      counts: readCounts({ like: [item.like], comment: [item.rcount, item.count] }),
      ...readImages(...arrayOf(content?.pictures).map((picture) => recordOf(picture).img_src)),
    },
  };
}
