import { readFileSync } from 'node:fs';
import type { PageServer } from '../lib/launch.ts';
import { markedPage, markedPicture } from './marked.ts';
import { searchPage } from './search.ts';

export const FEED = 'https://www.xiaohongshu.com/explore';
/** Answers with pictures that say of themselves how they were made. */
export const MARKED = 'https://www.zhihu.com/question/900000003';

/** Demo pages by address. */
const PAGES: readonly (readonly [RegExp, () => string])[] = [
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/?(\?.*)?$/, file('feed.html')],
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/66f0a1b2000000001e00d001/, file('note.html')],
  [/^https:\/\/www\.xiaohongshu\.com\/search_result\/?\?/, searchPage],
  [/^https:\/\/www\.zhihu\.com\/question\/900000001/, file('answer.html')],
  [/^https:\/\/www\.zhihu\.com\/question\/900000003/, markedPage],
  [/^https:\/\/mp\.weixin\.qq\.com\/s\?/, file('article.html')],
];

/** Lets every page read it. */
const OPEN = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'range' };

/** Answers with the pages of this folder; nothing is fetched from the sites whose addresses they borrow. */
export const serveDemo: PageServer = (url) => {
  const page = PAGES.find(([address]) => address.test(url.href))?.[1];
  if (page) return { body: page(), type: 'text/html; charset=utf-8' };
  const picture = markedPicture(url);
  return picture && { body: picture, type: 'image/png', headers: OPEN };
};

function file(name: string): () => string {
  return () => readFileSync(new URL(name, import.meta.url), 'utf8');
}
