import { describe, expect, test } from 'vitest';
import { readPage } from '@/utils/sites/read-page';
import { healthyPages } from '../../support/page-fixtures';

const cases = healthyPages.map((fixture) => [fixture.name, fixture] as const);

/** What stands on pages beside posts and is no label of any: a chat widget, its footer, a recommendation, a toast. */
const BESIDE = `
  <aside class="chat-widget"><p>你好，有什么可以帮你？</p><footer>内容由AI生成，仅供参考</footer></aside>
  <div class="ai-search"><span>内容由AI生成</span><span>Made with AI</span></div>
  <div role="alert">收藏成功</div>
  <a href="/topic">AI绘画教程</a>`;

test.each(cases)('words beside posts are no labels: %s', (_, { site, url, now, load }) => {
  const labels = (extra: string) => {
    const document = load();
    document.body.insertAdjacentHTML('beforeend', extra);
    document.body.insertAdjacentHTML('afterbegin', extra);
    return readPage(site, document, url, now).found.map(({ post }) => [post.key, post.labels]);
  };
  expect(labels(BESIDE)).toEqual(labels(''));
});

describe('what an author or commenter writes is no label, even in the words of one', () => {
  test.each(cases)('%s', (_, { site, url, now, load }) => {
    const document = load();
    const read = () => readPage(site, document, url, now).found;
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
});
