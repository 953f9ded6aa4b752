// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/zhihu';
import { readAnswer } from '@/utils/sites/zhihu/answers';
import { isDeclaration } from '@/utils/sites/zhihu/declared';
import { fieldsOf } from '@/utils/sites/zhihu/fields';
import { readMedia } from '@/utils/sites/zhihu/media';
import { isRemoved } from '@/utils/sites/zhihu/removed';
import { parseState } from '@/utils/sites/zhihu/state';
import { stopwatch } from '../../support/stopwatch';

const api = (path: string) => new URL(path, 'https://www.zhihu.com');
const author = {
  name: '松下问童',
  url_token: 'song-xia',
  badge_v2: { title: '园艺话题下的优秀答主' },
};
const answer = {
  id: '1940000000000000777',
  type: 'answer',
  author,
  question: { id: '410020030', title: '阳台能种番茄吗？' },
  content: '<p>能，</p><p>盆要深。</p>',
  created_time: 1751354400,
  voteup_count: 12,
  comment_count: 3,
  reaction: { statistics: { favorites: 5 } },
};
const disclaimer = (content: string, block_text = 'DisclaimerLabel') => ({
  elements: [{ type: 'IMAGE' }, { type: 'TEXT', content }],
  za: { block_text },
});

describe('surfaces', () => {
  test.each([
    ['https://www.zhihu.com/', 'feed'],
    ['https://www.zhihu.com/follow', 'feed'],
    ['https://www.zhihu.com/hot', 'hot'],
    ['https://www.zhihu.com/question/1?sort=created', 'detail'],
    ['https://www.zhihu.com/question/1/answer/2', 'detail'],
    ['https://www.zhihu.com/pin/3', 'detail'],
    ['https://www.zhihu.com/zvideo/4', 'detail'],
    ['https://www.zhihu.com/people/song-xia/answers', 'profile'],
    ['https://www.zhihu.com/org/he-an', 'profile'],
    ['https://www.zhihu.com/search?type=content&q=a', 'search'],
    ['https://zhuanlan.zhihu.com/p/5', 'detail'],
    ['https://zhuanlan.zhihu.com/write', undefined],
    ['https://www.zhihu.com/question/waiting', undefined],
    ['https://www.zhihu.com/signin', undefined],
    ['https://www.zhihu.com/topsearch', undefined],
    ['https://www.zhihu.com/account/unhuman', undefined],
  ])('%s', (address, surface) => {
    expect(site.surfaceOf(new URL(address))).toBe(surface);
  });
});

