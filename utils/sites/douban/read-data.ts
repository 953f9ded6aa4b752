import type { Author, CountName, PostKind } from '../../model/post';
import { collectPosts } from '../collect';
import type { PostState, StatePost } from '../define-site';
import { countsIn } from '../first-field';
import { htmlToText } from '../html-text';
import { parseShownTime } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { NOTE_ID, PERSON_ID, personUrl, REVIEW_ID, STATUS_ID, TOPIC_ID } from './addresses';

type Data = Record<string, unknown>;

/** A post together with the address that its own record names. */
export interface DoubanPost extends StatePost {
  link?: string;
}

const COUNTS: Partial<Record<CountName, readonly string[]>> = {
  like: ['useful_count', 'vote_count', 'reactions_count', 'likers_count', 'like_count'],
  comment: ['comments_count', 'total_replies', 'replies_count'],
  collect: ['collections_count'],
  share: ['reshares_count', 'shares_count'],
};

/** Adverts, and the quoted comment inside of a reply. */
const SKIP = new Set(['ad_info', 'ad', 'ref_comment', 'parent_comment']);

/** Posts and comments in any answer of the site's mobile and app API. */
export function postsOfData(data: unknown): DoubanPost[] {
  return collectPosts<DoubanPost>(data, readItem, SKIP);
}

function readItem(item: Data): DoubanPost | undefined {
  const id = numericIdOf(item.id);
  const author = authorOf(recordOf(item.user ?? item.author));
  const kind = id && author && kindOf(item);
  if (!id || !author || !kind || item.is_ad === true) return undefined;
  const title = kind === 'comment' || kind === 'pin' ? undefined : textOf(item.title);
  const source = textOf(item.content) ?? textOf(item.comment) ?? textOf(item.text) ?? textOf(item.abstract);
  const text = source && (/<[a-z/]/i.test(source) ? htmlToText(source) : source);
  const publishedAt = timeOf(item.create_time);
  const media = images(item);
  const link = textOf(item.url) ?? textOf(item.sharing_url);
  return {
    kind,
    id,
    fields: {
      ...(title && { title }),
      ...(text && { text }),
      author,
      ...(publishedAt && { publishedAt }),
      counts: countsIn(COUNTS, item),
      ...(media.length > 0 && { media }),
    },
    ...(link && { link }),
  };
}

/** `type` names most things; older answers show it only by their links and fields. */
function kindOf(item: Data): PostKind | undefined {
  const type = textOf(item.type) ?? '';
  const links = ['url', 'sharing_url', 'uri', 'alt'].map((key) => textOf(item[key]) ?? '').join(' ');
  if (type === 'status' || STATUS_ID.test(links)) return 'pin';
  if (typeof item.title === 'string') {
    if (type === 'topic' || TOPIC_ID.test(links) || isRecord(item.group)) return 'thread';
    if (type === 'review' || type === 'note' || REVIEW_ID.test(links) || NOTE_ID.test(links)) return 'note';
    return 'useful_count' in item ? 'note' : undefined;
  }
  // A mark without words (想看) is no comment.
  if (textOf(item.comment) && 'create_time' in item) return 'comment';
  return typeof item.text === 'string' && 'create_time' in item ? 'comment' : undefined;
}

/** Links hold the handle that the person chose, else the number. */
function authorOf(user: Data): Author | undefined {
  const name = textOf(user.name) ?? textOf(user.screen_name);
  const linked = PERSON_ID.exec(textOf(user.alt) ?? textOf(user.url) ?? '')?.[1];
  const id = textOf(user.uid) ?? linked ?? textOf(user.id);
  return name ? { name, ...(id && { id, url: personUrl(id) }) } : undefined;
}

/** `2024-04-07 13:19:20`, Beijing time. */
function timeOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d/.test(value)
    ? parseShownTime(value, new Date(0))?.iso
    : undefined;
}

function images(item: Data): NonNullable<PostState['media']> {
  return [...arrayOf(item.photos), ...arrayOf(item.images)].flatMap((photo) => {
    const { image, large, normal, url } = recordOf(photo);
    const sizes = recordOf(image);
    const address = [recordOf(sizes.large ?? large).url, recordOf(sizes.normal ?? normal).url, url].find(
      (value) => typeof value === 'string' && value.startsWith('http'),
    );
    return typeof address === 'string' ? [{ type: 'image' as const, url: address }] : [];
  });
}
