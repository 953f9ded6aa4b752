import type { Post, PostKind, Surface } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts, type ReadItem } from '../collect';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { commentLink, permalink } from './addresses';
import { type DataPost, KINDS, readData } from './read-data';

/** Endpoints by path, without the `/api/v4` that api.zhihu.com leaves out; the kind is that of untyped objects. */
const ENDPOINTS: readonly (readonly [RegExp, Surface, PostKind?])[] = [
  [/^\/comment_v5\/|\/(root_|child_)?comments?$|\/child_comments$/, 'comments', 'comment'],
  [/^\/(feed\/)?topstory\/hot-lists?(\/|-|$)/, 'hot', 'question'],
  [/^\/(moments\/[^/]+\/activities|members\/[^/]+\/\w+|people\/[^/]+\/\w+)/, 'profile'],
  [/^\/(moments|(feed\/)?topstory|feed|feed-root|columns|collections|topics)(\/|$|_)/, 'feed'],
  [/^\/search(_v3)?(\/|$)/, 'search'],
  [/^\/questions\/\d+\/(answers|feeds)/, 'detail', 'answer'],
  [/^\/questions\/\d+$/, 'detail', 'question'],
  [/^\/answers\/\d+/, 'detail', 'answer'],
  [/^\/articles\/\d+/, 'detail', 'article'],
  [/^\/pins\/\d+/, 'detail', 'pin'],
  [/^\/zvideos\/\d+/, 'detail', 'video'],
];
/** The question of an answer, people and files of a post are typed objects too, and no posts of the page. */
const NOT_ENTERED = new Set(
  'question questions author actors member reply_to_author attachment column topics badge badge_v2'.split(
    ' ',
  ),
);

interface AnswerPost extends DataPost {
  link: string;
  /** The address that comments below belong to. */
  parent: string;
}

/** Reads an answer of the site's own API that a page would have loaded. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/^(www|api|zhuanlan)\.zhihu\.com$/.test(endpoint.hostname)) return undefined;
  const path = endpoint.pathname.replace(/^\/api(\/v\d+)?(?=\/)/, '').replace(/\/$/, '');
  const [, surface, kind] = ENDPOINTS.find(([pattern]) => pattern.test(path)) ?? [];
  if (!surface) return undefined;
  return collectPosts(body, reader(path, kind), NOT_ENTERED).map((post) =>
    postOfAnswer('zhihu', post, {
      url: post.link,
      surface: post.kind === 'comment' ? 'comments' : surface,
    }),
  );
}

/** Of an advert nothing is read, whatever it holds: it may well be an article. */
function reader(path: string, untyped: PostKind | undefined): ReadItem<AnswerPost> {
  const adverts = new WeakSet<object>();
  return (item, outer) => {
    if (adverts.has(item) || isAdvert(item)) {
      for (const part of Object.values(item).flat()) if (isRecord(part)) adverts.add(part);
      return undefined;
    }
    const raw = withIdFromCard(item);
    const post = readData(raw, untyped && isUntypedPost(raw) ? { kind: untyped } : {});
    if (!post) return undefined;
    const parent = post.url ?? parentOf(raw, path, post.id, outer);
    return { ...post, parent, link: post.url ?? commentLink(parent, post.id) };
  };
}

function isAdvert(item: Record<string, unknown>): boolean {
  if (Array.isArray(item.data)) return false;
  return (
    /advert|_ad$|^ad_/.test(textOf(item.type) ?? '') || isRecord(item.ad) || arrayOf(item.ad_list).length > 0
  );
}

/** Objects without a type are posts only if they look like one: most are parts of others. */
function isUntypedPost(item: Record<string, unknown>): boolean {
  return ['content', 'excerpt', 'title', 'title_area'].some((key) => key in item);
}

/** Items of the app's hot list have no id and no type, only a link. */
function withIdFromCard(item: Record<string, unknown>): Record<string, unknown> {
  const link = textOf(recordOf(item.link).url);
  if (!link || item.id !== undefined || item.url !== undefined) return item;
  const type = item.type ?? (link.includes('zhuanlan.') ? 'article' : 'question');
  return { ...item, url: link, type };
}

function parentOf(
  raw: Record<string, unknown>,
  path: string,
  id: string,
  outer: AnswerPost | undefined,
): string {
  const [, name = '', parentId] = /\/(answer|article|pin|zvideo|question)s\/(\d+)\//.exec(path) ?? [];
  const kind = KINDS.get(name);
  return (
    outer?.parent ||
    (kind && parentId && permalink(kind, parentId)) ||
    textOf(raw.url) ||
    `https://www.zhihu.com/api/v4/comment_v5/comment/${id}`
  );
}
