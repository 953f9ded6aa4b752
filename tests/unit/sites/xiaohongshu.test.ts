// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseState } from '@/utils/sites/inline-state';
import { site } from '@/utils/sites/xiaohongshu';
import { readAnswer } from '@/utils/sites/xiaohongshu/answers';
import { mediaOf } from '@/utils/sites/xiaohongshu/media';
import { createdAt } from '@/utils/sites/xiaohongshu/note-id';
import { postsOfState, readState } from '@/utils/sites/xiaohongshu/state';

const NOTE = '690f21b30000000003020a01';
const OTHER = '6910d84d0000000004023a02';
const PERSON = '5f0000000000000001000a01';
const COMMENT = '6911a0000000000027010001';
const REPLY = '6911b0000000000027010002';
const API = 'https://edith.xiaohongshu.com/api/sns/web';
const read = (path: string, body: unknown) => readAnswer(new URL(API + path), body);

describe('surfaces', () => {
  test.each([
    ['/explore', 'feed'],
    ['/explore?channel_id=homefeed.food_v3', 'feed'],
    [`/explore/${NOTE}?xsec_token=x`, 'detail'],
    [`/discovery/item/${NOTE}`, 'detail'],
    [`/search_result/${NOTE}?xsec_token=x`, 'detail'],
    [`/user/profile/${PERSON}/${NOTE}`, 'detail'],
    ['/search_result?keyword=%E7%8C%AB', 'search'],
    [`/user/profile/${PERSON}?tab=note`, 'profile'],
    ['/', undefined],
    ['/404?source=x', undefined],
    ['/explore/undefined', undefined],
    ['/notification', undefined],
    ['/user/profile/', undefined],
  ])('%s is %s', (path, surface) => {
    expect(site.surfaceOf(new URL(path, 'https://www.xiaohongshu.com'))).toBe(surface);
  });
});

test('the creation time stands in the first digits of an id', () => {
  expect(createdAt(NOTE)).toBe('2025-11-08T10:55:47.000Z');
  expect(createdAt('00000000000000000000ffff')).toBeUndefined();
  expect(createdAt('short')).toBeUndefined();
});

describe('state', () => {
  test('bare undefined becomes null, the word in a string stays', () => {
    expect(parseState('{"a":undefined,"b":[undefined,1],"c":"is undefined \\" }","d":NaN}')).toEqual({
      a: null,
      b: [null, 1],
      c: 'is undefined " }',
      d: null,
    });
  });

  test('code after the object is left out, references of Vue are opened', () => {
    expect(
      parseState('{"a":{"_value":1,"_rawValue":{"b":"}"}},"c":{"_value":[2]}};(function(){})()'),
    ).toEqual({
      a: { b: '}' },
      c: [2],
    });
  });

  test.each([
    '',
    'null',
    '[1]',
    '{"a":{"b":1}',
    '{"a":"unclosed}',
    '{a:1}',
    'alert(1)',
    `${'{"a":'.repeat(50_000)}`,
  ])('is none when it cannot be read: %.20s', (source) => expect(parseState(source)).toBeUndefined());

  test('the record of a note stands before its card', () => {
    const user = { nickname: '测试', userId: PERSON };
    const posts = postsOfState({
      feed: {
        feeds: [
          {
            id: NOTE,
            noteCard: {
              displayTitle: 'card',
              user,
              interactInfo: { likedCount: '1万' },
            },
          },
        ],
      },
      note: {
        noteDetailMap: {
          [NOTE]: {
            note: {
              noteId: NOTE,
              title: 'note',
              desc: 'text',
              time: 1762599350000,
              user,
            },
          },
        },
      },
      search: { feeds: [{ id: OTHER, noteCard: { user, interactInfo: {} } }] },
      user: {
        notes: [[{ id: OTHER, noteCard: { displayTitle: 'mine', user } }], []],
      },
    });
    expect(posts.map(({ id }) => id)).toEqual([NOTE, NOTE, OTHER, OTHER]);
    expect(posts[0]?.fields).toMatchObject({
      title: 'note',
      text: 'text',
      publishedAt: '2025-11-08T10:55:50.000Z',
    });
    expect(posts[0]?.fields).not.toHaveProperty('labels');
  });

  test.each([null, 1, 'x', [], { note: 3, feed: { feeds: 'x' }, user: { notes: [[null, 7, {}]] } }])(
    'wrong types hold no posts: %j',
    (state) => expect(postsOfState(state)).toEqual([]),
  );

  test('a document without state has none', () => {
    expect(readState(new DOMParser().parseFromString('<script>var a = 1</script>', 'text/html')).size).toBe(
      0,
    );
  });
});

