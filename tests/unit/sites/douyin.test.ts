import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { liveIdOf, surfaceOf, workIdInAddress, workUrl } from '@/utils/sites/douyin/addresses';
import { readAnswer } from '@/utils/sites/douyin/answers';
import { declaredLabels } from '@/utils/sites/douyin/declared';
import { mediaOf, readAuthor } from '@/utils/sites/douyin/fields';
import { readItem } from '@/utils/sites/douyin/read-data';
import { parseEncoded, parseFlight } from '@/utils/sites/douyin/state';

const WORK = '7600000000000000001';
const OTHER = '7600000000000000002';
const EMPTY = { content: '', type: 0, warn: false };

describe('addresses', () => {
  test.each([
    ['https://www.douyin.com/', 'feed'],
    ['https://www.douyin.com/?recommend=1', 'feed'],
    ['https://www.douyin.com/jingxuan', 'feed'],
    ['https://www.douyin.com/channel/300201', 'feed'],
    ['https://www.douyin.com/hot/2000001', 'feed'],
    [`https://www.douyin.com/?recommend=1&modal_id=${WORK}`, 'detail'],
    [`https://www.douyin.com/user/self?modal_id=${WORK}&showTab=like`, 'detail'],
    ['https://www.douyin.com/?modal_id=', 'feed'],
    [`https://www.douyin.com/video/${WORK}`, 'detail'],
    [`https://www.douyin.com/note/${WORK}/?x=1`, 'detail'],
    ['https://www.douyin.com/video/', undefined],
    ['https://www.douyin.com/search/%E7%A4%BA%E4%BE%8B?type=video', 'search'],
    ['https://www.douyin.com/root/search/x?type=live', 'search'],
    ['https://www.douyin.com/jingxuan/search/x', 'search'],
    ['https://www.douyin.com/user/MS4wLjABAAAAexample-author_1', 'profile'],
    ['https://www.douyin.com/root/live/700000000001', 'live'],
    ['https://www.douyin.com/follow/live/700000000001', 'live'],
    ['https://live.douyin.com/700000000001?enter_from=x', 'live'],
    ['https://live.douyin.com/example_room1', 'live'],
    ['https://live.douyin.com/', undefined],
    ['https://live.douyin.com/categorynew/4_103', undefined],
    [`https://www.iesdouyin.com/share/video/${WORK}/?region=CN`, 'detail'],
    [`https://www.iesdouyin.com/share/note/${WORK}`, 'detail'],
    ['https://www.iesdouyin.com/share/user/MS4wLjABAAAAexample', undefined],
    ['https://www.douyin.com/aboutus', undefined],
  ])('%s is %s', (address, surface) => {
    expect(surfaceOf(new URL(address))).toBe(surface);
  });

  test.each([
    [`https://www.douyin.com/video/${WORK}?modal_id=${OTHER}`, OTHER],
    [`https://www.douyin.com/note/${WORK}`, WORK],
    [`https://www.iesdouyin.com/share/slides/${WORK}/`, WORK],
    ['https://www.douyin.com/video/123', undefined],
    [`https://www.douyin.com/video/${WORK}0000000`, undefined],
  ])('the work of %s is %s', (address, id) => {
    expect(workIdInAddress(new URL(address))).toBe(id);
  });

  test('a work is found again in its own address', () => {
    const ids = fc.stringMatching(/^[1-9]\d{14,21}$/);
    fc.assert(
      fc.property(ids, fc.boolean(), (id, pictures) => {
        const address = new URL(workUrl(id, pictures));
        expect([surfaceOf(address), workIdInAddress(address)]).toEqual(['detail', id]);
      }),
    );
  });

  test('no address is too odd', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (address) => {
        const url = new URL(address);
        expect([surfaceOf(url), workIdInAddress(url), liveIdOf(url)]).toHaveLength(3);
      }),
    );
  });
});

