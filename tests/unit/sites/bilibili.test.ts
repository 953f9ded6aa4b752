// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/bilibili';
import { parentUrl } from '@/utils/sites/bilibili/addresses';
import { readAnswer } from '@/utils/sites/bilibili/answers';
import { argueLabels, disputeLabels } from '@/utils/sites/bilibili/argue';
import { bridge } from '@/utils/sites/bilibili/bridge';
import { hashtagsIn, readAuthor, readCounts } from '@/utils/sites/bilibili/fields';
import { postsOf } from '@/utils/sites/bilibili/read-data';
import { chatLineId, timeOfChatLine } from '@/utils/sites/bilibili/read-live';
import { parseObject, readState, roomOfShort } from '@/utils/sites/bilibili/state';
import { aidOf, bvidOf, isBvid, videoIdOfAddress, videoIdOfLink } from '@/utils/sites/bilibili/video-id';

const AID = 2_000_000_000_007_919;
const BVID = 'BV1hTcNKkeyK';
const API = 'https://api.bilibili.com/x/';
const read = (path: string, body: unknown) => readAnswer(new URL(path, API), body);
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('the two ids of a video', () => {
  test('are spellings of one number', () => {
    expect(bvidOf(170001)).toBe('BV17x411w7KC');
    expect(aidOf('BV17x411w7KC')).toBe(170001);
    expect(bvidOf(String(AID))).toBe(BVID);
  });

  test.each([0, -1, 1.5, 2 ** 51, Number.NaN, '', '0', '01', 'av1', '99999999999999999', null, {}])(
    '%j is no av number',
    (value) => expect(bvidOf(value)).toBeUndefined(),
  );

  test.each(['BV1', 'BV27x411w7KC', 'BV17x411w7K0', 'BV1zzzzzzzzz', 'av170001'])(
    '%s stands for none',
    (value) => expect(aidOf(value)).toBeUndefined(),
  );

  test('every number comes back from its code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 51 - 1 }), (aid) => {
        const bvid = bvidOf(aid);
        expect(isBvid(bvid)).toBe(true);
        expect(aidOf(bvid ?? '')).toBe(aid);
      }),
    );
  });
});

describe('links', () => {
  test.each([
    [`//www.bilibili.com/video/${BVID}/?spm_id_from=1`, BVID],
    [`/video/${BVID}`, BVID],
    [`https://www.bilibili.com/video/bv${BVID.slice(2)}?p=2`, BVID],
    [`https://www.bilibili.com/list/1?oid=5&bvid=${BVID}`, BVID],
    [`/video/av${AID}/`, BVID],
    ['https://www.bilibili.com/video/AV170001', 'BV17x411w7KC'],
    ['/bangumi/play/ep900001?from=1', 'ep900001'],
    ['/bangumi/play/ss900002/', 'ss900002'],
    [`/video/${BVID}x`, undefined],
    ['/video/BV17x411w7K0', undefined],
    ['/video/', undefined],
    ['https://live.bilibili.com/1', undefined],
    ['https://cm.bilibili.com/cm/api/fees/pc/sync/v2?msg=1', undefined],
  ])('%s leads to %s', (link, id) => expect(videoIdOfLink(link)).toBe(id));

  test.each([
    [`https://www.bilibili.com/list/ml1?oid=${AID}`, BVID],
    [`https://www.bilibili.com/watchlater/#/av${AID}/p1`, BVID],
    [`https://www.bilibili.com/watchlater/#/${BVID}/p1`, BVID],
    [`https://www.bilibili.com/v/popular/all?oid=${AID}`, undefined],
  ])('%s shows %s', (address, id) => expect(videoIdOfAddress(new URL(address))).toBe(id));

  test('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const id = videoIdOfLink(`/video/${text}`);
        expect(id === undefined || isBvid(id) || /^(ep|ss)\d+$/.test(id)).toBe(true);
      }),
    );
  });
});

