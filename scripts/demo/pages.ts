import { readFileSync } from 'node:fs';
import type { PageServer } from '../lib/launch.ts';
import { searchPage } from './search.ts';

export const FEED = 'https://www.xiaohongshu.com/explore';

/** Demo pages by address. */
const PAGES: readonly (readonly [RegExp, () => string])[] = [
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/?(\?.*)?$/, file('feed.html')],
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/66f0a1b2000000001e00d001/, file('note.html')],
  [/^https:\/\/www\.xiaohongshu\.com\/search_result\/?\?/, searchPage],
  [/^https:\/\/www\.zhihu\.com\/question\/900000001/, file('answer.html')],
  [/^https:\/\/mp\.weixin\.qq\.com\/s\?/, file('article.html')],
];

/** Answers with the pages of this folder; nothing is fetched from the sites whose addresses they borrow. */
export const serveDemo: PageServer = (url) => {
  const page = PAGES.find(([address]) => address.test(url.href))?.[1];
  return page ? { body: page(), type: 'text/html; charset=utf-8' } : undefined;
};

function file(name: string): () => string {
  return () => readFileSync(new URL(name, import.meta.url), 'utf8');
}
