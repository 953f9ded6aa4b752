import type { Author, CountName, LabelItem, Media } from '../../model/post';
import { parseCount } from '../counts';
import type { LabelFields, PostState, StatePost } from '../define-site';
import { namesIn } from '../first-field';
import { isoFromLongDate } from '../time';
import { arrayOf, isRecord, numberOf, numericIdOf, recordOf, textOf } from '../unknown';
import { createdAt, ORIGIN } from './post-id';

type Fields = Record<string, unknown>;

/** People by id, for answers that keep them apart from the posts. */
export type People = ReadonlyMap<string, Fields>;

const COUNTS: readonly (readonly [CountName, readonly string[]])[] = [
  ['like', ['favorite_count', 'like_count']],
  ['comment', ['reply_count', 'conversation_count']],
  ['share', ['retweet_count']],
  ['collect', ['bookmark_count']],
  ['view', ['impression_count']],
];
/** The English words of the site's mark: data have a flag, and pages word it in the reader's language. */
const AD_MARK = 'Ad';
const LABEL_FIELDS = [
  'birdwatch_pivot',
  'has_birdwatch_notes',
  'promoted',
  'promotedMetadata',
  'promoted_content',
];
/** One for the media of a post, one for its quote, and some to spare. */
const MAX_APPENDED = 8;

/**
 * Reads a post of the site's data: a result of GraphQL (fields in `legacy`), a status of the older APIs, of embeds and
 * of the page's store, or a post of the developer API. The shape is an id, a text and a time or a list of versions.
 * A repost is no post of its own: the reposted one stands inside it. An advert's mark stands beside its result.
 */
export function readTweet(item: Fields, people: People = new Map()): StatePost | undefined {
  if (isRecord(item.tweet_results)) {
    const result = recordOf(item.tweet_results.result);
    const promotedMetadata = item.promotedMetadata ?? item.promoted_metadata;
    return isRecord(promotedMetadata)
      ? readTweet({ ...recordOf(result.tweet ?? result), promotedMetadata }, people)
      : undefined;
  }
  const data: Fields = { ...recordOf(item.legacy), ...item };
  const id = numericIdOf(data.rest_id) ?? numericIdOf(data.id_str) ?? numericIdOf(data.id);
  const publishedAt = timeOf(data.created_at);
  const text = readText(data);
  const isPost = publishedAt !== undefined || Array.isArray(data.edit_history_tweet_ids);
  if (!id || text === undefined || !isPost || isRepost(data)) return undefined;
  const author = readAuthor(data, people);
  const article = recordOf(recordOf(recordOf(data.article).article_results).result);
  const body = text || textOf(article.plain_text) || textOf(article.preview_text);
  const title = textOf(article.title);
  const labels = readLabels(data);
  const media = readMedia(data);
  const time = publishedAt ?? createdAt(id);
  const fields: PostState = {
    ...(title && { title }),
    ...(body && { text: body }),
    ...(author && { author }),
    hashtags: readHashtags(data),
    ...(time && { publishedAt: time }),
    counts: readCounts(data),
    ...(media.length > 0 && { media }),
    ...(labels && { labels }),
  };
  return { kind: 'note', id, fields };
}

function timeOf(value: unknown): string | undefined {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) {
    const ms = Date.parse(value);
    return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
  }
  return isoFromLongDate(value);
}

function isRepost(data: Fields): boolean {
  return (
    isRecord(data.retweeted_status_result) ||
    isRecord(data.retweeted_status) ||
    textOf(data.retweeted_status_id_str) !== undefined ||
    arrayOf(data.referenced_tweets).some((reference) => recordOf(reference).type === 'retweeted')
  );
}