describe('answers', () => {
  const card = {
    display_title: '山里的小站',
    type: 'video',
    user: {
      nick_name: '测试旅人',
      nickname: '测试旅人',
      user_id: PERSON,
      xsec_token: 'T',
    },
    interact_info: {
      liked_count: '1.2万',
      collected_count: '30',
      comment_count: '4',
      shared_count: '5',
    },
  };
  const search = (corner: string, note = card) => {
    const note_card = {
      ...note,
      corner_tag_info: [{ type: 'publish_time', text: corner }],
    };
    return read('/v1/search/notes', {
      code: 0,
      data: { items: [{ id: NOTE, model_type: 'note', note_card }] },
    })?.[0];
  };

  test('a note of a search', () => {
    expect(search('2025-11-08')).toEqual({
      key: `xiaohongshu:note:${NOTE}`,
      site: 'xiaohongshu',
      kind: 'note',
      id: NOTE,
      url: `https://www.xiaohongshu.com/explore/${NOTE}`,
      surface: 'search',
      author: {
        name: '测试旅人',
        id: PERSON,
        url: `https://www.xiaohongshu.com/user/profile/${PERSON}`,
      },
      title: '山里的小站',
      text: '',
      hashtags: [],
      publishedAt: '2025-11-08T10:55:47.000Z',
      counts: { like: 12_000, collect: 30, comment: 4, share: 5 },
      labels: { state: 'unknown', items: [] },
    });
  });

  test.each([
    ['2026-03-01', '2026-02-28T16:00:00.000Z', true],
    ['11-08', '2025-11-08T10:55:47.000Z', undefined],
    ['03-01', '2026-02-28T16:00:00.000Z', true],
    ['3天前', '2025-11-08T10:55:47.000Z', undefined],
    ['编辑于 2026-03-01', '2025-11-08T10:55:47.000Z', undefined],
    ['', '2025-11-08T10:55:47.000Z', undefined],
  ])('the shown date "%s" is read as %s', (shown, publishedAt, publishedApprox) => {
    expect(search(shown)).toMatchObject({
      publishedAt,
      ...(publishedApprox && { publishedApprox }),
    });
    expect(search(shown)?.publishedApprox).toBe(publishedApprox);
  });

  test('related words, adverts and people between the notes are none', () => {
    const items = [
      {
        id: 'x#1762599350',
        model_type: 'rec_query',
        rec_query: { queries: [{ id: '猫', name: '猫' }] },
      },
      { id: 'abc#1', model_type: 'ads', note_card: card },
      { id: NOTE, model_type: 'note', note_card: card },
    ];
    expect(read('/v1/homefeed', { data: { items } })?.map(({ id, surface }) => [id, surface])).toEqual([
      [NOTE, 'feed'],
    ]);
  });

  test('one note with its text, time and tags', () => {
    const note_card = {
      note_id: NOTE,
      title: '云上的猫',
      desc: '画完了。#AI绘画[话题]#',
      time: 1762599350000,
      last_update_time: 1770000000000,
      user: { user_id: PERSON, nickname: '测试画师' },
      interact_info: { liked_count: '7', share_count: '2' },
      tag_list: [{ id: '1', name: 'AI绘画', type: 'topic' }],
    };
    expect(
      read('/v1/feed', {
        data: { items: [{ id: NOTE, note_card }], current_time: 1 },
      }),
    ).toMatchObject([
      {
        surface: 'detail',
        title: '云上的猫',
        publishedAt: '2025-11-08T10:55:50.000Z',
        hashtags: ['AI绘画'],
        counts: { like: 7, share: 2 },
        labels: {
          state: 'seen',
          items: [{ kind: 'ai', by: 'author', from: 'text' }],
        },
      },
    ]);
  });

  test('older shapes of a note, and notes of a person', () => {
    const note = {
      id: NOTE,
      title: 't',
      desc: 'd',
      timestamp: 1762599350,
      user: { userid: 'a0ff', nickname: 'n' },
      liked_count: 3,
    };
    const [first] =
      read('/v1/search/notes', {
        data: { data: { items: [{ model_type: 'note', note }] } },
      }) ?? [];
    expect(first).toMatchObject({
      id: NOTE,
      title: 't',
      text: 'd',
      author: { id: 'a0ff', name: 'n' },
      counts: { like: 3 },
    });
    expect(first?.author).not.toHaveProperty('url');
    const notes = [
      {
        note_id: OTHER,
        display_title: 'x',
        user: card.user,
        interact_info: { liked_count: '1' },
      },
    ];
    expect(read('/v1/user_posted', { data: { notes } })).toMatchObject([{ id: OTHER, surface: 'profile' }]);
  });

  test('comments with replies; stickers have no text', () => {
    const reply = {
      id: REPLY,
      content: '',
      create_time: 1762766848000,
      user_info: { user_id: PERSON, nickname: 'b' },
      target_comment: { id: COMMENT, user_info: {} },
    };
    const comment = {
      id: COMMENT,
      note_id: NOTE,
      content: '好看',
      create_time: 1762762752000,
      ip_location: '上海',
      like_count: '6',
      sub_comment_count: '1',
      user_info: { user_id: PERSON, nickname: 'a', image: '' },
      sub_comments: [reply],
    };
    expect(
      read('/v2/comment/page?note_id=', {
        success: true,
        data: { comments: [comment] },
      }),
    ).toMatchObject([
      {
        key: `xiaohongshu:comment:${COMMENT}`,
        url: `https://www.xiaohongshu.com/explore/${NOTE}#comment-${COMMENT}`,
        surface: 'comments',
        text: '好看',
        publishedAt: '2025-11-10T08:19:12.000Z',
        counts: { like: 6, comment: 1 },
        labels: { state: 'unknown' },
      },
      {
        key: `xiaohongshu:comment:${REPLY}`,
        url: `https://www.xiaohongshu.com/explore/${NOTE}#comment-${REPLY}`,
        text: '',
      },
    ]);
    expect(
      read(`/v2/comment/sub/page?note_id=${OTHER}`, {
        data: { comments: [reply] },
      })?.[0]?.url,
    ).toContain(OTHER);
  });

  test('answers of other sites are not read', () => {
    expect(readAnswer(new URL('https://api.example.com/xiaohongshu'), { items: [] })).toBeUndefined();
    expect(readAnswer(new URL('https://notxiaohongshu.com/'), {})).toBeUndefined();
    expect(readAnswer(new URL('https://www.xiaohongshu.com/api/v1/x'), {})).toEqual([]);
  });

  test.each([
    null,
    'text',
    [[[]]],
    {
      data: {
        items: [null, 3, { id: NOTE }, { id: NOTE, note_card: 'x' }, { id: 5, note_card: card }],
      },
    },
    {
      data: {
        comments: [{ id: COMMENT }, { id: COMMENT, content: 1 }, { content: 'x', user_info: {} }],
      },
    },
  ])('wrong types hold no posts: %j', (body) => expect(read('/v1/homefeed', body)).toEqual([]));

  test('fields of wrong types are left out', () => {
    const note_card = {
      display_title: { a: 1 },
      user: { nickname: [], user_id: null },
      interact_info: { liked_count: {} },
      time: 'x',
      tag_list: [1, { name: {} }],
    };
    expect(read('/v1/feed', { data: { items: [{ id: NOTE, note_card }] } })).toMatchObject([
      {
        title: '',
        author: {},
        counts: {},
        hashtags: [],
        publishedAt: '2025-11-08T10:55:47.000Z',
      },
    ]);
  });

  test('a deep answer ends', () => {
    let body: unknown = {};
    for (let depth = 0; depth < 5_000; depth++) body = { data: body };
    expect(read('/v1/feed', body)).toEqual([]);
  });
});

