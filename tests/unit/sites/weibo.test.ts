// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/weibo';
import { readAnswer } from '@/utils/sites/weibo/answers';
import { bridge } from '@/utils/sites/weibo/bridge';
import { labelsOfStatus } from '@/utils/sites/weibo/labels';
import { mblogidOfMid, midOf, midOfMblogid, postUrl, topicWords } from '@/utils/sites/weibo/mid';
import { readStatus } from '@/utils/sites/weibo/read-data';
import { parseRenderData, readState } from '@/utils/sites/weibo/state';
import { textOfStatus, topicsOfStatus } from '@/utils/sites/weibo/text';

const MID = '5100000000000001';
const MBLOGID = 'P00000001';
const UID = '9900000001';
const status = {
  idstr: MID,
  mblogid: MBLOGID,
  text_raw: '湖',
  created_at: 'Wed May 22 10:11:12 +0800 2024',
  user: { idstr: UID, screen_name: '云边画室' },
  reposts_count: 1,
};
const titled = (title: unknown) => [{ content_auth_info: { content_auth_title: title } }];
const read = (path: string, body: unknown) => readAnswer(new URL(path, 'https://weibo.com'), body);
const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('surfaces', () => {
  test.each([
    ['https://weibo.com/', 'feed'],
    ['https://www.weibo.com/mygroups?gid=1', 'feed'],
    ['https://weibo.com/hot/weibo/102803', 'feed'],
    ['https://weibo.com/newlogin?tabtype=weibo', 'feed'],
    ['https://weibo.com/hot/search', 'hot'],
    ['https://weibo.com/hot/entertainment', 'hot'],
    [`https://weibo.com/${UID}/${MBLOGID}`, 'detail'],
    [`https://weibo.com/${UID}/${MBLOGID}?refer_flag=1#comment`, 'detail'],
    [`https://weibo.com/detail/${MID}`, 'detail'],
    [`https://weibo.com/u/${UID}?tabtype=feed`, 'profile'],
    [`https://weibo.com/${UID}`, 'profile'],
    ['https://weibo.com/n/%E4%BA%91%E8%BE%B9', 'profile'],
    ['https://weibo.com/lakepainter', 'profile'],
    [`https://weibo.com/u/page/follow/${UID}`, undefined],
    [`https://weibo.com/${UID}/follow`, undefined],
    ['https://weibo.com/tv/show/1034:5', undefined],
    ['https://weibo.com/ttarticle/p/show?id=1', undefined],
    ['https://weibo.com/login.php', undefined],
    ['https://s.weibo.com/weibo?q=a', 'search'],
    ['https://s.weibo.com/realtime?q=a', 'search'],
    ['https://s.weibo.com/top/summary?cate=realtimehot', 'hot'],
    ['https://s.weibo.com/user?q=a', undefined],
    [`https://m.weibo.cn/detail/${MID}`, 'detail'],
    [`https://m.weibo.cn/status/${MBLOGID}`, 'detail'],
    [`https://m.weibo.cn/${UID}/${MID}`, 'detail'],
    [`https://m.weibo.cn/u/${UID}`, 'profile'],
    ['https://m.weibo.cn/search?containerid=100103', 'search'],
    ['https://m.weibo.cn/', 'feed'],
    ['https://m.weibo.cn/message', undefined],
    [`https://weibo.cn/comment/${MBLOGID}?uid=1`, 'detail'],
    [`https://weibo.cn/comment/hot/${MBLOGID}`, 'detail'],
    [`https://weibo.cn/u/${UID}?page=2`, 'profile'],
    [`https://weibo.cn/${UID}/profile?starttime=20200101`, 'profile'],
    ['https://weibo.cn/lakepainter', 'profile'],
    ['https://weibo.cn/search/mblog?keyword=a', 'search'],
    ['https://weibo.cn/', 'feed'],
    [`https://weibo.cn/${UID}/info`, undefined],
    [`https://weibo.cn/${UID}/follow`, undefined],
    ['https://weibo.cn/msg/?tf=5_010', undefined],
    [`https://weibo.cn/mblog/picAll/${MBLOGID}`, undefined],
  ])('%s is %s', (address, surface) => {
    expect(site.surfaceOf(new URL(address))).toBe(surface);
  });
});

