import type { LabelFields, StatePost } from '../define-site';
import { firstText, namesIn } from '../first-field';
import { hashtagsIn } from '../hashtags';
import { htmlToText } from '../html-text';
import { declaresNothing, knownLabel } from '../labels';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numberOf, numericIdOf, recordOf, textOf } from '../unknown';
import { countsIn, type Item, mediaIn, objectIdIn, personIn } from './fields';

/** An object (video, pictures, broadcast) or comment as the site's data hold it. */
export interface DataPost extends StatePost {
  /** What opens the object's page, beside its id. */
  nonce?: string;
  /** The object that a comment stands under. */
  objectId?: string;
}

const DESCRIPTIONS = ['objectDesc', 'object_desc', 'desc'];
const TIMES = ['createtime', 'createTime', 'create_time', 'commentCreatetime', 'comment_createtime'];
const CONTENTS = ['content', 'commentContent', 'comment_content'];
const WARNINGS = ['warnWording', 'warn_wording'];
const LIVE_MEDIA = 9;

/** Reads one object of an answer or of what is behind a component. */
export function readItem(item: Item, outer?: DataPost): DataPost | undefined {
  // The page of one object holds some of its counts beside it.
  const inner = isRecord(item.object) ? readObject(item.object, item) : undefined;
  return inner ?? readComment(item, outer) ?? readObject(item) ?? readHit(item);
}

function readObject(item: Item, around: Item = item): DataPost | undefined {
  const desc = DESCRIPTIONS.map((key) => item[key]).find(isRecord);
  const host = [item.anchorContact, item.anchor_contact].find((each) => isRecord(each) && personIn(each));
  const live = recordOf(item.liveInfo ?? item.live_info);
  const isObject =
    host || (desc && ['description', 'media', 'mediaType', 'media_type'].some((key) => key in desc));
  const id = isObject ? objectIdIn(item) : undefined;
  if (!id) return undefined;
  const isLive = desc ? numberOf(desc.mediaType ?? desc.media_type) === LIVE_MEDIA : true;
  const text = plain(desc?.description) ?? (isLive ? plain(live.description) : undefined);
  const [short] = arrayOf(desc?.shortTitle ?? desc?.short_title);
  const title = plain(firstText(recordOf(short), ['shortTitle', 'short_title']));
  const author = personIn(recordOf((isLive && host) || item.contact), item);
  const labels = warningIn(item);
  const nonce = firstText(item, ['objectNonceId', 'object_nonce_id']);
  const publishedAt = timeIn(item);
  return {
    kind: isLive ? 'live' : 'video',
    id,
    ...(nonce && { nonce }),
    fields: {
      ...(title && { title }),
      ...(text && { text }),
      ...(author && { author }),
      ...(publishedAt && { publishedAt }),
      hashtags: hashtagsIn(text ?? ''),
      counts: countsIn(item, around),
      media: mediaIn(desc?.media),
      ...(labels && { labels }),
    },
  };
}

function readComment(item: Item, outer: DataPost | undefined): DataPost | undefined {
  const id = [item.commentId, item.comment_id]
    .map((value) => numericIdOf(value) ?? (typeof value === 'string' ? textOf(value) : undefined))
    .find(Boolean);
  if (!id || !CONTENTS.some((key) => key in item)) return undefined;
  const text = firstText(item, CONTENTS);
  const author = personIn(recordOf(item.authorContact ?? item.author_contact), item);
  const publishedAt = timeIn(item);
  const objectId = outer?.kind === 'comment' ? outer.objectId : outer?.id;
  return {
    kind: 'comment',
    id,
    ...(objectId && { objectId }),
    fields: {
      ...(text && { text }),
      ...(author && { author }),
      ...(publishedAt && { publishedAt }),
      counts: countsIn(item),
    },
  };
}

/** A hit of WeChat's own search, which names an object, its author and its time in other words. */
function readHit(item: Item): DataPost | undefined {
  const source = recordOf(item.source);
  const isVideo = ['videoUrl', 'video_url', 'likeNum', 'like_num'].some((key) => key in item);
  const id = isVideo ? [item.docID, item.docId, item.doc_id].map(numericIdOf).find(Boolean) : undefined;
  const text = plain(item.title);
  if (!id || !text) return undefined;
  const name = plain(source.title);
  const publishedAt = [item.pubTime, item.pub_time, item.date].map(isoFromEpoch).find(Boolean);
  const video = textOf(item.videoUrl ?? item.video_url);
  const image = textOf(item.image);
  return {
    kind: 'video',
    id,
    fields: {
      text,
      ...(name && { author: { name } }),
      ...(publishedAt && { publishedAt }),
      hashtags: hashtagsIn(text),
      counts: countsIn({ likeCount: item.likeNum ?? item.like_num }),
      media: mediaIn([{ url: video, coverUrl: image }]),
    },
  };
}

/**
 * The site's warning to viewers. Where an author's declaration stands is not known, so that an object without a warning
 * may still have one: nothing is said of it (facts: sites.md section 2.8).
 */
function warningIn(item: Item): LabelFields | undefined {
  const text = firstText(item, WARNINGS);
  if (!text || declaresNothing(text)) return undefined;
  return {
    field: namesIn(item, WARNINGS),
    items: [{ kind: knownLabel(text) ?? 'risk', text, by: 'platform', from: 'state' }],
  };
}

function timeIn(item: Item): string | undefined {
  return TIMES.map((key) => isoFromEpoch(item[key])).find(Boolean);
}

/** Searches mark the words that were searched for as HTML. */
function plain(value: unknown): string | undefined {
  const text = textOf(value);
  if (!text) return undefined;
  const lines = /<em[\s>]/.test(text) ? text.split('\n').map(htmlToText).join('\n') : text;
  return lines.trim() || undefined;
}
