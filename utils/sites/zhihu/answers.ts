import { labelReading, type Post, type PostKind, postKey, type Surface } from '../../model/post';
import { labelsFromHashtags } from '../labels';
import { arrayOf, isRecord, recordOf, textOf } from '../unknown';
import { commentLink, permalink } from './addresses';
import { type Entity, KINDS, readEntity } from './entity';

/** Endpoints by path, without the `/api/v4` that api.zhihu.com leaves out; the kind is that of untyped objects. */
const ENDPOINTS: readonly (readonly [RegExp, Surface, PostKind?])[] = [
  [/^\/comment_v5\/|\/(root_|child_)?comments?$|\/child_comments$/, 'comments', 'comment'],
  [/^\/(feed\/)?topstory\/hot-lists?(\/|$)/, 'hot', 'question'],
  [/^\/(moments\/[^/]+\/activities|members\/[^/]+\/\w+|people\/[^/]+\/\w+)/, 'profile'],
  [/^\/(moments|(feed\/)?topstory|feed)(\/|$|_)/, 'feed'],
  [/^\/search(_v3)?(\/|$)/, 'search'],
  [/^\/questions\/\d+\/(answers|feeds)/, 'detail', 'answer'],
  [/^\/questions\/\d+$/, 'detail', 'question'],
  [/^\/answers\/\d+/, 'detail', 'answer'],
  [/^\/articles\/\d+/, 'detail', 'article'],
  [/^\/pins\/\d+/, 'detail', 'pin'],
  [/^\/zvideos\/\d+/, 'detail', 'video'],
];
const MAX_DEPTH = 5;
const MAX_POSTS = 2_000;

/** Reads an answer of the site's own API that a page would have loaded. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (!/^(www|api|zhuanlan)\.zhihu\.com$/.test(endpoint.hostname)) return undefined;
  const path = endpoint.pathname.replace(/^\/api(\/v\d+)?(?=\/)/, '').replace(/\/$/, '');
  const [, surface, kind] = ENDPOINTS.find(([pattern]) => pattern.test(path)) ?? [];
  if (!surface) return undefined;
  const posts = new Map<string, Post>();
  for (const raw of unwrap(body)) {
    const entity = readEntity(raw, kind && { kind });
    const url = entity && (entity.url ?? commentLink(parentOf(raw, path, entity.id), entity.id));
    if (!entity || !url) continue;
    const post = toPost(entity, url, surface);
    if (!posts.has(post.key)) posts.set(post.key, post);
    if (posts.size >= MAX_POSTS) break;
  }
  return [...posts.values()];
}

function toPost({ kind, id, state }: Entity, url: string, surface: Surface): Post {
  const { author = {}, title = '', text = '', hashtags = [], publishedAt, counts = {}, labels } = state;
  return {
    key: postKey('zhihu', kind, id),
    site: 'zhihu',
    kind,
    id,
    url,
    surface,
    author,
    title,
    text,
    hashtags,
    ...(publishedAt && { publishedAt }),
    counts,
    labels: labelReading([...(labels ?? []), ...labelsFromHashtags(hashtags)], labels !== undefined),
  };
}

/** Posts stand bare, in `data`, or wrapped as `target` (feeds) or `object` (search); adverts are left out. */
function* unwrap(value: unknown, depth = 0): Generator<Record<string, unknown>> {
  if (depth > MAX_DEPTH) return;
  for (const item of Array.isArray(value) ? value : [value]) {
    if (!isRecord(item) || isAdvert(item)) continue;
    const inner = item.target ?? item.object ?? item.data;
    if (isRecord(inner) || Array.isArray(inner)) yield* unwrap(inner, depth + 1);
    else yield withIdFromCard(item);
    for (const list of [item.list, item.content_items, item.child_comments, item.root]) {
      if (isRecord(list) || Array.isArray(list)) yield* unwrap(list, depth + 1);
    }
  }
}

function isAdvert(item: Record<string, unknown>): boolean {
  return (
    /advert|_ad$|^ad_/.test(textOf(item.type) ?? '') || isRecord(item.ad) || arrayOf(item.ad_list).length > 0
  );
}

/** Items of the app's hot list have no id and no type, only a link. */
function withIdFromCard(item: Record<string, unknown>): Record<string, unknown> {
  const link = textOf(recordOf(item.link).url);
  if (!link || item.id !== undefined || item.url !== undefined) return item;
  const type = item.type ?? (link.includes('zhuanlan.') ? 'article' : 'question');
  return { ...item, url: link, type };
}

function parentOf(raw: Record<string, unknown>, path: string, id: string): string {
  const [, name = '', parentId] = /\/(answer|article|pin|zvideo|question)s\/(\d+)\//.exec(path) ?? [];
  const kind = KINDS.get(name);
  return (
    (kind && parentId && permalink(kind, parentId)) ||
    textOf(raw.url) ||
    `https://www.zhihu.com/api/v4/comment_v5/comment/${id}`
  );
}