describe('ids', () => {
  test.each([
    ['5100000000000001', 'P00000001'],
    ['5100000010000005', 'P00010005'],
    ['5100012345678906', 'P00jUnPlg'],
    ['4999999999999999', 'NFXsjFXsj'],
    ['6212345678901234', '105banBlCi'],
  ])('%s is %s', (mid, mblogid) => {
    expect(mblogidOfMid(mid)).toBe(mblogid);
    expect(midOfMblogid(mblogid)).toBe(mid);
  });

  test.each(['', 'abc', 'P0000000!', '0P0000001', 'PZZZZZZZZ', 'a'.repeat(12), 'ｐ00000001', '../../../x'])(
    '"%s" is no mblogid',
    (text) => expect(midOfMblogid(text)).toBeUndefined(),
  );

  test.each(['', '12', '0510000000000001', '51000000000000010000', '5100000000000001x', '-5100000000000001'])(
    '"%s" is no mid',
    (text) => expect(mblogidOfMid(text)).toBeUndefined(),
  );

  test('both forms lead to one mid', () => {
    expect(midOf(MID)).toBe(MID);
    expect(midOf(MBLOGID)).toBe(MID);
    expect(midOf(undefined)).toBeUndefined();
  });

  test('every mid comes back from its mblogid', () => {
    const mids = fc.bigInt({ min: 10n ** 11n, max: 10n ** 19n - 1n }).map(String);
    fc.assert(
      fc.property(mids, (mid) => {
        expect(midOfMblogid(mblogidOfMid(mid) ?? '')).toBe(mid);
      }),
    );
  });

  test('any text is an id or none, and an id comes back', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-zA-Z]{1,20}$/));
    fc.assert(
      fc.property(texts, (text) => {
        const mid = midOfMblogid(text);
        if (mid === undefined) return;
        expect(mblogidOfMid(mid)).toBe(text);
      }),
    );
  });

  test('permalinks', () => {
    expect(postUrl(MID, UID)).toBe(`https://weibo.com/${UID}/${MBLOGID}`);
    expect(postUrl(MID, undefined)).toBe(`https://weibo.com/detail/${MID}`);
    expect(topicWords(' #湖边# ')).toBe('湖边');
  });
});

describe('labels of the data', () => {
  const platform = { by: 'platform', from: 'state' };
  const read = (field: string, ...items: unknown[]) => ({ field, items });
  test.each<[string, Record<string, unknown>, unknown]>([
    ['an absent list proves nothing', {}, undefined],
    ['an absent list beside content_auth proves nothing', { content_auth: 0 }, undefined],
    ['null is no list', { content_auth_list: null }, undefined],
    ['an empty list is none', { content_auth_list: [] }, read('content_auth_list')],
    ['nothing to declare is none', { content_auth_list: titled('内容无需标注') }, read('content_auth_list')],
    ['an honour is neither', { content_auth_list: titled('优质原创') }, undefined],
    ['a title of a wrong type', { content_auth_list: titled(7) }, undefined],
    [
      'declared by the author',
      { content_auth_list: titled('含AI生成内容') },
      read('content_auth_list', { kind: 'ai', text: '含AI生成内容', by: 'author', from: 'state' }),
    ],
    [
      'suspected by the platform',
      { content_auth_list: titled('疑似使用了AI生成技术') },
      read('content_auth_list', { kind: 'ai', text: '疑似使用了AI生成技术', ...platform }),
    ],
    [
      'the form of the app',
      { content_auth_info: { content_auth_title: '广告' } },
      read('content_auth_info', { kind: 'ad', text: '广告', ...platform }),
    ],
    [
      'a promoted post, told twice',
      { promotion: { type: 'ad', recommend: '热推' }, mblogtypename: '热推', content_auth_list: [] },
      read('content_auth_list · promotion · mblogtypename', { kind: 'ad', text: '热推', ...platform }),
    ],
    ['a type that is no advert', { mblogtypename: '原创' }, undefined],
  ])('%s', (_name, fields, labels) => expect(labelsOfStatus(fields)).toEqual(labels));
});

