import type { PageState, PostShape, PostState } from '../define-site';
import { isoFromEpoch } from '../time';
import { type ArticleAddress, addressOfEntry, idOf, urlOf } from './article-id';
import { mediaOfType } from './media';

/** Lists of an account's articles at `/mp/appmsgalbum`; every entry names its article (public readers of such lists). */

const ENTRY = '.album__list-item[data-link], .js_album_item[data-link]';

export function isAlbum({ pathname, searchParams }: URL): boolean {
  return /^\/mp\/appmsgalbum\/?$/.test(pathname) && searchParams.has('album_id');
}

export const albumEntry: PostShape = {
  kind: 'article',
  surfaces: ['feed'],
  root: ENTRY,
  id: (root, page) => {
    const address = addressOf(root, page);
    return idOf(address) ?? address.code;
  },
  url: (_id, root, page) => urlOf(addressOf(root, page)),
  title: [{ css: '.album__item-title-wrp' }, { css: '.album__item-title' }, { attr: 'data-title' }],
  authorName: [{ css: '.album__author-name', page: true }],
  publishedAt: [{ css: '.js_article_create_time' }],
  required: ['title'],
};

/** Until the page's script has run, an entry shows its time in seconds; its picture stands in a style. */
export function albumState(document: Document, page: URL): PageState {
  const found = new Map<string, PostState>();
  for (const entry of document.querySelectorAll(ENTRY)) {
    const address = addressOf(entry, page);
    const id = idOf(address) ?? address.code;
    if (!id || found.has(id)) continue;
    const publishedAt = isoFromEpoch(entry.querySelector('.js_article_create_time')?.textContent?.trim());
    const style = entry.querySelector('.album__item-img')?.getAttribute('style') ?? '';
    const media = mediaOfType('image', [/url\(["']?(https?:[^"')]{1,2000})/.exec(style)?.[1]]);
    found.set(id, { ...(publishedAt && { publishedAt }), ...(media.length > 0 && { media }) });
  }
  return found;
}

function addressOf(entry: Element, page: URL): ArticleAddress & { code?: string } {
  return addressOfEntry(entry.getAttribute('data-link') ?? '', {
    biz: page.searchParams.get('__biz')?.replaceAll(' ', '+'),
    mid: entry.getAttribute('data-msgid') ?? undefined,
    idx: entry.getAttribute('data-itemidx') ?? undefined,
  });
}
