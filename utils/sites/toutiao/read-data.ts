import type { PostKind } from '../../model/post';
import { collectPosts } from '../collect';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { type CountFields, countsIn } from '../first-field';
import { htmlToText } from '../html-text';
import { isoFromEpoch, parseShownTime } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { LINKS } from './addresses';
import { declarationsIn } from './declaration';
import { authorOf, firstText, readAuthor } from './people';

type Data = Record<string, unknown>;

/** String forms stand first: ids of 19 digits have been rounded wherever they stand as numbers. */
const POST_IDS = 'group_id_str groupId group_id gid_str gid item_id_str itemId item_id id_str id'.split(' ');
const COMMENT_IDS = ['id_str', 'comment_id_str', 'id', 'comment_id'];
const LINK_FIELDS = ['article_url', 'share_url', 'source_url', 'display_url', 'pathname', 'open_url', 'url'];
const COUNTS: CountFields = {
  like: ['digg_count', 'diggCount', 'like_count', 'likeCount'],
  comment: ['comment_count', 'commentCount', 'comments_count', 'reply_count'],
  view: ['read_count', 'readCount', 'video_watch_count', 'videoWatchCount', 'play_count', 'go_detail_count'],
  share: ['share_count', 'shareCount'],
  collect: ['repin_count', 'repinCount'],
};
const BODIES = ['content', 'rich_content', 'abstract', 'Abstract', 'desc'];
const TIMES = ['publish_time', 'publishTime', 'publishTimestamp', 'create_time', 'createTime', 'datetime'];
/** Adverts, and the raw form of what stands beside it. */
const SKIP = new Set(['ad', 'ad_data', 'raw_ad_data', 'abtestInfo', 'voteLink', 'filter_words']);

/** Posts, comments and hot topics in any data of the site: inline state and answers, of the web and of the app. */
export function postsOfData(data: unknown): StatePost[] {
  return collectPosts(data, readItem, SKIP);
}

function readItem(item: Data, outer: StatePost | undefined): StatePost | undefined {
  if (isAdvert(item)) return undefined;
  const found = readComment(item) ?? readTopic(item) ?? readPost(item);
  // The same post once more, in the raw form that some feeds carry along.
  return found && found.id !== outer?.id ? found : undefined;
}

function isAdvert(item: Data): boolean {
  const { is_feed_ad, ad_id, ad_label, label } = item;
  return (
    is_feed_ad === true ||
    Boolean(textOf(ad_id)?.replace(/^0$/, '')) ||
    Boolean(textOf(ad_label)) ||
    label === '广告'
  );
}

function readPost(item: Data): StatePost | undefined {
  const id = firstId(item, POST_IDS) ?? idInLinks(item);
  const author = readAuthor(item);
  const title = textOf(item.title);
  const source = firstText(item, BODIES);
  if (!id || !author || !(title || source)) return undefined;
  const kind = kindOf(item);
  const text = source && (/<[a-z/]/i.test(source) ? htmlToText(source) : source);
  const declarations = text ? declarationsIn(text) : [];
  const field = BODIES.find((key) => textOf(item[key]));
  const hashtags = kind === 'note' ? tagsIn(text ?? '') : [];
  const media = images(item);
  const publishedAt = timeOf(recordOf(item.seoTDK)) ?? timeOf(item);
  return {
    kind,
    id,
    fields: {
      ...(title && kind !== 'note' && { title }),
      ...(text && { text }),
      author,
      ...(hashtags.length > 0 && { hashtags }),
      ...(publishedAt && { publishedAt }),
      counts: { ...countsOf(item), ...likesOf(item) },
      ...(media.length > 0 && { media }),
      // No label field is known; a declaration that is not in the text proves nothing.
      ...(field && declarations.length > 0 && { labels: { field, items: declarations } }),
    },
  };
}

/** What a post is; `cell_type` 32 is a micro post (微头条). */
function kindOf(item: Data): PostKind {
  const type = firstText(item, ['articleType', 'article_type', 'article_genre', 'group_type']) ?? '';
  const links = LINK_FIELDS.map((key) => textOf(item[key]) ?? '').join(' ');
  if (item.cell_type === 32 || /wtt|weitoutiao|thread|ugc/.test(type) || LINKS.note.test(links))
    return 'note';
  const { has_video, video, video_detail_info } = item;
  const isVideo =
    has_video === true ||
    isRecord(video) ||
    isRecord(video_detail_info) ||
    /video/.test(type) ||
    LINKS.video.test(links);
  if (isVideo) return 'video';
  return item.title && !/wtt|weitoutiao|thread/.test(type) ? 'article' : 'note';
}

function readComment(item: Data): StatePost | undefined {
  const id = firstId(item, COMMENT_IDS);
  const { text, user_name } = item;
  const isComment =
    typeof text === 'string' &&
    !('title' in item) &&
    (typeof user_name === 'string' || isRecord(item.user)) &&
    ['create_time', 'digg_count', 'reply_count'].some((key) => key in item);
  if (!id || !isComment) return undefined;
  const author = typeof user_name === 'string' ? authorOf(item) : authorOf(recordOf(item.user));
  const publishedAt = timeOf(item);
  return {
    kind: 'comment',
    id,
    fields: {
      ...(text.trim() && { text: text.trim() }),
      ...(author && { author }),
      ...(publishedAt && { publishedAt }),
      counts: countsOf(item),
    },
  };
}

/** Entries of the hot list. */
function readTopic(item: Data): StatePost | undefined {
  const id = firstId(item, ['ClusterIdStr', 'ClusterId', 'cluster_id_str']);
  const title = firstText(item, ['Title', 'title']);
  return id && title ? { kind: 'topic', id, fields: { title } } : undefined;
}

function timeOf(item: Data): string | undefined {
  for (const key of TIMES) {
    const value = item[key];
    // A date without its year needs a clock that the data do not have.
    const shown = typeof value === 'string' && /^\d{4}-\d/.test(value) ? value : undefined;
    const time = isoFromEpoch(value) ?? (shown && parseShownTime(shown, new Date(0))?.iso);
    if (time) return time;
  }
  return undefined;
}

function countsOf(item: Data): PostState['counts'] & object {
  return countsIn(
    COUNTS,
    recordOf(recordOf(item.itemCell).itemCounter),
    recordOf(item.itemCounter),
    recordOf(item.action),
    item,
  );
}

function likesOf(item: Data): { like?: number } {
  const like = parseCount(recordOf(item.likeData).count);
  return like === undefined ? {} : { like };
}

function images(item: Data): NonNullable<PostState['media']> {
  const list = [item.large_image_list, item.image_list, item.imageList]
    .map(arrayOf)
    .find(({ length }) => length > 0);
  const urls = (list ?? []).map((image) => textOf(recordOf(image).url)?.replace(/^\/\//, 'https://'));
  return urls.flatMap((url) => (url?.startsWith('http') ? [{ type: 'image' as const, url }] : []));
}

function tagsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/#([^#\s]{1,40})#/g)].map(([, tag = '']) => tag))];
}

function idInLinks(item: Data): string | undefined {
  const links = LINK_FIELDS.map((key) => textOf(item[key]) ?? '');
  return links.flatMap((link) => Object.values(LINKS).map((form) => form.exec(link)?.[1])).find(Boolean);
}

function firstId(item: Data, keys: readonly string[]): string | undefined {
  return keys.map((key) => numericIdOf(item[key])).find((id) => id !== undefined && id.length >= 9);
}