describe('declared labels', () => {
  const state = { from: 'state' };
  const read = (field: string, ...items: unknown[]) => ({ field, items });
  test.each([
    [{}, undefined],
    [{ risk_infos: null }, undefined],
    [{ risk_infos: {} }, undefined],
    [{ risk_infos: { content: null, type: 0 } }, undefined],
    [{ risk_infos: EMPTY }, read('risk_infos')],
    [{ riskInfos: EMPTY }, read('riskInfos')],
    [{ risk_infos: { content: '', type: 56, warn: true } }, undefined],
    [{ aigc_info: null, item_aigc_follow_shot: 1 }, undefined],
    [{ aigc_info: { aigc_label_type: 1 }, risk_infos: EMPTY }, read('risk_infos')],
    [{ risk_infos: { content: '无需添加自主声明', type: 0 } }, read('risk_infos')],
    [
      { risk_infos: { content: ' 作者声明：内容由AI生成 ', type: 44, warn: true } },
      read('risk_infos', { kind: 'ai', text: '作者声明：内容由AI生成', by: 'author', ...state }),
    ],
    [
      { riskInfos: { content: '疑似使用了AI生成技术，请谨慎甄别', type: 1 } },
      read('riskInfos', { kind: 'ai', text: '疑似使用了AI生成技术，请谨慎甄别', by: 'platform', ...state }),
    ],
    [
      { risk_infos: { content: '作者声明：内容可能引人不适', type: 1 } },
      read('risk_infos', { kind: 'risk', text: '作者声明：内容可能引人不适', by: 'author', ...state }),
    ],
    [
      { risk_infos: { content: '内容含营销推广信息', type: 1 } },
      read('risk_infos', { kind: 'ad', text: '内容含营销推广信息', by: 'author', ...state }),
    ],
    [
      { risk_infos: EMPTY, item_warn_notification: { type: 0, show: false, content: '不显示的' } },
      read('risk_infos · item_warn_notification'),
    ],
  ])('%j', (work, labels) => {
    expect(declaredLabels(work)).toEqual(labels);
  });

  test('the absence is never claimed without the field', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (work) => {
        const { risk_infos: _, riskInfos: __, ...others } = work;
        expect(declaredLabels(others)?.items).not.toEqual([]);
      }),
    );
  });
});

describe('fields', () => {
  test.each([
    [{ nickname: '名', sec_uid: 'MS4w1', uid: '1' }, 'MS4w1', undefined],
    [{ nickname: '名', uid: '105' }, '105', undefined],
    [{ nickname: '名', uid: 2 ** 60 }, undefined, undefined],
    [{ nickname: '名', customVerify: '甲', accountCertInfo: '{"label_text":"乙"}' }, undefined, '甲'],
    [{ nickname: '名', custom_verify: '', enterprise_verify_reason: '丙' }, undefined, '丙'],
    [{ nickname: '名', account_cert_info: '{"label_text":"乙"}' }, undefined, '乙'],
    [{ nickname: '名', account_cert_info: '{"label_text' }, undefined, undefined],
  ])('author %j', (user, id, verification) => {
    const author = readAuthor(user);
    expect([author?.id, author?.verification]).toEqual([id, verification]);
  });

  test.each([
    [{ url_list: ['https://a.example/1', 'https://b.example/1'] }, 'https://a.example/1'],
    [{ urlList: ['//a.example/1'] }, 'https://a.example/1'],
    [[{ src: '//a.example/1' }], 'https://a.example/1'],
    ['https://a.example/1', 'https://a.example/1'],
    [{ url_list: ['blob:x', 'javascript:1'] }, undefined],
    [{ url_list: null }, undefined],
    [null, undefined],
  ])('address in %j', (resource, url) => {
    expect(mediaOf('image', resource)[0]?.url).toBe(url);
  });
});