describe('answers of the API', () => {
  test('one answer, bare', () => {
    expect(readAnswer(api('/api/v4/answers/1940000000000000777?include=content'), answer)).toEqual([
      {
        key: 'zhihu:answer:1940000000000000777',
        site: 'zhihu',
        kind: 'answer',
        id: '1940000000000000777',
        url: 'https://www.zhihu.com/question/410020030/answer/1940000000000000777',
        surface: 'detail',
        author: {
          name: '松下问童',
          id: 'song-xia',
          url: 'https://www.zhihu.com/people/song-xia',
          verification: '园艺话题下的优秀答主',
        },
        title: '阳台能种番茄吗？',
        text: '能，\n盆要深。',
        hashtags: [],
        publishedAt: '2025-07-01T07:20:00.000Z',
        counts: { like: 12, comment: 3, collect: 5 },
        labels: { state: 'none', items: [] },
        labelPlaces: [{ from: 'state', where: 'endorsements', text: '' }],
      },
    ]);
  });

  test('a declared label', () => {
    const endorsements = [
      disclaimer('来自专栏 · AI绘画', 'ColumnLabel'),
      disclaimer('创作声明：包含 AI 辅助创作'),
    ];
    expect(readAnswer(api('/api/v4/answers/1'), { ...answer, endorsements })?.[0]?.labels).toEqual({
      state: 'seen',
      items: [
        {
          kind: 'ai',
          text: '创作声明：包含 AI 辅助创作',
          by: 'author',
          from: 'state',
        },
      ],
    });
  });

  test('feeds, with adverts and groups', () => {
    const body = {
      data: [
        { type: 'feed', target: answer },
        { type: 'feed_advert', ad: { id: 1 }, target: { ...answer, id: '7' } },
        {
          type: 'feed_group',
          list: [
            {
              type: 'feed',
              target: {
                id: '8',
                type: 'article',
                title: '修椅子',
                content: '<p>先上胶。</p>',
                created: 1751354400,
              },
            },
          ],
        },
        { type: 'feed', target: { id: '9', type: 'column', title: '专栏' } },
        { type: 'feed', target: answer },
      ],
    };
    const posts = readAnswer(api('/api/v3/feed/topstory/recommend'), body);
    expect(posts?.map(({ key, surface }) => [key, surface])).toEqual([
      ['zhihu:answer:1940000000000000777', 'feed'],
      ['zhihu:article:8', 'feed'],
    ]);
    expect(posts?.[1]).toMatchObject({
      url: 'https://zhuanlan.zhihu.com/p/8',
      text: '先上胶。',
      publishedAt: '2025-07-01T07:20:00.000Z',
    });
    expect(readAnswer(new URL('https://api.zhihu.com/moments_v3'), [{ target: answer }])).toHaveLength(1);
  });

  test('pins: segments, hashtags and their own label fields', () => {
    const pin = {
      id: '1950000000000000042',
      type: 'pin',
      author,
      created: 1751354400,
      content: [
        { type: 'text', title: '雪夜', content: '#水彩日常# 画了<br>一张小镇' },
        { type: 'image', url: 'x' },
      ],
      like_count: 9,
      comment_count: 2,
    };
    const read = (more: object) =>
      readAnswer(api('/api/v4/pins/1950000000000000042'), {
        ...pin,
        ...more,
      })?.[0];
    expect(read({})).toMatchObject({
      title: '雪夜',
      text: '#水彩日常# 画了\n一张小镇',
      hashtags: ['水彩日常'],
      counts: { like: 9, comment: 2 },
      labels: { state: 'unknown' },
    });
    expect(read({ is_contain_ai_content: false })?.labels.state).toBe('none');
    expect(read({ is_contain_ai_content: false, creation_disclaimer: 'none' })?.labels.state).toBe('none');
    expect(read({ is_contain_ai_content: true })?.labels.items).toMatchObject([{ kind: 'ai', by: 'author' }]);
    expect(
      read({ is_contain_ai_content: true, creation_disclaimer: 'ai_creation' })?.labels.items,
    ).toHaveLength(1);
    expect(read({ creation_disclaimer: '虚构创作' })?.labels.items).toMatchObject([{ kind: 'fiction' }]);
    expect(read({ creation_disclaimer: 'some_new_code' })?.labels.state).toBe('unknown');
  });

  test('search: objects with marked titles', () => {
    const body = {
      data: [
        {
          type: 'search_result',
          object: {
            ...answer,
            question: { id: '410020030', name: '<em>阳台</em>能种番茄吗？' },
          },
        },
        {
          type: 'hot_timing',
          object: {
            type: 'hot_timing',
            content_items: [
              {
                object: {
                  id: '12',
                  type: 'article',
                  title: '<em>番茄</em>笔记',
                  excerpt: '浇水要透。',
                },
              },
            ],
          },
        },
        {
          type: 'search_result',
          object: { id: 'x', type: 'people', name: '番茄' },
        },
      ],
    };
    expect(
      readAnswer(api('/api/v4/search_v3?q=x'), body)?.map(({ id, title, surface, labels }) => [
        id,
        title,
        surface,
        labels.state,
      ]),
    ).toEqual([
      ['1940000000000000777', '阳台能种番茄吗？', 'search', 'none'],
      ['12', '番茄笔记', 'search', 'unknown'],
    ]);
  });

  test('hot list, web and app form', () => {
    const web = {
      type: 'hot_list_feed',
      target: {
        id: 501,
        type: 'question',
        title: '雨为什么来得早？',
        excerpt: '多地预警。',
        created: 1751354400,
      },
    };
    const app = {
      type: 'hot_list_feed',
      target: {
        title_area: { text: '雨为什么来得早？' },
        excerpt_area: { text: '多地预警。' },
        label_area: { type: 'trend' },
        link: { url: 'https://www.zhihu.com/question/502' },
      },
    };
    const posts = readAnswer(api('/api/v3/feed/topstory/hot-lists/total?limit=50'), { data: [web, app] });
    expect(posts).toMatchObject([
      {
        kind: 'question',
        id: '501',
        surface: 'hot',
        title: '雨为什么来得早？',
        text: '多地预警。',
      },
      {
        kind: 'question',
        id: '502',
        url: 'https://www.zhihu.com/question/502',
        title: '雨为什么来得早？',
        text: '多地预警。',
      },
    ]);
  });

  test('comments with replies', () => {
    const reply = {
      id: '22',
      type: 'comment',
      content: '<p>谢谢</p>',
      author: { member: author },
      created_time: 1751354460,
    };
    const body = {
      data: [
        {
          id: '21',
          type: 'comment',
          content: '盆多大？<img class="sticker">',
          author,
          like_count: 4,
          created_time: 1751354400,
          child_comment_count: 1,
          child_comments: [reply],
        },
      ],
    };
    const posts = readAnswer(api('/api/v4/comment_v5/answers/1940000000000000777/root_comment'), body);
    expect(posts).toMatchObject([
      {
        key: 'zhihu:comment:21',
        url: 'https://www.zhihu.com/answer/1940000000000000777#comment-21',
        text: '盆多大？',
        counts: { like: 4, comment: 1 },
        labels: { state: 'unknown' },
      },
      { key: 'zhihu:comment:22', text: '谢谢', author: { id: 'song-xia' } },
    ]);
  });

  test('ids that the parser rounded come from the address', () => {
    const rounded = JSON.parse(
      '{"type":"answer","id":1936787046304842491,"url":"https://www.zhihu.com/api/v4/answers/1936787046304842491"}',
    );
    expect(readAnswer(api('/api/v4/answers/1'), rounded)?.[0]?.id).toBe('1936787046304842491');
    expect(
      readAnswer(api('/api/v4/answers/1'), {
        type: 'answer',
        id: Number('1936787046304842491'),
      }),
    ).toEqual([]);
  });

  test('other hosts and endpoints are not read', () => {
    expect(readAnswer(new URL('https://example.com/api/v4/answers/1'), answer)).toBeUndefined();
    expect(readAnswer(api('/api/v4/me'), answer)).toBeUndefined();
  });

  test('anything may come back', () => {
    const names = [
      'id',
      'type',
      'data',
      'target',
      'object',
      'content',
      'author',
      'question',
      'endorsements',
      'list',
      'badge',
      'url',
      'constructor',
    ];
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, undefined, 0, 1, 'answer', 'pin', 'constructor', '__proto__', '1', true),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom(...names), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('/api/v4/answers/1', '/api/v3/moments', '/api/v4/comment_v5/pins/1/root_comment'),
        (body, path) => {
          for (const post of readAnswer(api(path), body) ?? []) {
            expect(post.id).toMatch(/^\d+$/);
            expect(URL.canParse(post.url)).toBe(true);
          }
        },
      ),
    );
    expect(
      readAnswer(api('/api/v4/answers/1'), {
        error: { code: 404, message: '资源不存在' },
      }),
    ).toEqual([]);
  });
});