describe('surfaces', () => {
  test.each([
    ['https://www.bilibili.com/', 'feed'],
    ['https://www.bilibili.com/?spm_id_from=1', 'feed'],
    [`https://www.bilibili.com/video/${BVID}`, 'detail'],
    ['https://www.bilibili.com/video/av170001', 'detail'],
    ['https://www.bilibili.com/bangumi/play/ss1', 'detail'],
    [`https://www.bilibili.com/list/watchlater?bvid=${BVID}`, 'detail'],
    ['https://www.bilibili.com/opus/900000000000000001', 'detail'],
    ['https://www.bilibili.com/read/cv1', 'detail'],
    ['https://www.bilibili.com/v/popular/rank/all', 'hot'],
    ['https://www.bilibili.com/ranking/all/0/0/3', 'hot'],
    ['https://www.bilibili.com/v/douga/', 'feed'],
    ['https://www.bilibili.com/blackboard/help.html', undefined],
    [`https://m.bilibili.com/video/${BVID}`, 'detail'],
    ['https://m.bilibili.com/space/1', 'profile'],
    ['https://search.bilibili.com/all?keyword=1', 'search'],
    ['https://t.bilibili.com/', 'feed'],
    ['https://t.bilibili.com/900000000000000001', 'detail'],
    ['https://space.bilibili.com/1/dynamic', 'profile'],
    ['https://space.bilibili.com/', undefined],
    ['https://live.bilibili.com/12?a=1', 'live'],
    ['https://live.bilibili.com/blanc/12', 'live'],
    ['https://live.bilibili.com/p/eden/area-tags', 'feed'],
  ])('%s is %s', (address, surface) => expect(site.surfaceOf(new URL(address))).toBe(surface));
});

describe('labels', () => {
  const label = (text: string) => argueLabels({ argue_info: { argue_msg: text, argue_type: 0 } });

  test.each([
    ['作者声明：该视频使用人工智能合成技术', 'ai', 'author'],
    ['含AI生成内容', 'ai', 'author'],
    ['该内容疑似使用AI技术合成，请谨慎甄别', 'ai', 'platform'],
    ['含虚构演绎内容', 'fiction', 'author'],
    ['内容含营销信息', 'ad', 'author'],
    ['个人观点，仅供参考', 'opinion', 'author'],
    ['视频内含有危险行为，请勿轻易模仿', 'risk', 'platform'],
    ['作者声明：视频内含有危险行为，请勿轻易模仿', 'risk', 'author'],
    ['请理性适度消费', 'risk', 'platform'],
  ])('%s is %s by the %s', (text, kind, by) =>
    expect(label(text)).toEqual({
      field: 'argue_info.argue_msg',
      items: [{ kind, text, by, from: 'state' }],
    }),
  );

  test('an empty field proves that there is none, a missing one nothing', () => {
    expect(label('')).toEqual({ field: 'argue_info.argue_msg', items: [] });
    expect(argueLabels({ stat: { argue_msg: '' } })).toEqual({ field: 'stat.argue_msg', items: [] });
    expect(argueLabels({ argue_info: { argue_msg: '' }, stat: { argue_msg: '' } })?.field).toBe(
      'argue_info.argue_msg · stat.argue_msg',
    );
    expect(argueLabels({ stat: { view: 1, evaluation: '' } })).toBeUndefined();
    expect(argueLabels({ argue_info: null, stat: null })).toBeUndefined();
    expect(argueLabels({ argue_info: { argue_msg: null } })).toBeUndefined();
    expect(label('内容无需标注')?.items).toEqual([]);
    expect(disputeLabels({})).toBeUndefined();
    expect(disputeLabels({ module_dispute: null })).toBeUndefined();
    expect(disputeLabels({ module_dispute: { title: '该动态内容存在争议' } })).toMatchObject({
      field: 'module_dispute',
      items: [{ kind: 'risk' }],
    });
  });

  test('categories, honours and marks of the upload form are none', () => {
    const body = {
      data: {
        aid: AID,
        bvid: BVID,
        title: '歌',
        owner: { mid: 1, name: '作者' },
        tname_v2: 'AI音乐',
        honor_reply: { honor: [{ desc: '全站排行榜' }] },
        neutral_mark: { marks: ['含AI生成内容'] },
      },
    };
    expect(read('web-interface/view', body)).toMatchObject([{ labels: { state: 'unknown' }, hashtags: [] }]);
  });
});

