import { describe, expect, test } from 'vitest';
import { siteFor } from '@/utils/sites';
import { readPage } from '@/utils/sites/read-page';
import { loadFixture } from '../../support/load-fixture';

interface Expected {
  url: string;
  now: string;
  html?: string;
  health: { status: string };
}

const pages = import.meta.glob<string>('../../fixtures/sites/*/*.html', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const expectations = import.meta.glob<Expected>('../../fixtures/sites/*/*.json', {
  import: 'default',
  eager: true,
});

/** What stands on pages beside posts and is no label of any: a chat widget, its footer, a recommendation, a toast. */
const BESIDE = `
  <aside class="chat-widget"><p>你好，有什么可以帮你？</p><footer>内容由AI生成，仅供参考</footer></aside>
  <div class="ai-search"><span>内容由AI生成</span><span>Made with AI</span></div>
  <div role="alert">收藏成功</div>
  <a href="/topic">AI绘画教程</a>`;

describe('words beside posts are no labels', () => {
  for (const [path, { url: address, now, html, health }] of Object.entries(expectations)) {
    if (html || health.status !== 'ok') continue;
    test(path.replace('../../fixtures/sites/', ''), () => {
      const url = new URL(address);
      const labels = (extra: string) => {
        const document = loadFixture(pages[path.replace(/json$/, 'html')] ?? '', url);
        document.body.insertAdjacentHTML('beforeend', extra);
        document.body.insertAdjacentHTML('afterbegin', extra);
        const { found } = readPage(siteFor(url)!, document, url, new Date(now));
        return found.map(({ post }) => [post.key, post.labels]);
      };
      expect(labels(BESIDE)).toEqual(labels(''));
    });
  }
});

describe('what an author or commenter writes is no label, even in the words of one', () => {
  for (const [path, { url: address, now, html, health }] of Object.entries(expectations)) {
    if (html || health.status !== 'ok') continue;
    test(path.replace('../../fixtures/sites/', ''), () => {
      const url = new URL(address);
      const document = loadFixture(pages[path.replace(/json$/, 'html')] ?? '', url);
      const read = () => readPage(siteFor(url)!, document, url, new Date(now)).found;
      const before = new Map(read().map(({ post }) => [post.key, post.labels.items.length]));
      // All texts at once: the words of a comment must not become a label of the post above it either.
      for (const { fields } of read()) {
        for (const field of [fields.title, fields.text]) field?.replaceChildren('内容由AI生成');
      }
      for (const { post } of read()) {
        const known = before.get(post.key);
        if (known !== undefined) expect(post.labels.items.length, post.key).toBeLessThanOrEqual(known);
      }
    });
  }
});
