import { readFileSync } from 'node:fs';
import type { PageServer } from '../lib/launch.ts';

export const FEED = 'https://www.xiaohongshu.com/explore';

/** Demo pages by address. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/?(\?.*)?$/, 'feed.html'],
  [/^https:\/\/www\.xiaohongshu\.com\/explore\/66f0a1b2000000001e00d001/, 'note.html'],
  [/^https:\/\/www\.zhihu\.com\/question\/900000001/, 'answer.html'],
  [/^https:\/\/mp\.weixin\.qq\.com\/s\?/, 'article.html'],
];

/** Answers with the pages of this folder; nothing is fetched from the sites whose addresses they borrow. */
export const serveDemo: PageServer = (url) => {
  const file = PAGES.find(([address]) => address.test(url.href))?.[1];
  return file
    ? {
        body: readFileSync(new URL(file, import.meta.url), 'utf8'),
        type: 'text/html; charset=utf-8',
      }
    : undefined;
};