describe('inline state', () => {
  const state = (entities: object) => parseState(JSON.stringify({ initialState: { entities } }));

  test('camel case, keys lead over rounded ids', () => {
    const read = state({
      answers: {
        '1936787046304842491': {
          type: 'answer',
          id: Number('1936787046304842500'),
          createdTime: 1751354400,
          voteupCount: 4,
          content: '<p>好</p>',
          author: { name: '甲', urlToken: 'jia' },
        },
      },
    });
    expect(read.get('1936787046304842491')).toMatchObject({
      text: '好',
      publishedAt: '2025-07-01T07:20:00.000Z',
      counts: { like: 4 },
      author: { id: 'jia' },
      // A whole answer leaves its endorsements out when there are none.
      labels: { field: 'endorsements', items: [] },
    });
  });

  test('labels in camel case', () => {
    const read = state({
      articles: {
        5: {
          type: 'article',
          content: '',
          endorsements: [
            {
              elements: [{ content: '创作声明: 内容包含剧透' }],
              za: { blockText: 'DisclaimerLabel' },
            },
          ],
        },
      },
      pins: { 6: { type: 'pin', isContainAiContent: true } },
      answers: {
        7: {
          type: 'answer',
          content: 'x',
          contentMark: { text: '包含 AI 辅助创作' },
        },
      },
    });
    expect(read.get('5')?.labels).toMatchObject({ field: 'endorsements', items: [{ kind: 'note' }] });
    expect(read.get('6')?.labels).toMatchObject({ field: 'isContainAiContent', items: [{ kind: 'ai' }] });
    expect(read.get('7')?.labels).toMatchObject({ field: 'contentMark', items: [{ kind: 'ai' }] });
  });

  test.each([
    ['truncated', '{"initialState":{"entities":{"answers":{"1":{"ty'],
    ['empty', ''],
    [
      'wrong types',
      '{"initialState":{"entities":{"answers":[1,null],"articles":"x","pins":{"1":7,"a":{}},"questions":{"2":{"title":{},"author":[]}}}}}',
    ],
    ['null', 'null'],
  ])('%s', (_name, json) => {
    expect(() => parseState(json)).not.toThrow();
    expect(parseState(json).get('1')).toBeUndefined();
  });
});

