import type { Author, CountName } from '../../model/post';
import type { ReadItem } from '../collect';
import type { PostState, StatePost } from '../define-site';
import { countsIn, firstText } from '../first-field';
import { isoFromEpoch, parseShownTime } from '../time';
import { isRecord, recordOf, textOf } from '../unknown';
import { mediaOf } from './media';
import { isId, ORIGIN } from './note-id';

/** A note or comment as the site's data hold it: in inline state (camelCase) and in API answers (snake_case). */
export interface DataPost extends StatePost {
  kind: 'note' | 'comment';
  /** The note that a comment belongs to. */
  noteId?: string;
  /** A note's date as its card shows it (`2025-03-01`, `03-01`, `3天前`). */
  shownTime?: string;
}

const NOTE_COUNTS: Partial<Record<CountName, readonly string[]>> = {
  like: ['liked_count', 'likedCount', 'like_count', 'likes'],
  comment: ['comment_count', 'commentCount', 'comments_count', 'commentsCount'],
  collect: ['collected_count', 'collectedCount'],
  share: ['share_count', 'shareCount', 'shared_count', 'sharedCount'],
};
const COMMENT_COUNTS: Partial<Record<CountName, readonly string[]>> = {
  like: ['like_count', 'likeCount', 'liked_count', 'likes'],
  comment: ['sub_comment_count', 'subCommentCount', 'sub_comments_total'],
};
const TITLES = ['title', 'display_title', 'displayTitle'];
const TEXTS = ['desc', 'description'];
const TIMES = ['time', 'timestamp', 'create_time', 'createTime', 'publish_time', 'publishTime'];

/** A note or comment by its shape; lists are called `items`, `notes`, `feeds` or `note_list`. */
export const readItem: ReadItem<DataPost> = (item, outer) =>
  readComment(item, outer && (outer.kind === 'note' ? outer.id : outer.noteId)) ?? readNote(item);

function readNote(item: Record<string, unknown>): DataPost | undefined {
  // Feeds and searches put the note into a card beside its id; other items of such lists (related words) have none.
  const inner = ['note_card', 'noteCard', 'note'].map((key) => item[key]).find(isRecord);
  const card = inner ?? item;
  const id =
    firstId(card, ['note_id', 'noteId', 'id']) ?? (inner && firstId(item, ['id', 'note_id', 'noteId']));
  const interact = recordOf(card.interact_info ?? card.interactInfo);
  const isNote =
    isRecord(card.user) &&
    [...TITLES, ...TEXTS, 'interact_info', 'interactInfo', 'liked_count'].some((key) => key in card);
  if (!id || !isNote) return undefined;
  const shownTime = cornerTime(card);
  return {
    kind: 'note',
    id,
    fields: {
      ...readFields(card, firstText(card, TITLES), firstText(card, TEXTS)),
      hashtags: readTags(card),
      counts: {
        ...countsIn(NOTE_COUNTS, card),
        ...countsIn(NOTE_COUNTS, interact),
      },
    },
    ...(shownTime && { shownTime }),
  };
}

function readComment(item: Record<string, unknown>, outerNote: string | undefined): DataPost | undefined {
  const id = firstId(item, ['id', 'comment_id', 'commentId']);
  const isComment =
    ['content', 'sub_comment_count', 'subCommentCount'].some((key) => key in item) &&
    ![...TITLES, 'desc'].some((key) => key in item);
  if (!id || !isComment || !authorRecord(item)) return undefined;
  const noteId = firstId(item, ['note_id', 'noteId']) ?? outerNote;
  return {
    kind: 'comment',
    id,
    ...(noteId && { noteId }),
    fields: {
      ...readFields(item, undefined, textOf(item.content)),
      counts: countsIn(COMMENT_COUNTS, item),
    },
  };
}

function readFields(
  item: Record<string, unknown>,
  title: string | undefined,
  text: string | undefined,
): PostState {
  const author = readAuthor(recordOf(authorRecord(item)));
  const publishedAt = TIMES.map((key) => timeOf(item[key])).find(Boolean);
  const media = mediaOf(item);
  return {
    ...(title && { title }),
    ...(text && { text }),
    ...(author && { author }),
    ...(publishedAt && { publishedAt }),
    ...(media.length > 0 && { media }),
  };
}

function timeOf(value: unknown): string | undefined {
  return isoFromEpoch(value) ?? (typeof value === 'string' ? fullDate(value) : undefined);
}

/** Only dates that name their year: anything else needs a clock that the data do not have. */
function fullDate(value: string): string | undefined {
  return /\d{4}[-/.年]\d/.test(value) ? parseShownTime(value, new Date(0))?.iso : undefined;
}

function authorRecord(item: Record<string, unknown>): Record<string, unknown> | undefined {
  return [item.user_info, item.userInfo, item.user].find(isRecord);
}

function readAuthor(user: Record<string, unknown>): Author | undefined {
  const name = firstText(user, ['nickname', 'nick_name', 'nickName', 'name']);
  const id = firstText(user, ['user_id', 'userId', 'userid', 'id']);
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && { id }),
    // Third parties replace ids of people by codes of other lengths, which have no page.
    ...(isId(id) && { url: `${ORIGIN}/user/profile/${id}` }),
  };
}

/** Without a list of tags they are read from the text, where they stand as `#name[话题]#`. */
function readTags(card: Record<string, unknown>): string[] {
  const list = [card.tag_list, card.tagList].find(Array.isArray);
  const names = list
    ? list.map((tag) => textOf(recordOf(tag).name))
    : [...(firstText(card, TEXTS) ?? '').matchAll(/#([^#\s[\]]{1,60})\[话题\]#/g)].map(([, name]) => name);
  return [...new Set(names.filter((name) => name !== undefined))];
}

function cornerTime(card: Record<string, unknown>): string | undefined {
  const tags = card.corner_tag_info ?? card.cornerTagInfo ?? card.tag_info;
  const tag = (Array.isArray(tags) ? tags : [tags]).map(recordOf).find(({ type }) => type === 'publish_time');
  return tag && (textOf(tag.text) ?? textOf(tag.title));
}

function firstId(item: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return keys.map((key) => textOf(item[key])).find(isId);
}