/** Long posts keep their whole text apart. The links that the site appends for media and quotes are not shown. */
function readText(data: Fields): string | undefined {
  const note = recordOf(data.note_tweet);
  const long = textOf(recordOf(recordOf(note.note_tweet_results).result).text) ?? textOf(note.text);
  const text = long ?? data.full_text ?? data.text;
  if (typeof text !== 'string') return undefined;
  const appended = new Set(
    [...attachments(data), recordOf(data.quoted_status_permalink)].flatMap(({ url }) => textOf(url) ?? []),
  );
  return withoutAppended(text.trim(), appended).replace(
    /&(lt|gt|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>' })[name] ?? '&',
  );
}

function withoutAppended(text: string, appended: ReadonlySet<string>): string {
  let shown = text;
  for (let left = MAX_APPENDED; left > 0; left--) {
    const start = Math.max(shown.lastIndexOf(' '), shown.lastIndexOf('\n')) + 1;
    if (!appended.has(shown.slice(start))) break;
    shown = shown.slice(0, start).trimEnd();
  }
  return shown;
}

function readAuthor(data: Fields, people: People): Author | undefined {
  const results = recordOf(data.core).user_results ?? data.user_results;
  const account = [recordOf(results).result, data.user, data.author].find(isRecord);
  const reference = textOf(data.user_id_str) ?? textOf(data.author_id) ?? textOf(data.user);
  const person = account ?? (reference ? people.get(reference) : undefined);
  if (!person) return undefined;
  const known: Fields = { ...recordOf(person.legacy), ...recordOf(person.core), ...person };
  const name = textOf(known.name);
  const handle = textOf(known.screen_name) ?? textOf(known.username);
  const id = handle && /^\w{1,20}$/.test(handle) ? handle : undefined;
  return name || id ? { ...(name && { name }), ...(id && { id, url: `${ORIGIN}/${id}` }) } : undefined;
}

function readHashtags(data: Fields): string[] {
  const note = recordOf(recordOf(recordOf(data.note_tweet).note_tweet_results).result);
  const tags = [data.entities, note.entity_set].flatMap((entities) => arrayOf(recordOf(entities).hashtags));
  const names = tags.map((tag) => textOf(recordOf(tag).text) ?? textOf(recordOf(tag).tag));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function readCounts(data: Fields): NonNullable<PostState['counts']> {
  const source = { ...data, ...recordOf(data.public_metrics) };
  const counts: NonNullable<PostState['counts']> = {};
  for (const [name, keys] of COUNTS) {
    const count = keys.map((key) => parseCount(source[key])).find((value) => value !== undefined);
    if (count !== undefined) counts[name] = count;
  }
  const views = parseCount(recordOf(data.views).count);
  return views === undefined ? counts : { ...counts, view: views };
}

/** The older list names a video by its first picture only. */
function attachments(data: Fields): Fields[] {
  const [extended, plain] = [data.extended_entities, data.entities].map((entities) =>
    arrayOf(recordOf(entities).media).map(recordOf),
  );
  return (extended?.length ? extended : plain) ?? [];
}

function readMedia(data: Fields): Media[] {
  const found = new Map<string, Media>();
  for (const file of [...attachments(data), ...arrayOf(data.mediaDetails).map(recordOf)]) {
    const image = textOf(file.media_url_https);
    const variants = arrayOf(recordOf(file.video_info).variants).map(recordOf);
    const video = variants
      .filter(({ content_type }) => content_type === 'video/mp4')
      .sort((one, other) => (numberOf(other.bitrate) || 0) - (numberOf(one.bitrate) || 0))[0];
    const address = textOf(video?.url);
    if (address) found.set(address, { type: 'video', url: address });
    else if (image) found.set(image, { type: 'image', url: image });
  }
  return [...found.values()];
}

/**
 * A note that readers see is `birdwatch_pivot`. Its absence proves something only beside `has_birdwatch_notes`, which
 * is there only where notes were asked for (facts: sites.md section 6).
 */
function readLabels(data: Fields): LabelFields | undefined {
  const items: LabelItem[] = [];
  const pivot = data.birdwatch_pivot;
  if (isRecord(pivot)) {
    const parts = [textOf(pivot.title) ?? textOf(pivot.shorttitle), textOf(recordOf(pivot.subtitle).text)];
    const text = parts.filter(Boolean).join('\n');
    if (text) items.push({ kind: 'note', text, by: 'community', from: 'state' });
  }
  if (data.promoted === true || isRecord(data.promoted_content ?? data.promotedMetadata)) {
    items.push({ kind: 'ad', text: AD_MARK, by: 'platform', from: 'state' });
  }
  const wasRead = pivot === null || (pivot === undefined && typeof data.has_birdwatch_notes === 'boolean');
  return items.length > 0 || wasRead ? { field: namesIn(data, LABEL_FIELDS), items } : undefined;
}
