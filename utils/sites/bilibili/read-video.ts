import type { PostState } from '../define-site';
import { isoFromEpoch, parseShownTime } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { videoUrl } from './addresses';
import { argueLabels } from './argue';
import {
  type DataPost,
  firstText,
  hashtagsIn,
  type Item,
  plainText,
  readAuthor,
  readCounts,
  readImages,
} from './fields';
import { bvidOf, isBvid } from './video-id';

/** Any of these tells a video from a part, a tag or a counter that names the video's number as well. */
const MARKS = 'owner author upper up_info stat pic cover duration args arc archive bvid'.split(' ');

/**
 * A video of any list or answer. Some put a video's own record, its tags and its author beside each other (`view/detail`,
 * the page's state); then all of them are read as one post.
 */
export function readVideo(item: Item): DataPost | undefined {
  const inner = [item.View, item.videoData, item.viewInfo, item.arc].find(isRecord);
  const record = inner ? { ...recordOf(item.arc), bvid: item.bvid, aid: item.aid, ...inner } : item;
  const title = textOf(record.title);
  const id = title && MARKS.some((mark) => mark in record) ? idOf(record) : undefined;
  if (!id || isAdvert(item)) return undefined;
  return { kind: 'video', id, url: videoUrl(id), fields: readFields(record, inner ? item : {}) };
}

/** One episode or a whole season of a licensed series; they have ids and pages of their own. */
export function readEpisode(item: Item): DataPost | undefined {
  const number = numericIdOf(item.ep_id ?? item.id);
  const isEpisode =
    number &&
    item.cid !== undefined &&
    ['long_title', 'index_title', 'longTitle', 'titleFormat'].some((key) => key in item);
  const season = numericIdOf(item.season_id ?? item.ssId);
  const isSeason =
    season &&
    textOf(item.title) &&
    ['evaluate', 'media_id', 'episodes', 'season_title'].some((key) => key in item);
  const id = isEpisode ? `ep${number}` : isSeason ? `ss${season}` : undefined;
  if (!id) return undefined;
  const part = [item.titleFormat ?? item.title, item.long_title ?? item.longTitle ?? item.index_title];
  const title = isEpisode
    ? firstText(item.share_copy, item.show_title, part.map(textOf).join(' '))
    : item.title;
  const fields = readFields({ ...item, title, id: undefined }, {});
  return { kind: 'video', id, url: videoUrl(id), fields };
}

function readFields(item: Item, around: Item): PostState {
  const isHtml = 'hit_columns' in item || 'arcurl' in item || /<em\b/.test(textOf(item.title) ?? '');
  const title = plainText(item.title, isHtml);
  const text = plainText(firstText(item.desc, item.description, item.intro, item.evaluate), isHtml);
  const hashtags = readTags(item, around);
  const labels = argueLabels(item);
  const author = authorOf(item, around);
  const publishedAt = timeOf(item);
  return {
    ...(title && { title }),
    ...(text && text !== '-' && { text }),
    ...(author && { author }),
    ...(hashtags.length > 0 && { hashtags }),
    ...(publishedAt && { publishedAt }),
    counts: countsOf(item),
    ...readImages(item.pic ?? item.cover),
    ...(labels && { labels }),
  };
}

/** `id` is a video's number only in lists of the home page, the app and of favourites, which say so. */
function idOf(item: Item): string | undefined {
  const { bvid, bv_id, aid, goto, param, id, history, type } = item;
  const code = [bvid, bv_id, recordOf(history).bvid].find(isBvid);
  const number = aid ?? (goto === 'av' ? (param ?? id) : type === 2 && 'upper' in item ? id : undefined);
  return code ?? bvidOf(number);
}

function isAdvert({ goto, card_goto, is_ad, cm_info, business_info, ad_info }: Item): boolean {
  return (
    [goto, card_goto].some((kind) => /^ad(_|$)/.test(textOf(kind) ?? '')) ||
    is_ad === true ||
    is_ad === 1 ||
    [cm_info, business_info, ad_info].some((part) => isRecord(part) && Object.keys(part).length > 0)
  );
}

/** Lists of searches and of a person's videos name the author as a mere text. */
function authorOf(item: Item, around: Item) {
  const { args, mid, author_name, author_mid, author } = item;
  const up = recordOf(args);
  const named = { name: author_name ?? up.up_name ?? author, mid: author_mid ?? up.up_id ?? mid };
  const own =
    [item.owner, item.upper, item.up_info, item.upInfo, author]
      .filter(isRecord)
      .map(readAuthor)
      .find(Boolean) ?? readAuthor(named);
  const card = readAuthor(around.upData ?? recordOf(around.Card).card);
  return card && own && card.id === own.id ? { ...own, ...card } : own;
}

function timeOf({ pubdate, pubtime, pub_time, pub_real_time, pub_ts, created, ctime, release_date }: Item) {
  const shown = [pub_real_time, pub_time, release_date]
    .map(textOf)
    .find((text) => /^\d{4}-\d/.test(text ?? ''));
  return (
    [pubdate, pubtime, pub_ts, pub_time, created, ctime].map(isoFromEpoch).find(Boolean) ??
    (shown ? parseShownTime(shown, new Date(0))?.iso : undefined)
  );
}

function countsOf(item: Item) {
  const [stat, cnt] = [recordOf(item.stat), recordOf(item.cnt_info)];
  const plain = [item.comment, item.review].filter((value) => typeof value !== 'object');
  return readCounts({
    view: [stat.view, stat.play, stat.vv, cnt.play, item.play],
    like: [stat.like, item.like],
    comment: [stat.reply, cnt.reply, ...plain],
    collect: [stat.favorite, stat.fav, cnt.collect, item.favorites],
    share: [stat.share, cnt.share],
  });
}

/** Tags beside the video, the search's list, or topics in the text that goes with the upload; pieces of music are none. */
function readTags({ tag, tags, dynamic }: Item, around: Item): string[] {
  const beside = arrayOf(around.Tags ?? around.tags ?? tags).map(recordOf);
  const names = beside.filter(({ tag_type }) => tag_type !== 'bgm').map(({ tag_name }) => textOf(tag_name));
  const listed = typeof tag === 'string' ? tag.split(',').map((name) => name.trim()) : [];
  const found = [...names, ...listed].filter((name) => name !== undefined && name !== '');
  return [...new Set(found.length > 0 ? found : hashtagsIn(textOf(dynamic)))] as string[];
}