test('placements are no declarations', () => {
  for (const text of [
    '来自专栏 · AI绘画',
    '谢邀 @AI创作者',
    '收录于话题: AIGC',
    '编辑推荐',
    '1 人赞同了该回答',
  ]) {
    expect(isDeclaration(text), text).toBe(false);
  }
  for (const text of [
    '创作声明: 内容包含剧透',
    '包含 AI 辅助创作',
    '虚构创作',
    '包含医疗建议',
    '包含理财内容',
  ]) {
    expect(isDeclaration(text), text).toBe(true);
  }
});

describe('media', () => {
  const mediaOf = (raw: Record<string, unknown>) => readMedia('answer', fieldsOf(raw)).map(({ url }) => url);

  test.each([
    ['a lazy picture', '<img src="data:image/svg+xml;utf8,x" data-actualsrc="https://a.example/1">', 1],
    [
      'the same once more for readers without scripts',
      '<noscript><img src="https://a.example/1"></noscript>',
      1,
    ],
    ['an address with entities', '<img src="https://a.example/1?a=1&amp;b=2">', 1],
    [
      'the cover of a video',
      '<a class="video-box" data-poster="https://a.example/1" href="https://b.example">',
      1,
    ],
    ['a formula', '<img eeimg="1" src="https://www.zhihu.com/equation?tex=a">', 0],
    ['an emoticon', '<img class="sticker" src="https://a.example/1">', 0],
    ['a link', '<a href="https://a.example/1.jpg">', 0],
    ['a script address', '<img src="javascript:alert(1)">', 0],
  ])('%s', (_name, content, count) => {
    expect(mediaOf({ content })).toHaveLength(count);
  });

  test('a cover counts only where the text has no picture', () => {
    const thumbnail = 'https://a.example/cover';
    expect(mediaOf({ content: '<p>x</p>', thumbnail })).toEqual([thumbnail]);
    expect(mediaOf({ content: '<img src="https://a.example/1">', thumbnail })).toEqual([
      'https://a.example/1',
    ]);
  });

  test('anything may stand in the fields', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '<img',
        '<a class="comment_img"',
        ' src="',
        "data-actualsrc='",
        '"',
        '>',
        'https://a.example',
      ),
      fc.string(),
    );
    const html = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(html, fc.jsonValue(), (content, other) => {
        const fields = { content, video: other, attachment: other, thumbnail_info: other, image_area: other };
        for (const url of mediaOf(fields)) expect(url).toMatch(/^https?:\/\//);
        mediaOf({ content: other });
      }),
    );
    const spent = stopwatch();
    for (const flood of ['<img src="', '<a ', 'comment_img ', '<a comment_img ']) {
      mediaOf({ content: flood.repeat(200_000) });
    }
    expect(spent()).toBeLessThan(2_000);
  });
});

describe('removed pages', () => {
  const page = (body: string, title = '') => {
    const html = document.implementation.createHTMLDocument();
    html.title = title;
    html.body.innerHTML = body;
    return isRemoved(html);
  };

  test.each([
    ['an error page', '<div class="ErrorPage"><h1>404</h1></div>', true],
    ['words without a post', '<main>你访问的内容不存在</main>', true],
    ['an error class beside a post', '<div class="ErrorPage"></div><div class="ContentItem">x</div>', false],
    ['a post in another layout', '<a href="//www.zhihu.com/people/a">甲</a><p>那个回答已被删除</p>', false],
    ['a long text in another layout', `<p>页面不存在${'很长的正文'.repeat(200)}</p>`, false],
  ])('%s', (_name, body, expected) => expect(page(body)).toBe(expected));

  test('titles count as a whole', () => {
    expect(page('<div></div>', '404 - 知乎')).toBe(true);
    expect(page('<div></div>', '404 是什么意思？ - 知乎')).toBe(false);
  });
});

test('an advert is left out, a list beside an advert is not', () => {
  const body = {
    ad: { id: 1 },
    data: [{ target: answer }, { type: 'x_ad', object: { ...answer, id: '9' } }],
  };
  expect(readAnswer(api('/api/v3/moments'), body)?.map(({ id }) => id)).toEqual(['1940000000000000777']);
});