describe('answers', () => {
  const work = { aweme_id: WORK, desc: '示例', author: { nickname: '名' }, statistics: {} };
  const read = (endpoint: string, body: unknown) => readAnswer(new URL(endpoint), body);

  test.each([
    ['https://www.douyin.com/aweme/v1/web/aweme/post/', 'profile'],
    ['https://www.douyin.com/aweme/v1/web/search/item/', 'search'],
    ['https://aweme-hl.snssdk.com/aweme/v1/feed/', 'feed'],
    ['https://api3-normal-c-hl.amemv.com/aweme/v1/aweme/detail/', 'detail'],
    ['https://www.iesdouyin.com/web/api/v2/aweme/iteminfo/', 'detail'],
    ['https://www.douyin.com/aweme/v1/web/module/feed/', 'feed'],
  ])('%s is read as %s', (endpoint, surface) => {
    expect(read(endpoint, { code: 200, data: { aweme_detail: work } })).toMatchObject([
      { id: WORK, surface },
    ]);
  });

  test.each(['https://is.snssdk.com/api/news/', 'https://notdouyin.com/', 'https://www.tiktok.com/api/'])(
    '%s is not the site',
    (endpoint) => expect(read(endpoint, { aweme_list: [work] })).toBeUndefined(),
  );

  test('a number that JSON has rounded is no id', () => {
    expect(read('https://www.douyin.com/', { aweme_list: [{ ...work, aweme_id: 2 ** 62 }] })).toEqual([]);
  });

  test('parts that repeat a work’s id are no works', () => {
    const body = { aweme_list: [{ ...work, status: { aweme_id: OTHER }, statistics: { aweme_id: OTHER } }] };
    expect(read('https://www.douyin.com/', body)?.map(({ id }) => id)).toEqual([WORK]);
  });

  test('nothing in an answer throws', () => {
    const keys = fc.constantFrom(
      'aweme_id',
      'desc',
      'author',
      'aweme',
      'cell_room',
      'rawdata',
      'cid',
      'text',
      'user',
      'common',
      'msgId',
      'content',
      'web_rid',
      'room',
      'owner',
      'risk_infos',
      'text_extra',
      'images',
      'video',
      'play_addr',
      'url_list',
    );
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(null, 1, WORK, '{"a":', '{}', true),
        fc.array(tie('data'), { maxLength: 3 }),
        fc.dictionary(keys, tie('data'), { maxKeys: 8 }),
      ),
    }));
    fc.assert(
      fc.property(data, (body) => {
        expect(Array.isArray(read('https://www.douyin.com/?web_rid=700000000001', body))).toBe(true);
      }),
    );
  });
});

describe('inline state', () => {
  const chunk = (value: unknown) =>
    `self.__pace_f.push(${JSON.stringify([1, `7:${JSON.stringify(value)}\n`])})`;

  test('what a row refers to is left out', () => {
    const rows = parseFlight(chunk({ text: '$$5', gone: '$undefined', row: '$2b', kept: 1 }));
    expect(rows).toEqual([{ text: '$5', kept: 1 }]);
  });

  test('rows that are cut or no JSON are passed over', () => {
    const text = `1:I["x"]\n2:{"a":1}\n3:T4a,some text\n4:{"b":`;
    expect(parseFlight(`self.__pace_f.push(${JSON.stringify([1, text])})`)).toEqual([{ a: 1 }]);
  });

  test('rows give back what was written', () => {
    const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('"$'));
    fc.assert(
      fc.property(plain, (value) => {
        expect(parseFlight(chunk([value]))).toEqual(JSON.parse(JSON.stringify([[value]])));
      }),
    );
  });

  test('percent-encoded and plain data give back what was written', () => {
    const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('$undefined'));
    fc.assert(
      fc.property(plain, fc.boolean(), (value, encoded) => {
        const json = JSON.stringify({ value });
        expect(parseEncoded(encoded ? encodeURIComponent(json) : json)).toEqual(JSON.parse(json));
      }),
    );
  });

  test('no source throws', () => {
    const soup = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('self.__pace_f.push(', ')', '%', '[1,"7:{', '\\"', '{"a":', '}')),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const source = parts.join('');
        expect(Array.isArray(parseFlight(source))).toBe(true);
        parseEncoded(source);
      }),
    );
  });
});

describe('one object', () => {
  const author = { nickname: '名' };
  test.each([
    [{ awemeId: WORK, desc: '', authorInfo: author }, 'video'],
    [{ aweme_id: WORK, desc: '', author, is_ads: true }, undefined],
    [{ aweme_id: WORK, author }, undefined],
    [{ cid: WORK, text: '', user: author }, 'comment'],
    [{ cid: '1579241842626573', cha_name: '示例', desc: '' }, undefined],
    [{ web_rid: '700000000001', room: { title: '示例', owner: author } }, 'live'],
    [{ title: '示例', owner: { ...author, webRid: '700000000001' } }, 'live'],
    [{ title: '示例', id_str: WORK, owner: author }, undefined],
    [{ common: { msgId: WORK }, user: author, content: '好' }, 'danmaku'],
    [{ common: { msgId: WORK }, content: '好' }, undefined],
    [{ common: { msgId: WORK }, user: author, defaultContent: '[比心]' }, 'danmaku'],
    [{ word: '示例', sentence_id: '2000001' }, 'topic'],
  ])('%j is %s', (item, kind) => {
    expect(readItem(item, undefined)?.kind).toBe(kind);
  });
});