describe('text', () => {
  test.each<[Record<string, unknown>, string]>([
    [{ text_raw: '甲\n乙\u200b' }, '甲\n乙'],
    [{ text_raw: '1 < 2 &amp; 3 > 2' }, '1 < 2 & 3 > 2'],
    [
      { text_raw: '见 http://t.cn/A', url_struct: [{ short_url: 'http://t.cn/A', url_title: '网页$&链接' }] },
      '见 网页$&链接',
    ],
    [{ text_raw: 'a', url_struct: [{ short_url: 'a', url_title: 'b' }, null] }, 'a'],
    [{ text: '甲<br />乙 <a href="x">@丙</a>' }, '甲\n乙 @丙'],
    [{ text: '甲...<a href="/status/1">全文</a>' }, '甲...'],
    [{ text: '短...', longText: { longTextContent: '长\n文' }, text_raw: '短' }, '长\n文'],
    [{ longText: { longTextContent: '' }, text_raw: '短' }, '短'],
    [{ text: 7 }, '7'],
    [{}, ''],
  ])('%j', (item, text) => expect(textOfStatus(item)).toBe(text));

  test('topics', () => {
    expect(topicsOfStatus({}, '#一# x #二 三# #')).toEqual(['一', '二 三']);
    expect(topicsOfStatus({ topic_struct: [{ topic_title: '甲' }, {}, 3] }, '#乙#')).toEqual(['甲']);
    expect(topicsOfStatus({ topic_struct: [] }, 'C# 和 F# 和')).toEqual([]);
  });
});

describe('a status of the data', () => {
  test.each<[string, Record<string, unknown>]>([
    ['id as a safe number', { id: 5100000000000001 }],
    ['mid', { mid: MID }],
    ['mblogid alone', { mblogid: MBLOGID }],
    ['bid alone', { bid: MBLOGID }],
    ['a rounded number beside the mblogid', { id: 51000000000000010, mblogid: MBLOGID }],
  ])('%s', (_name, ids) => {
    const { idstr: _, mblogid: __, ...rest } = status;
    expect(readStatus({ ...rest, ...ids })).toMatchObject({
      id: MID,
      url: `https://weibo.com/${UID}/${MBLOGID}`,
    });
  });

  test.each<[string, Record<string, unknown>]>([
    ['no author', { ...status, user: null }],
    ['no text', { ...status, text_raw: undefined, text: undefined, idstr: 'x', mblogid: 'x' }],
    ['a comment', { ...status, rootid: 1 }],
    ['a person', { idstr: UID, screen_name: 'x', statuses_count: 3 }],
    ['no id', { ...status, idstr: '', mblogid: '' }],
  ])('%s is none', (_name, item) => expect(readStatus(item)).toBeUndefined());

  test('times of the touch site need their year', () => {
    const at = (created_at: string) => readStatus({ ...status, created_at })?.fields;
    expect(at('2019-05-20')).toMatchObject({
      publishedAt: '2019-05-19T16:00:00.000Z',
      publishedApprox: true,
    });
    expect(at('05-20')).not.toHaveProperty('publishedAt');
    expect(at('5分钟前')).not.toHaveProperty('publishedAt');
  });
});

describe('inline state of the touch site', () => {
  const script = (json: string) => page(`<script>var a = 1; var $render_data = ${json}[0] || {};</script>`);

  test('the status and the one it passes on', () => {
    const inner = { ...status, idstr: '5100000000000003', mblogid: 'P00000003', content_auth_list: [] };
    const document = script(JSON.stringify([{ status: { ...status, retweeted_status: inner } }]));
    const state = readState(document);
    expect([...state.keys()]).toEqual([MID, '5100000000000003']);
    expect(state.get(MID)).not.toHaveProperty('labels');
    expect(state.get('5100000000000003')).toMatchObject({
      labels: { field: 'content_auth_list', items: [] },
    });
    expect(readState(document)).toBe(state);
  });

  test.each(['[', '[{"a":"]"', '{}', '[x]', '[{"status": 3}]', '["\\'])('%s holds none', (json) => {
    expect(readState(script(json)).size).toBe(0);
  });

  test('what follows the array is left out, whatever stands in strings', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.string(), (value, rest) => {
        const json = JSON.stringify(value);
        expect(JSON.stringify(parseRenderData(`${json}[0] || {}${rest}`))).toBe(json);
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        parseRenderData(text);
      }),
    );
  });
});

describe('removed', () => {
  const removed = (html: string, path = `/${UID}/${MBLOGID}`) => {
    const { removed: test } = site;
    return typeof test === 'function' && test(page(html), new URL(path, 'https://weibo.com'));
  };
  test.each([
    ['<p class="h5-4con">微博不存在或暂无查看权限!</p>', true],
    ['<div>抱歉，此微博已被作者删除。查看帮助</div>', true],
    ['<div>该内容不存在</div>', true],
    ['<article></article><div>抱歉，此微博已被作者删除</div>', false],
    ['<div><a>此微博已被删除的传言</a></div>', false],
    ['<script>var t = "此微博已被作者删除"</script>', false],
    ['<div>加载中</div>', false],
    ['', false],
  ])('%s', (html, expected) => expect(removed(html)).toBe(expected));

  test('only on the page of one post', () => {
    expect(removed('<div>该内容不存在</div>', '/')).toBe(false);
  });
});

