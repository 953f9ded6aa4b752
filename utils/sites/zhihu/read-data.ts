import type { Author, PostKind } from '../../model/post';
import { parseCount } from '../counts';
import type { PostState, StatePost } from '../define-site';
import { htmlToText } from '../html-text';
import { isoFromEpoch } from '../time';
import { arrayOf, isRecord, numericIdOf, recordOf, textOf } from '../unknown';
import { permalink } from './addresses';
import { declaredLabels } from './declared';
import { type Field, fieldsOf } from './fields';
import { readMedia } from './media';

/** The site's type names, also as they stand in its paths. */
export const KINDS: ReadonlyMap<string, PostKind> = new Map([
  ['answer', 'answer'],
  ['article', 'article'],
  ['pin', 'pin'],
  ['moments_pin', 'pin'],
  ['zvideo', 'video'],
  ['question', 'question'],
  ['comment', 'comment'],
]);

/** One post as the site's data has it, in the API's or in the inline state's spelling. */
export interface DataPost extends StatePost {
  /** `undefined` for comments: their address depends on where they stand. */
  url: string | undefined;
}

/** `fallback` gives what the surroundings tell: the kind by the endpoint or map, the id by the map's key. */
export function readData(
  raw: unknown,
  fallback: { kind?: PostKind; id?: string } = {},
): DataPost | undefined {
  if (!isRecord(raw)) return undefined;
  const field = fieldsOf(raw);
  const type = textOf(raw.type);
  const kind = type === undefined ? fallback.kind : KINDS.get(type);
  const id = fallback.id ?? idOf(field, kind);
  if (!kind || !id) return undefined;
  return {
    kind,
    id,
    url: permalink(kind, id, questionIdOf(field)),
    fields: readFields(kind, raw, field),
  };
}

function readFields(kind: PostKind, raw: Record<string, unknown>, field: Field): PostState {
  const author = readAuthor(recordOf(field('author')));
  const title = readTitle(kind, field);
  const text = readText(kind, field);
  const publishedAt = isoFromEpoch(field('created_time') ?? field('created') ?? field('published_time'));
  const labels = declaredLabels(kind, raw);
  const media = readMedia(kind, field);
  const hashtags =
    kind === 'pin' ? [...text.matchAll(/#([^#\s]{1,40})#/g)].map((match) => match[1] ?? '') : [];
  return {
    ...(title && { title }),
    ...(text && { text }),
    ...(author && { author }),
    ...(hashtags.length > 0 && { hashtags: [...new Set(hashtags)] }),
    ...(publishedAt && { publishedAt }),
    counts: readCounts(kind, field),
    ...(media.length > 0 && { media }),
    ...(labels && { labels }),
  };
}

/** Long ids that came as numbers have been rounded; the entity's own address still has them. */
function idOf(field: Field, kind: PostKind | undefined): string | undefined {
  const own = numericIdOf(field('id')) ?? (kind === 'video' ? numericIdOf(field('zvideo_id')) : undefined);
  return own ?? /\/(\d+)\/?(?:\?.*)?$/.exec(textOf(field('url')) ?? '')?.[1];
}

function questionIdOf(field: Field): string | undefined {
  const question = recordOf(field('question'));
  return (
    numericIdOf(question.id) ??
    /\/questions?\/(\d+)/.exec(`${textOf(question.url)} ${textOf(field('url'))}`)?.[1]
  );
}

function readTitle(kind: PostKind, field: Field): string {
  if (kind === 'comment') return '';
  const question = recordOf(field('question'));
  const segment = arrayOf(field('content'))
    .map(recordOf)
    .find((part) => textOf(part.title) && part.type === 'text');
  const area = recordOf(field('title_area')).text;
  const title =
    (kind === 'answer' && (question.title ?? question.name)) || (field('title') ?? segment?.title ?? area);
  return htmlToText(textOf(title) ?? '');
}

/** Pins hold a list of segments, all others HTML; lists and hot items only an excerpt. */
function readText(kind: PostKind, field: Field): string {
  const content = field('content');
  const segments = arrayOf(content).map(
    (part) => textOf(recordOf(part).content) ?? textOf(recordOf(part).own_text),
  );
  const sources = [
    field('content_html'),
    content,
    segments.filter(Boolean).join('<br>'),
    kind === 'question' && field('detail'),
    kind === 'video' && field('description'),
    field('excerpt'),
    recordOf(field('excerpt_area')).text,
  ];
  for (const source of sources) {
    const text = typeof source === 'string' ? htmlToText(withoutPictureLinks(source)) : '';
    if (text) return text;
  }
  return '';
}

/** Pictures and emoticons of comments are links with words of the site (查看图片). */
function withoutPictureLinks(html: string): string {
  return html.replace(/<a\s[^<>]{0,2000}\bcomment_(?:img|gif|sticker)\b[^<>]{0,2000}>[^<]{0,100}<\/a>/g, '');
}

/** Older comments wrap the person in `member`. An anonymous author has a name but no token. */
function readAuthor(raw: Record<string, unknown>): Author | undefined {
  const field = fieldsOf(isRecord(raw.member) ? raw.member : raw);
  const name = htmlToText(textOf(field('name')) ?? '');
  const id =
    textOf(field('url_token')) ?? /\/(?:people|org)\/([^/?#]+)/.exec(textOf(field('url')) ?? '')?.[1];
  const path = field('is_org') === true || field('user_type') === 'organization' ? 'org' : 'people';
  const badge = recordOf(arrayOf(field('badge'))[0]);
  const verification = textOf(recordOf(field('badge_v2')).title) ?? textOf(badge.description);
  if (!name && !id) return undefined;
  return {
    ...(name && { name }),
    ...(id && {
      id,
      url: `https://www.zhihu.com/${path}/${encodeURIComponent(id)}`,
    }),
    ...(verification && { verification }),
  };
}

function readCounts(kind: PostKind, field: Field): NonNullable<PostState['counts']> {
  const total = fieldsOf(recordOf(recordOf(field('reaction')).statistics));
  const liked = kind === 'pin' || kind === 'comment' ? field('like_count') : undefined;
  const like = parseCount(liked ?? field('voteup_count') ?? field('vote_count') ?? total('up_vote_count'));
  const comment = parseCount(
    kind === 'comment' ? field('child_comment_count') : (field('comment_count') ?? total('comment_count')),
  );
  const collect = parseCount(field('favlists_count') ?? field('favorite_count') ?? total('favorites'));
  const view = parseCount(
    kind === 'video' ? field('play_count') : kind === 'question' ? field('visit_count') : undefined,
  );
  return {
    ...(like !== undefined && { like }),
    ...(comment !== undefined && { comment }),
    ...(collect !== undefined && { collect }),
    ...(view !== undefined && { view }),
  };
}