describe('media', () => {
  test.each([
    [{ imageList: [{ urlDefault: 'http://a.example/1', urlPre: 'http://a.example/0' }] }, ['image']],
    [{ image_list: [{ info_list: [{ image_scene: 'WB_PRV', url: 'http://a.example/0' }] }] }, ['image']],
    [{ cover: { urlDefault: 'http://a.example/1' } }, ['image']],
    [{ cover: 'https://a.example/1' }, ['image']],
    [{ cover: { url: 'https://a.example/0' }, imageList: [{ url: 'https://a.example/1' }] }, ['image']],
    [{ video: { media: { stream: { h265: [{ masterUrl: 'http://a.example/v' }] } } } }, ['video']],
    [{ user: { image: 'https://a.example/avatar' }, cover: { url: '' } }, []],
  ])('%j', (item, types) => {
    const media = mediaOf(item);
    expect(media.map(({ type }) => type)).toEqual(types);
    for (const { url } of media) expect(url).toMatch(/^https:\/\//);
  });

  test('the shown scene leads', () => {
    const scenes = [
      { imageScene: 'WB_PRV', url: 'https://a.example/0' },
      { imageScene: 'WB_DFT', url: 'https://a.example/1' },
    ];
    expect(mediaOf({ imageList: [{ infoList: scenes }] })).toEqual([
      { type: 'image', url: 'https://a.example/1' },
    ]);
  });

  test('anything may stand in the fields', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.webUrl(), (value, url) => {
        const item = {
          image_list: [value, url],
          pictures: value,
          cover: value,
          video: value,
          video_info_v2: value,
        };
        for (const each of mediaOf(item)) expect(each.url).toMatch(/^https:\/\/\S+$/);
      }),
    );
  });
});