describe('bridge', () => {
  const behind = (html: string, value: unknown) => {
    const element = page(html).body.firstElementChild as Element;
    Object.assign(element, { __vue__: { _props: value } });
    return bridge.ofElement?.(element);
  };
  const inner = { ...status, idstr: '5100000000000003', mblogid: 'P00000003' };

  test.each<[string, string, unknown, string | undefined]>([
    ['an item', '<article></article>', { data: { ...status, retweeted_status: inner } }, MID],
    [
      'the post it passes on',
      '<div class="retweet"></div>',
      { data: { ...status, retweeted_status: inner } },
      inner.idstr,
    ],
    ['a part with its own data', '<div class="retweet"></div>', { data: inner }, inner.idstr],
    ['a card', '<div></div>', { card: { mblog: status } }, MID],
    ['a list', '<div></div>', { data: [status] }, undefined],
    ['nothing', '<div></div>', {}, undefined],
  ])('%s', (_name, html, value, id) => expect(behind(html, value)?.id).toBe(id));
});

describe('answers', () => {
  test('other hosts are not read', () => {
    expect(readAnswer(new URL('https://example.com/ajax/statuses/show'), status)).toBeUndefined();
    expect(readAnswer(new URL('https://notweibo.com/'), status)).toBeUndefined();
    expect(readAnswer(new URL('https://api.weibo.cn/2/statuses/show'), status)).toHaveLength(1);
  });

  test.each([
    [`/ajax/statuses/show?id=${MBLOGID}`, 'detail'],
    ['/ajax/feed/hottimeline', 'feed'],
    [`/ajax/statuses/mymblog?uid=${UID}`, 'profile'],
    [`/ajax/statuses/searchProfile?uid=${UID}`, 'profile'],
    [`https://m.weibo.cn/api/container/getIndex?containerid=107603${UID}`, 'profile'],
    ['https://m.weibo.cn/api/container/getIndex?containerid=100103type%3D1', 'search'],
    ['https://m.weibo.cn/api/container/getIndex?containerid=102803', 'feed'],
  ])('%s is of %s', (path, surface) => {
    expect(read(path, { data: { cards: [{ mblog: status }] } })).toMatchObject([{ id: MID, surface }]);
  });

  test('replies name their post only in the data', () => {
    const reply = { id: 5100000000000102, rootid: 5100000000000101, text: 'x', user: { id: 9900000012 } };
    const replies = (path: string) => read(path, { data: [reply] })?.[0]?.url;
    expect(replies(`/ajax/statuses/buildComments?id=5100000000000101&fetch_level=1`)).toBe(
      'https://weibo.com#comment-5100000000000102',
    );
    expect(replies(`/ajax/statuses/buildComments?id=${MID}`)).toBe(
      `https://weibo.com/detail/${MID}#comment-5100000000000102`,
    );
  });

  test('the rest of a long text is only read where a request names its post', () => {
    const body = { data: { longTextContent: '长文' } };
    expect(read(`/ajax/statuses/longtext?id=${MBLOGID}`, body)).toMatchObject([{ id: MID, text: '长文' }]);
    expect(read(`https://m.weibo.cn/statuses/extend?id=${MID}`, body)).toMatchObject([{ id: MID }]);
    expect(read('/ajax/statuses/longtext', body)).toEqual([]);
    expect(read(`/ajax/statuses/show?id=${MID}`, body)).toEqual([]);
  });

  test('wrong types never throw', () => {
    const keys = [
      'idstr',
      'mblogid',
      'text',
      'text_raw',
      'user',
      'rootid',
      'created_at',
      'pic_infos',
      'pic_ids',
    ];
    const more = [
      'content_auth_list',
      'retweeted_status',
      'page_info',
      'word',
      'num',
      'url_struct',
      'topic_struct',
    ];
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(MID, MBLOGID, '#a#', status, [status]));
    const item = fc.dictionary(fc.constantFrom(...keys, ...more, 'mblogtype', 'comments', 'longText'), value);
    fc.assert(
      fc.property(fc.array(item, { maxLength: 5 }), (items) => {
        for (const { id, kind, url } of read(`/ajax/statuses/longtext?id=${MID}`, items) ?? []) {
          expect(id).not.toBe('');
          if (kind !== 'topic') expect(id).toMatch(/^\d+$/);
          expect(URL.canParse(url)).toBe(true);
        }
      }),
    );
  });
});
