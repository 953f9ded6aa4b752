import { afterEach, describe, expect, test, vi } from 'vitest';
import { loadRules } from '@/utils/rules';
import { matchPost } from '@/utils/rules/match';
import type { PostShape, PostState, StatePost } from '@/utils/sites/define-site';
import * as labels from '@/utils/sites/read-labels';
import * as media from '@/utils/sites/read-media';
import { readPost } from '@/utils/sites/read-post';
import { MAX_TEXT } from '@/utils/sites/readable-text';
import * as time from '@/utils/sites/time';
import { ARTICLE, siteOf } from '../scan/demo-site';

vi.mock('@/utils/sites/read-labels', { spy: true });
vi.mock('@/utils/sites/read-media', { spy: true });
vi.mock('@/utils/sites/time', { spy: true });

afterEach(() => {
  document.body.replaceChildren();
  vi.clearAllMocks();
});

interface Parts {
  html?: string;
  shape?: Partial<PostShape>;
  state?: PostState;
  component?: StatePost;
}

const HTML =
  '<a href="/1"></a><h2>标题</h2><p class="text">正文 #露营 展开</p><b class="name">甲</b>' +
  '<time>2026-10-01 12:00</time><i class="likes">1.2万</i><div class="label">虚构演绎</div>';

function read({ html = HTML, shape = {}, state, component }: Parts = {}) {
  document.body.innerHTML = `<article>${html}</article>`;
  const stateOf = vi.fn((id: string) => (id === '/1' ? state : undefined));
  const full: PostShape = { ...ARTICLE, ...shape };
  const reading = readPost(siteOf(full), full, document.querySelector('article')!, {
    surface: 'feed',
    page: new URL('https://example.com/feed'),
    base: 'https://example.com/',
    now: new Date('2026-10-02T00:00:00Z'),
    stateOf,
    componentOf: () => component,
  });
  if (!reading) throw new Error('No post was read');
  return { reading, stateOf };
}

const unread = () =>
  [labels.readLabels, media.readMedia, time.parseShownTime].map((each) => vi.mocked(each).mock.calls.length);

describe('a post that reads itself', () => {
  test('is whole when it is asked for, and the same from then on', () => {
    const { reading } = read({ shape: { textEnd: /展开$/, hashtags: 'text' } });
    const { post } = reading;
    expect(post).toMatchObject({
      key: 'demo:note:/1',
      url: 'https://example.com/1',
      title: '标题',
      text: '正文 #露营',
      hashtags: ['露营'],
      author: { name: '甲' },
      counts: { like: 12_000 },
      labels: { state: 'seen' },
    });
    document.querySelector('h2')!.textContent = '别的';
    expect([reading.post, reading.title]).toEqual([post, '标题']);
    expect(structuredClone(post)).toEqual(post);
  });

  test('reads no counts, times, pictures or labels for rules that find nothing in its words', () => {
    const { reading } = read();
    expect(matchPost(loadRules(), reading)).toEqual([]);
    expect(unread()).toEqual([0, 0, 0]);
    expect(reading.hasReadLabels).toBe(false);
    void reading.post;
    expect(unread()).toEqual([1, 1, 1]);
    expect(reading.hasReadLabels).toBe(true);
  });

  test('reads each field once, however often it is asked for', () => {
    const { reading, stateOf } = read({ state: { hashtags: ['露营'] } });
    for (let i = 0; i < 3; i++) void [reading.labels, reading.publishedAt, reading.hashtags, reading.post];
    expect(unread()).toEqual([1, 1, 1]);
    expect(stateOf).toHaveBeenCalledTimes(1);
  });

  test('reads what it shows without the page’s data', () => {
    const { reading, stateOf } = read({ state: { title: '数据' } });
    expect(reading.shown).toMatchObject({ title: '标题', author: '甲' });
    expect([reading.title, reading.showsAnything]).toEqual(['标题', true]);
    expect(stateOf).not.toHaveBeenCalled();
  });

  test('says what its data say where its elements show nothing, and that they show nothing', () => {
    const state = { title: '数据', text: '数据里的正文', author: { name: '乙', verification: '认证' } };
    const { reading } = read({ html: '<a href="/1"></a><h2> </h2>', state });
    expect([reading.title, reading.text, reading.author]).toEqual(['数据', '数据里的正文', state.author]);
    expect([reading.showsAnything, reading.fields]).toEqual([false, {}]);
  });

  test('takes a component’s data for its own only if they are of this very post', () => {
    const of = (id: string): StatePost => ({ kind: 'note', id, fields: { text: '来自组件' } });
    const bare = { html: '<a href="/1"></a>', shape: { component: true as const } };
    expect(read({ ...bare, component: of('/1') }).reading.text).toBe('来自组件');
    expect(read({ ...bare, component: of('/2') }).reading.text).toBe('');
    expect(read({ ...bare, component: { ...of('/1'), kind: 'comment' } }).reading.text).toBe('');
    expect(read({ html: bare.html, component: of('/1') }).reading.text).toBe('');
  });

  test('names the elements that can be painted, and none whose words are only a part of them', () => {
    const { reading } = read({ shape: { title: [{ css: 'h2', match: /标/ }] } });
    expect(reading.title).toBe('标');
    expect(Object.keys(reading.fields)).toEqual(['text']);
    expect(reading.fields.text).toBe(document.querySelector('.text'));
  });

  test('keeps to the bounds that messages have, whatever a page holds', () => {
    const long = '长'.repeat(MAX_TEXT + 1);
    const state: PostState = {
      title: long,
      text: long,
      author: { name: long, id: long, verification: long },
      hashtags: Array.from({ length: 300 }, () => long),
      labels: {
        field: 'f',
        items: Array.from({ length: 30 }, (_, i) => ({
          kind: 'ai',
          text: `${i}${long}`,
          by: 'author',
          from: 'state',
        })),
      },
    };
    const { post } = read({ html: '<a href="/1"></a>', state }).reading;
    expect(
      [post.title, post.author.name, post.author.id, post.author.verification].map((each) => each?.length),
    ).toEqual([2_000, 2_000, 2_000, 2_000]);
    expect(post.text).toHaveLength(MAX_TEXT);
    expect(post.hashtags.map(({ length }) => length)).toEqual(Array.from({ length: 200 }, () => 2_000));
    expect(post.labels.items).toHaveLength(20);
    expect(post.labels.items[0]?.text).toHaveLength(2_000);
  });
});
