import { type Post, postKey, UNKNOWN_LABELS } from '../model/post';
import type { SiteAdapter } from '../sites/define-site';
import { textId } from '../sites/text-id';

const MAX_EXCERPT = 20_000;

/**
 * What a reader selected, as a post: the way to report on pages whose layout cannot be read. It says nothing that
 * was not read: no author, no time, labels unknown. The same words at the same address are the same post.
 */
export function excerptOf(site: SiteAdapter, url: URL, selection: string): Post | undefined {
  const text = selection.replace(/\s+/g, ' ').trim().slice(0, MAX_EXCERPT);
  if (!text) return undefined;
  const address = url.origin + url.pathname + url.search;
  const id = textId(address, text);
  return {
    key: postKey(site.id, 'excerpt', id),
    site: site.id,
    kind: 'excerpt',
    id,
    url: address,
    surface: site.surfaceOf(url) ?? 'detail',
    author: {},
    // The page's title is not among the words that were selected, so no rule may read it.
    title: '',
    text,
    hashtags: [],
    counts: {},
    labels: UNKNOWN_LABELS,
  };
}

/** The reader's selection; one inside an open shadow root or a text box is not part of the document's. */
export function selectedText(document: Document): string {
  return document.getSelection()?.toString() ?? '';
}
