import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashtagsIn } from '@/utils/sites/hashtags';
import { site } from '@/utils/sites/kuaishou';
import { readAnswer } from '@/utils/sites/kuaishou/answers';
import { bridge } from '@/utils/sites/kuaishou/bridge';
import { workIdIn } from '@/utils/sites/kuaishou/fields';
import { postsOfState } from '@/utils/sites/kuaishou/state';
import { statementsIn } from '@/utils/sites/kuaishou/statements';

const WORK = '3xworkaaaa00001';
const GRAPHQL = new URL('https://www.kuaishou.com/graphql');

describe('surfaces', () => {
  test.each([
    ['https://www.kuaishou.com/', 'feed'],
    ['https://www.kuaishou.com/?isHome=1', 'feed'],
    ['https://www.kuaishou.com/brilliant', 'feed'],
    ['https://www.kuaishou.com/new-reco', 'feed'],
    [`https://www.kuaishou.com/short-video/${WORK}?streamSource=find`, 'detail'],
    [`https://www.kuaishou.com/video/${WORK}`, 'detail'],
    ['https://www.kuaishou.com/f/X-abc123', 'detail'],
    ['https://www.kuaishou.com/profile/3xpersonaa00001', 'profile'],
    ['https://www.kuaishou.com/search/video?searchKey=a', 'search'],
    ['https://live.kuaishou.com/u/test_host-01', 'live'],
    [`https://live.kuaishou.com/u/test_host-01/${WORK}`, 'detail'],
    ['https://live.kuaishou.com/profile/test_host-01', 'profile'],
    ['https://live.kuaishou.com/', undefined],
    [`https://m.gifshow.com/fw/photo/${WORK}`, 'detail'],
    [`https://v.m.chenzhongtech.com/fw/long-video/${WORK}?a=1`, 'detail'],
    ['https://m.gifshow.com/fw/live/test_host-01', 'live'],
    ['https://www.kuaishou.com/about', undefined],
  ])('%s is %s', (address, surface) => {
    expect(site.surfaceOf(new URL(address))).toBe(surface);
  });
});

test.each([
  [{ id: WORK }, WORK],
  [{ photoId: '5200000000000000001', share_info: `userId=3xp000001&photoId=${WORK}` }, WORK],
  [{ photoId: '5200000000000000001', coverUrl: `https://c.example/1.jpg?clientCacheKey=${WORK}.jpg` }, WORK],
  [
    {
      photo_id: '5200000000000000001',
      main_mv_urls: [{ url: `https://v.example/1.mp4?a=1&clientCacheKey=${WORK}_b.mp4` }],
    },
    WORK,
  ],
  [{ photoId: '5200000000000000001' }, '5200000000000000001'],
  // A number beyond 2^53 has been rounded: better no id than that of another work.
  [{ photoId: 2 ** 62 }, undefined],
  [{ photoId: 2 ** 62, serverExpTag: 'feed_photo|5200000000000000001|7|x' }, '5200000000000000001'],
  [{ id: 'StreamAaBb1' }, undefined],
])('the id of %j is %s', (item, id) => {
  expect(workIdIn(item)).toBe(id);
});

test.each([
  ['#早上好 #跑步', ['早上好', '跑步']],
  ['##开开心心 好', ['开开心心']],
  ['面包#面包#烘焙，真香', ['面包', '烘焙']],
  ['＃全角 #', ['全角']],
  ['重复 #a #a @某人#b', ['a', 'b']],
  ['没有', []],
])('hashtags of %s', (caption, tags) => {
  expect(hashtagsIn(caption)).toEqual(tags);
});

describe('statements', () => {
  const none = (field: string) => ({ field, items: [] });
  const seen = (field: string, kind: string, text: string, by: string) => ({
    field,
    items: [{ kind, text, by, from: 'state' }],
  });
  test.each([
    ['no field', [{}], undefined],
    ['an empty statement', [{ authorStatement: { content: '', type: 0 } }], none('authorStatement')],
    ['null', [{ authorStatement: null }], none('authorStatement')],
    ['an empty notice', [{ riskTagContent: '' }], none('riskTagContent')],
    ['nothing to declare', [{ authorStatement: { content: '内容无需标注' } }], none('authorStatement')],
    [
      'a declaration',
      [{ authorStatement: { content: '作者声明：含AI生成内容', type: 1 } }],
      seen('authorStatement', 'ai', '作者声明：含AI生成内容', 'author'),
    ],
    [
      'a suspicion',
      [{ authorStatement: { content: '疑似含AI生成内容' } }],
      seen('authorStatement', 'ai', '疑似含AI生成内容', 'platform'),
    ],
    [
      'a notice in the work beside an empty statement',
      [{ riskTagContent: '危险行为，请勿模仿' }, { authorStatement: { content: '' } }],
      seen('riskTagContent · authorStatement', 'risk', '危险行为，请勿模仿', 'platform'),
    ],
    [
      'the same work twice',
      [{ riskTagContent: '危险行为，请勿模仿' }, { riskTagContent: '危险行为，请勿模仿' }],
      seen('riskTagContent', 'risk', '危险行为，请勿模仿', 'platform'),
    ],
  ])('%s', (_name, items, labels) => {
    expect(statementsIn(...(items as Record<string, unknown>[]))).toEqual(labels);
  });
});