describe('answers', () => {
  test('only of the hosts of this site', () => {
    expect(readAnswer(new URL('https://api.example.com/x/bilibili.com'), {})).toBeUndefined();
    expect(readAnswer(new URL('https://notbilibili.com/'), {})).toBeUndefined();
    expect(readAnswer(new URL('https://app.biliapi.net/x/v2/view'), {})).toEqual([]);
  });

  test('an app feed: videos by number, adverts left out', () => {
    const item = {
      card_goto: 'av',
      goto: 'av',
      param: String(AID),
      title: '应用里的视频',
      cover: 'http://i0.hdslb.com/a.jpg',
    };
    const items = [
      { ...item, args: { up_id: 7, up_name: '作者' } },
      { ...item, card_goto: 'ad_av', param: '170001', ad_info: { creative_id: 1 } },
    ];
    expect(
      readAnswer(new URL('https://app.bilibili.com/x/v2/feed/index'), { data: { items } }),
    ).toMatchObject([{ id: BVID, surface: 'feed', author: { name: '作者', id: '7' } }]);
  });

  test('favourites and history name videos in their own ways', () => {
    const medias = [
      {
        id: AID,
        type: 2,
        title: '收藏',
        upper: { mid: 1, name: '甲' },
        cnt_info: { play: 9, collect: 2 },
        pubtime: 1763000000,
      },
    ];
    expect(read('v3/fav/resource/list', { data: { medias } })).toMatchObject([
      {
        id: BVID,
        surface: 'profile',
        counts: { view: 9, collect: 2 },
        publishedAt: '2025-11-13T02:13:20.000Z',
      },
    ]);
    const list = [
      {
        title: '看过',
        cover: 'x',
        history: { oid: AID, bvid: BVID, business: 'archive' },
        author_name: '甲',
        author_mid: 1,
      },
    ];
    expect(read('web-interface/history/cursor', { data: { list } })).toMatchObject([
      { id: BVID, author: { name: '甲', id: '1' } },
    ]);
  });

  test('one dynamic of which only a rounded number is left is told by its address', () => {
    const modules = { module_author: { mid: 1, name: '甲' } };
    const item = { id: 9e17, basic: { jump_url: '//t.bilibili.com/900000000000000007' }, modules };
    expect(postsOf([item]).map(({ id }) => id)).toEqual(['900000000000000007']);
    expect(postsOf([{ id: 2 ** 60, modules }])).toEqual([]);
  });

  test.each([
    ['1', String(AID), `https://www.bilibili.com/video/${BVID}`],
    [12, '5', 'https://www.bilibili.com/read/cv5'],
    [17, '900000000000000001', 'https://t.bilibili.com/900000000000000001'],
    [11, '7', 'https://h.bilibili.com/7'],
    [33, '7', 'https://www.bilibili.com'],
    [undefined, undefined, 'https://www.bilibili.com'],
  ])('comments of type %s stand under their post', (type, oid, url) =>
    expect(parentUrl(type, oid)).toBe(url),
  );

  test.each([
    null,
    'text',
    [[[]]],
    { data: { list: [null, 3, { aid: 1 }, { title: 'x' }, { aid: 'x', title: 'y', pic: 1 }] } },
    { replies: [{ rpid: 0, content: { message: 'x' } }, { rpid: 'x', message: 'y' }, { rpid: 5 }] },
    { id_str: '12', modules: [] },
    { id_str: 'x', modules: { module_author: {} } },
    { room_info: { room_id: 1 }, anchor_info: null },
    { cmd: 'DANMU_MSG', info: [] },
    { cmd: 'DANMU_MSG', info: 'x' },
  ])('wrong types hold no posts: %j', (body) => expect(read('x', body)).toEqual([]));

  test('anything is read without an error, and into ids of the known forms', () => {
    const value = fc.oneof(
      fc.constant(AID),
      fc.constant(BVID),
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.object(),
    );
    const names =
      'aid bvid title owner stat pic argue_info rpid content modules id_str cid long_title season_id room_id uid uname text timeline keyword show_name card desc'.split(
        ' ',
      );
    const item = fc.dictionary(fc.constantFrom(...names), value);
    fc.assert(
      fc.property(fc.array(item), (items) => {
        for (const { id, url } of read('x', { data: items }) ?? []) {
          expect(id).not.toBe('');
          expect(URL.canParse(url)).toBe(true);
        }
      }),
    );
  });
});

