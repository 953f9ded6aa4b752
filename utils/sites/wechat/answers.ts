import type { Post } from '../../model/post';
import { postOfAnswer } from '../answer-post';
import { collectPosts, type ReadItem } from '../collect';
import type { StatePost } from '../define-site';
import { isoFromEpoch } from '../time';
import { textOf } from '../unknown';
import { isAlbum } from './albums';
import { addressIn, addressOfEntry, idOf, urlOf } from './article-id';
import type { Literal } from './literal';
import { mediaOfType } from './media';
import { noScripts } from './scripts';
import { articleState } from './state';

const COVERS = ['cover_img_1_1', 'cover', 'cover_url', 'cdn_url'];

interface AnswerPost extends StatePost {
  url: string;
}

/** Reads an article's own data (`f=json`, the fields of `cgiDataNew`) and the entries of an album. */
export function readAnswer(endpoint: URL, body: unknown): Post[] | undefined {
  if (endpoint.hostname !== 'mp.weixin.qq.com') return undefined;
  const surface = isAlbum(endpoint) ? 'feed' : 'detail';
  const biz = endpoint.searchParams.get('__biz')?.replaceAll(' ', '+');
  return collectPosts(body, reader(biz)).map((post) =>
    postOfAnswer('wechat', post, { url: post.url, surface }),
  );
}

/** Links inside an article's data lead to other articles; they are no posts of the answer. */
function reader(biz: string | undefined): ReadItem<AnswerPost> {
  return (item, outer) => (outer ? undefined : (readArticle(item) ?? readEntry(item, biz)));
}

function readArticle(item: Record<string, unknown>): AnswerPost | undefined {
  const address = addressIn(item);
  const id = idOf(address);
  const url = urlOf(address);
  if (!id || !url || !('item_show_type' in item || 'content_noencode' in item)) return undefined;
  // JSON holds nothing else than literals do.
  const fields = articleState({ ...noScripts(), data: item as Record<string, Literal> });
  return fields.title || fields.text ? { kind: 'article', id, url, fields } : undefined;
}

function readEntry(item: Record<string, unknown>, biz: string | undefined): AnswerPost | undefined {
  const title = textOf(item.title);
  const link = ['url', 'link', 'content_url'].map((key) => textOf(item[key])).find(Boolean);
  if (!title || !link) return undefined;
  const address = addressOfEntry(link, { biz, mid: textOf(item.msgid), idx: textOf(item.itemidx) });
  const id = idOf(address) ?? address.code;
  const url = urlOf(address);
  if (!id || !url) return undefined;
  const text = textOf(item.digest);
  const publishedAt = isoFromEpoch(item.create_time ?? item.update_time);
  const cover = COVERS.map((key) => textOf(item[key])).find(Boolean);
  return {
    kind: 'article',
    id,
    url,
    fields: {
      title,
      ...(text && { text }),
      ...(publishedAt && { publishedAt }),
      media: mediaOfType('image', [cover]),
    },
  };
}
