import type { Media } from '../../model/post';
import type { PostState, StatePost } from '../define-site';
import { type CountFields, countsIn, firstId, firstText } from '../first-field';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numberOf, recordOf, textOf } from '../unknown';
import { isWorkId } from './addresses';
import { declaredLabels } from './declared';
import { firstRecord, mediaOf, parsedRecord, readAuthor } from './fields';
import { readMessage, readRoom } from './read-live';

type Data = Record<string, unknown>;

/** What the site's data hold: in answers, inline state and behind components. */
export interface DouyinPost extends StatePost {
  /** The work that a comment or a line of danmaku stands under, or the work itself. */
  workId?: string;
  /** A work of pictures, whose address is another. */
  pictures?: true;
  /** The broadcast that a line of chat belongs to; rooms on the web have another number. */
  roomId?: string;
}

const WORK_COUNTS: CountFields = {
  like: ['digg_count', 'diggCount'],
  comment: ['comment_count', 'commentCount'],
  collect: ['collect_count', 'collectCount'],
  share: ['share_count', 'shareCount'],
};
const COMMENT_COUNTS: CountFields = {
  like: ['digg_count', 'diggCount'],
  comment: ['reply_comment_total', 'replyCommentTotal'],
};
const PICTURES = 68;

/** Lists of what others show, and of what is only loaded in advance. */
export const NOT_ENTERED: ReadonlySet<string> = new Set([
  'similar_rooms',
  'preload_ads',
  'preload_awemes',
  'chime_video_list',
]);

/** Reads one object of any of the site's data as a post (`collectPosts` of collect.ts finds them). */
export function readItem(item: Data, outer: DouyinPost | undefined): DouyinPost | undefined {
  return (
    readComment(item, outer?.workId) ??
    readCard(item) ??
    readWork(item) ??
    readMessage(item) ??
    readRoom(item) ??
    readTopic(item)
  );
}

export function readWork(item: Data): DouyinPost | undefined {
  const id = firstId(item, ['aweme_id', 'awemeId', 'aweme_id_str', 'awemeIdStr']);
  const author = firstRecord(item, ['author', 'authorInfo', 'author_info']);
  const statistics = firstRecord(item, ['statistics', 'stats']);
  const isWork = 'desc' in item && (author ?? statistics ?? firstRecord(item, ['video'])) !== undefined;
  if (!isWorkId(id) || !isWork || isAdvert(item)) return undefined;
  // A broadcast in a feed has an object of its own, whose id is no work's.
  const room = parsedRecord(recordOf(item.cell_room ?? item.cellRoom).rawdata);
  if (Object.keys(room).length > 0) return readRoom(room);
  const text = firstText(item, ['desc', 'caption']);
  const publishedAt = isoFromEpoch(item.create_time ?? item.createTime);
  const labels = declaredLabels(item);
  const media = readMedia(item);
  const known = readAuthor(author);
  const fields: PostState = {
    ...(text && { text }),
    ...(known && { author: known }),
    hashtags: readHashtags(item, text),
    ...(publishedAt && { publishedAt }),
    counts: countsIn(WORK_COUNTS, statistics ?? {}),
    ...(media.length > 0 && { media }),
    ...(labels && { labels }),
  };
  const pictures =
    numberOf(item.aweme_type ?? item.awemeType) === PICTURES || arrayOf(item.images).length > 0;
  // One kind for both: slides of a feed do not tell them apart, and one work must have one key everywhere.
  return { kind: 'video', id, fields, workId: id, ...(pictures && { pictures }) };
}

function isAdvert(item: Data): boolean {
  return (item.is_ads ?? item.isAds) === true;
}

/** `module/feed` gives each work as a JSON string. */
function readCard({ aweme }: Data): DouyinPost | undefined {
  return typeof aweme === 'string' ? readWork(parsedRecord(aweme)) : undefined;
}

function readComment(item: Data, outerWork: string | undefined): DouyinPost | undefined {
  const id = firstId(item, ['cid', 'comment_id', 'commentId']);
  const user = firstRecord(item, ['user', 'userInfo', 'user_info']);
  if (!id || !user || !('text' in item)) return undefined;
  const workId = firstId(item, ['aweme_id', 'awemeId']) ?? outerWork;
  const text = textOf(item.text);
  const author = readAuthor(user);
  const publishedAt = isoFromEpoch(item.create_time ?? item.createTime);
  const media = arrayOf(item.image_list ?? item.imageList).flatMap((image) =>
    mediaOf('image', recordOf(image).origin_url ?? recordOf(image).originUrl),
  );
  const fields: PostState = {
    ...(text && { text }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    counts: countsIn(COMMENT_COUNTS, item),
    ...(media.length > 0 && { media }),
  };
  return { kind: 'comment', id, fields, ...(workId && { workId }) };
}

/** An entry of the hot list. */
function readTopic(item: Data): DouyinPost | undefined {
  const id = firstId(item, ['sentence_id', 'sentenceId']);
  const title = textOf(item.word);
  if (!id || !title) return undefined;
  return {
    kind: 'topic',
    id,
    fields: { title, counts: countsIn({ view: ['hot_value', 'hotValue'] }, item) },
  };
}

/** Without a list of tags they are read from the text. */
function readHashtags(item: Data, text = ''): string[] {
  const list = item.text_extra ?? item.textExtra;
  const names = Array.isArray(list)
    ? list.map((tag) => firstText(recordOf(tag), ['hashtag_name', 'hashtagName']))
    : [...text.matchAll(/[#＃]([^#＃\s@]{1,60})/g)].map(([, name]) => name);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function readMedia(item: Data): Media[] {
  const images = arrayOf(item.images).flatMap((image) =>
    mediaOf('image', isRecord(image) ? image : undefined),
  );
  if (images.length > 0) return images;
  const video = recordOf(item.video);
  return [
    ...mediaOf('video', video.play_addr ?? video.playAddr),
    ...mediaOf('image', video.cover ?? video.origin_cover ?? video.originCover),
  ];
}
