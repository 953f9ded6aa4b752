import { describe, expect, test } from 'vitest';
import type { SiteAdapter } from '@/utils/sites/define-site';
import { readPage } from '@/utils/sites/read-page';

const NOW = new Date('2026-11-21T12:00:00Z');
const PAGE = new URL('https://www.example.com/');

/** A site made up for these tests: every part of a definition is used once. */
const site: SiteAdapter = {
  id: 'example',
  name: { zh_CN: '示例', en: 'Example' },
  matches: ['https://www.example.com/*'],
  surfaceOf: ({ pathname }) => (pathname === '/about' ? undefined : 'feed'),
  removed: '.gone',
  shapes: [
    {
      kind: 'note',
      surfaces: ['feed'],
      root: 'article',
      not: '.advert',
      id: [
        { attr: 'data-zop', json: 'itemId' },
        { css: 'a.link', attr: 'href', match: /p\/(\d+)/ },
      ],
      url: (id) => `https://www.example.com/p/${id}`,
      title: [{ css: 'h2' }, { css: 'img', attr: 'alt' }],
      text: [{ css: '.body' }],
      authorName: [{ css: '.author' }],
      authorUrl: [{ css: 'a.author', attr: 'href' }],
      publishedAt: [{ css: 'time' }],
      hashtags: [{ css: '.tag' }],
      counts: { like: [{ css: '.likes' }] },
      labels: [{ place: '.label-row', by: 'platform' }],
      required: ['title', 'author'],
    },
  ],
};

function read(html: string, adapter: SiteAdapter = site, url = PAGE) {
  const document = new DOMParser().parseFromString(html, 'text/html');
  document.head.prepend(Object.assign(document.createElement('base'), { href: url.href }));
  return readPage(adapter, document, url, NOW);
}

const note = (id: string, inside: string) =>
  `<article><a class="link" href="/p/${id}"></a>${inside}</article>`;
const whole = '<h2>题</h2><a class="author" href="/u/1">甲</a><p class="body">文</p>';

describe('readPage', () => {
  test('reads every field, with links made absolute and numbers understood', () => {
    const [found] = read(
      note(
        '7',
        `${whole}<time>3小时前</time><i class="tag">#暖心</i><i class="tag">＃街头#</i><b class="likes">1.2万</b><p class="label-row"></p>`,
      ),
    ).found;
    expect(found?.post).toEqual({
      key: 'example:note:7',
      site: 'example',
      kind: 'note',
      id: '7',
      url: 'https://www.example.com/p/7',
      surface: 'feed',
      author: { name: '甲', url: 'https://www.example.com/u/1' },
      title: '题',
      text: '文',
      hashtags: ['暖心', '街头'],
      publishedAt: '2026-11-21T09:00:00.000Z',
      publishedApprox: true,
      counts: { like: 12_000 },
      labels: { state: 'none', items: [] },
      labelPlaces: [{ from: 'element', where: '.label-row', text: '' }],
    });
    expect(found?.fields.text?.className).toBe('body');
  });

  test('takes the first candidate that has a value, and malformed page data as no value', () => {
    expect(read(`<article data-zop='{"itemId": 5}'>${whole}</article>`).found[0]?.post.id).toBe('5');
    expect(
      read(`<article data-zop='{broken'><a class="link" href="/p/6"></a>${whole}</article>`).found[0]?.post
        .id,
    ).toBe('6');
  });

  test('leaves out adverts, posts without an id, and the same post twice', () => {
    const html = `${note('1', whole)}${note('1', whole)}<article>${whole}</article><article class="advert"><a class="link" href="/p/2"></a></article>`;
    expect(read(html).found.map(({ post }) => post.id)).toEqual(['1']);
  });

  test('a label in its place is seen, an empty place is none, no place is unknown', () => {
    const labels = (inside: string) => read(note('1', whole + inside)).found[0]?.post.labels;
    expect(labels('<p class="label-row">作者声明：内容由AI生成</p>')).toEqual({
      state: 'seen',
      items: [{ kind: 'ai', text: '作者声明：内容由AI生成', by: 'platform', from: 'element' }],
    });
    expect(labels('<p class="label-row"> </p>')?.state).toBe('none');
    expect(labels('<p class="label-row">无需声明</p>')?.state).toBe('none');
    expect(labels('')?.state).toBe('unknown');
  });

  test('state of the same post leads for labels and exact values; state of another post is not used', () => {
    const withState = (id: string): SiteAdapter => ({
      ...site,
      readState: () =>
        new Map([
          [
            id,
            {
              labels: { field: 'marks', items: [{ kind: 'ai', text: 'AI', by: 'author', from: 'state' }] },
              counts: { like: 12_345 },
              publishedAt: '2026-01-01T00:00:00.000Z',
            },
          ],
        ]),
    });
    const html = note('1', `${whole}<time>3小时前</time><b class="likes">1.2万</b>`);
    expect(read(html, withState('1')).found[0]?.post).toMatchObject({
      labels: { state: 'seen' },
      counts: { like: 12_345 },
      publishedAt: '2026-01-01T00:00:00.000Z',
    });
    expect(read(html, withState('2')).found[0]?.post).toMatchObject({
      labels: { state: 'unknown' },
      counts: { like: 12_000 },
    });
  });

  test('health says what is missing and tells a changed layout from a page without posts', () => {
    expect(read(note('1', whole)).health).toEqual({
      status: 'ok',
      posts: 1,
      labelsRead: 0,
      missing: [],
    });
    expect(read(note('1', '<h2>题</h2>')).health).toEqual({
      status: 'partial',
      posts: 1,
      labelsRead: 0,
      missing: ['note.author'],
    });
    expect(read('<main>renamed</main>').health.status).toBe('layout-changed');
    expect(read('<p class="gone">已删除</p>').health.status).toBe('not-a-post');
    expect(read(note('1', whole), site, new URL('https://www.example.com/about'))).toMatchObject({
      surface: null,
      health: { status: 'not-a-post' },
      found: [],
    });
  });

  test("an author's link is a web address or nothing", () => {
    const author = (href: string) =>
      read(note('1', `<h2>题</h2><a class="author" href="${href}">甲</a>`)).found[0]?.post.author;
    expect(author('/u/1')).toEqual({ name: '甲', url: 'https://www.example.com/u/1' });
    expect(author('javascript:alert(1)')).toEqual({ name: '甲' });
    expect(author('https://[broken')).toEqual({ name: '甲' });
  });

  test('a page cannot make a post larger than a message may be', () => {
    const [found] = read(
      note('1', `<h2>${'长'.repeat(9_000)}</h2><p class="body">${'字'.repeat(400_000)}</p>`),
    ).found;
    expect(found?.post.title.length).toBeLessThanOrEqual(2_000);
    expect(found?.post.text.length).toBeLessThanOrEqual(200_000);
    const [labelled] = read(
      note('1', `${whole}${`<p class="label-row">${'声'.repeat(9_000)}</p>`.repeat(50)}`),
    ).found;
    expect(labelled?.post.labels.items.length).toBeLessThanOrEqual(20);
    expect(labelled?.post.labels.items[0]?.text.length).toBeLessThanOrEqual(2_000);
    expect(labelled?.post.labelPlaces?.map(({ text }) => text)).toEqual(['声'.repeat(200)]);
  });
});