describe('state', () => {
  const photo = { id: WORK, caption: '一', timestamp: 1790841600000 };

  test('references of Apollo 2 and 3 lead to work and author, whatever the order', () => {
    const cache = {
      [`VisionVideoDetailPhoto:${WORK}`]: { caption: '一', timestamp: 1790841600000 },
      'VisionVideoDetailAuthor:3xp000001': { id: '3xp000001', name: '甲' },
      '$ROOT_QUERY.feeds.0': {
        author: { __ref: 'VisionVideoDetailAuthor:3xp000001' },
        photo: { type: 'id', id: `VisionVideoDetailPhoto:${WORK}` },
      },
      dangling: { author: { __ref: 'Nothing:1' }, photo: { __ref: 'Nothing:2' } },
    };
    expect(postsOfState('__APOLLO_STATE__', { defaultClient: cache })).toMatchObject([
      { kind: 'video', fields: { text: '一', author: { name: '甲', id: '3xp000001' } } },
    ]);
  });

  test('a work without its author is read too', () => {
    const state = { defaultClient: { [`VisionVideoDetailPhoto:${WORK}`]: photo } };
    expect(postsOfState('__APOLLO_STATE__', state)).toMatchObject([{ id: WORK, fields: { text: '一' } }]);
  });

  test('other rooms of a live page are not read', () => {
    const home = { list: [{ author: { id: 'other', name: '乙' }, watchingCount: '3' }] };
    expect(postsOfState('__INITIAL_STATE__', { home })).toEqual([]);
  });

  test('references that lead in a circle end', () => {
    const cache = { a: { photo: { __ref: 'b' }, author: {} }, b: { photo: { __ref: 'a' }, author: {} } };
    expect(postsOfState('__APOLLO_STATE__', { defaultClient: cache })).toEqual([]);
  });

  test('nothing in the page throws', () => {
    fc.assert(
      fc.property(fc.anything(), (state) => {
        for (const name of ['__APOLLO_STATE__', 'INIT_STATE', '__INITIAL_STATE__']) {
          expect(postsOfState(name, state).length).toBeLessThanOrEqual(2_000);
        }
      }),
    );
    expect([...(bridge.ofPage?.({}) ?? [])]).toEqual([]);
  });
});

describe('answers', () => {
  test.each([
    ['https://www.kuaishou.com/graphql', { data: { visionSearchPhoto: {} } }, 'search'],
    ['https://www.kuaishou.com/graphql', { code: 0, data: { data: { visionVideoDetail: {} } } }, 'detail'],
    ['https://www.kuaishou.com/graphql', { data: { brilliantTypeData: {} } }, 'feed'],
    ['https://www.kuaishou.com/rest/v/profile/feed', {}, 'profile'],
    ['https://apijs.gifshow.com/rest/n/feed/hot', {}, 'feed'],
  ])('%s with %j is of %s', (address, body, surface) => {
    const feed = { author: { id: '3xp000001', name: '甲' }, photo: { id: WORK, caption: '一' } };
    expect(readAnswer(new URL(address), { ...body, feeds: [feed] })).toMatchObject([{ id: WORK, surface }]);
  });

  test('other hosts are not this site', () => {
    expect(readAnswer(new URL('https://kuaishou.com.example/graphql'), {})).toBeUndefined();
  });

  test('whatever an answer holds, it is read without an error', () => {
    fc.assert(fc.property(fc.anything(), (body) => readAnswer(GRAPHQL, body) !== undefined));
    fc.assert(fc.property(fc.string(), (caption) => hashtagsIn(caption).every((tag) => tag.length <= 60)));
  });
});