describe('fields', () => {
  test('hidden numbers are no counts', () => {
    expect(readCounts({ view: ['--', -1], like: ['1.2万'], share: [undefined, 0] })).toEqual({
      like: 12_000,
      share: 0,
    });
  });

  test('a verification of type -1 is none', () => {
    expect(readAuthor({ mid: 1, uname: '甲', official_verify: { type: -1, desc: 'x' } })).toEqual({
      name: '甲',
      id: '1',
      url: 'https://space.bilibili.com/1',
    });
    expect(readAuthor({ mid: 0, name: '' })).toBeUndefined();
  });

  test('topics end with the mark that begins them', () => {
    expect(hashtagsIn('#甲##乙# 丙 #丁')).toEqual(['甲', '乙']);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(hashtagsIn(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a chat line has its time in its id', () => {
    const id = chatLineId('2026-11-11T12:28:20.000Z', '1', 'x');
    expect(timeOfChatLine(id)).toBe('2026-11-11T12:28:20.000Z');
    expect(chatLineId('2026-11-11T12:28:20.000Z', '1', 'x')).toBe(id);
    expect(chatLineId('2026-11-11T12:28:20.000Z', '2', 'x')).not.toBe(id);
    expect(timeOfChatLine(chatLineId(undefined, '1', 'x'))).toBeUndefined();
  });
});

describe('state', () => {
  test('code behind the object is left out', () => {
    expect(parseObject('{"a":";(function"};(function(){}());')).toEqual({ a: ';(function' });
    expect(parseObject('{"a":1};')).toEqual({ a: 1 });
    expect(parseObject('{a:1}')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (source) => void parseObject(source)));
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseObject(`${json};(function(){}())`)).toEqual(JSON.parse(json));
      }),
    );
  });

  test('short numbers of rooms lead to the room', () => {
    const document = page(
      '<script>window.__NEPTUNE_IS_MY_WAIFU__={"roomInitRes":{"data":{"room_id":900200,"short_id":12}}}</script>',
    );
    expect(roomOfShort(document, '12')).toBe('900200');
    expect(roomOfShort(document, '900200')).toBeUndefined();
  });

  test('pages without state, or with one that cannot be read, have none', () => {
    expect(readState(page('<p>x')).size).toBe(0);
    expect(readState(page('<script>window.__INITIAL_STATE__={broken</script>')).size).toBe(0);
  });
});

describe('bridge', () => {
  test('the page’s objects of any form are read without an error', () => {
    expect([...(bridge.ofPage?.({}) ?? [])]).toEqual([]);
    expect([
      ...(bridge.ofPage?.({ __INITIAL_STATE__: { videoData: { aid: AID, title: 'x', pic: '' } } }) ?? []),
    ]).toEqual([{ kind: 'video', id: BVID, fields: { title: 'x', counts: {} } }]);
  });

  test('a reply does not take the number of the comment around it', () => {
    const body = page('<bili-comment-reply-renderer><div></div></bili-comment-reply-renderer>').querySelector(
      'div',
    );
    expect(body && bridge.ofElement?.(body)).toBeUndefined();
  });
});
