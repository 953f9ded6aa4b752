import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/tiktok';
import { readAnswer } from '@/utils/sites/tiktok/answers';
import { createdAt, itemIdOf, itemUrl } from '@/utils/sites/tiktok/ids';
import { labelsOfItem } from '@/utils/sites/tiktok/item-labels';
import { readData } from '@/utils/sites/tiktok/read-data';
import { parseState } from '@/utils/sites/tiktok/state';

const ID = '7567539961017143296';
const at = (path: string) => new URL(path, 'https://www.tiktok.com');

describe('surfaces', () => {
  test.each([
    ['/', 'feed'],
    ['/foryou?lang=en', 'feed'],
    ['/explore', 'feed'],
    [`/@name.x/video/${ID}`, 'detail'],
    [`/@name.x/photo/${ID}`, 'detail'],
    ['/@name.x/live', 'live'],
    ['/@name.x', 'profile'],
    ['/search?q=x', 'search'],
    ['/search/video?q=x', 'search'],
    ['/tag/x', 'search'],
    ['/upload', undefined],
    ['/@name.x/video/12', undefined],
  ])('%s is %s', (path, surface) => expect(site.surfaceOf(at(path))).toBe(surface));
});

describe('ids', () => {
  test('hold the time of creation', () => {
    expect(createdAt(ID)).toBe('2025-11-01T00:00:00.000Z');
    expect(createdAt('short')).toBeUndefined();
    expect(createdAt('99999999999999999999')).toBeUndefined();
  });

  test('survive their address, and a time survives the id', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_400_000_000, max: 2_100_000_000 }), fc.nat(), (seconds, low) => {
        const id = String((BigInt(seconds) << 32n) + BigInt(low));
        expect(itemIdOf(new URL(itemUrl(id, 'name')))).toBe(id);
        expect(itemIdOf(new URL(itemUrl(id)))).toBe(id);
        expect(createdAt(id)).toBe(new Date(seconds * 1_000).toISOString());
      }),
    );
  });
});

describe('labels of an item', () => {
  const summary = (item: Record<string, unknown>) =>
    labelsOfItem(item)?.items.map(({ kind, text, by }) => `${kind}|${text}|${by}`);

  test.each<[Record<string, unknown>, string[] | undefined]>([
    [{ isAd: false }, undefined],
    [{ AIGCDescription: '', isAd: false }, undefined],
    [{ IsAigc: false, warnInfo: [] }, []],
    [{ aigcLabelType: 0 }, []],
    [{ IsAigc: true }, ['ai|Creator labeled as AI-generated|author']],
    [{ IsAigc: false, aigcLabelType: 1 }, ['ai|Creator labeled as AI-generated|author']],
    [{ aigcLabelType: '1' }, ['ai|Creator labeled as AI-generated|author']],
    [{ IsAigc: true, aigcLabelType: 2 }, ['ai|Contains AI-generated media|platform']],
    [{ aigcLabelType: 2, moderationAigcLabelType: 1 }, ['ai|Contains AI-generated media|platform']],
    [{ IsAigc: false, moderationAigcLabelType: 1 }, ['ai|Contains AI-generated media|platform']],
    [
      { aigcLabelType: 1, moderationAigcLabelType: 1 },
      ['ai|Creator labeled as AI-generated|author', 'ai|Contains AI-generated media|platform'],
    ],
    [{ AIGCDescription: 'Made by a machine' }, ['ai|Made by a machine|platform']],
    [{ aigc_info: { aigc_label_type: 1 } }, ['ai|Creator labeled as AI-generated|author']],
    [{ isAd: true, adLabelVersion: 1 }, ['ad|Sponsored|platform']],
    [{ IsAigc: false, isAd: false, adLabelVersion: 2 }, ['ad|Paid partnership|author']],
    [{ IsAigc: false, isAd: false, adLabelVersion: 1 }, undefined],
    [{ IsAigc: false, isAd: false, adLabelVersion: 0 }, []],
    [{ IsAigc: 'no', aigcLabelType: {}, adLabelVersion: [], warnInfo: [1, null, {}] }, ['note|1|platform']],
    [{ warnInfo: [{ text: 'You could get hurt' }] }, ['risk|You could get hurt|platform']],
  ])('%j', (item, labels) => {
    expect(summary(item)).toEqual(labels);
    if (labels) expect(labelsOfItem(item)?.field.split(' · ').sort()).toEqual(Object.keys(item).sort());
  });

  test('takes anything', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (item) => void labelsOfItem(item)));
  });
});

describe('state', () => {
  const item = { id: ID, desc: 'x', author: { uniqueId: 'a', nickname: 'A' }, stats: {}, video: {} };

  test('of the page today, and of older pages', () => {
    const today = {
      __DEFAULT_SCOPE__: { 'webapp.video-detail': { statusCode: 0, itemInfo: { itemStruct: item } } },
    };
    const older = {
      ItemModule: { [ID]: { ...item, author: 'a', nickname: 'A' } },
      VideoPage: { statusCode: 0 },
    };
    const sources = [
      JSON.stringify(today),
      JSON.stringify(older),
      `window['SIGI_STATE']=${JSON.stringify(older)};window['SIGI_RETRY']={"x":1};`,
      JSON.stringify({ props: { pageProps: { statusCode: 0, itemInfo: { itemStruct: item } } } }),
    ];
    for (const source of sources) {
      const { posts, status } = parseState(source);
      expect([...posts.keys()]).toEqual([ID]);
      expect(posts.get(ID)?.author).toEqual({ name: 'A', id: 'a', url: 'https://www.tiktok.com/@a' });
      expect(status).toBe(0);
    }
  });

  test('tells that an item is not there', () => {
    expect(parseState('{"__DEFAULT_SCOPE__":{"webapp.video-detail":{"statusCode":10204}}}').status).toBe(
      10204,
    );
  });

  test('takes anything', () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(parseState(source).posts.size).toBe(0);
      }),
    );
  });
});

describe('data', () => {
  test('people, sounds and challenges are no items', () => {
    const data = {
      user: { id: '6800000000000000001', uniqueId: 'a', nickname: 'A', createTime: 1 },
      stats: { diggCount: 1 },
      music: { id: ID, title: 'x', authorName: 'A' },
      challenge: { id: '1234567890123456', title: 'x', desc: 'y' },
    };
    expect(readData(data)).toEqual([]);
  });

  test('an id that the parser has rounded is none', () => {
    const item = { id: 7567539961017143000, desc: 'x', author: { uniqueId: 'a' }, stats: {} };
    expect(readData([item])).toEqual([]);
  });

  test('a room goes by its host', () => {
    const room = {
      id_str: ID,
      title: 'Painting',
      owner: { display_id: 'host', nickname: 'Host' },
      user_count: 7,
    };
    const [post] = readAnswer(new URL('https://webcast.tiktok.com/webcast/room/info/'), { data: room }) ?? [];
    expect(post).toMatchObject({
      key: 'tiktok:live:host',
      url: 'https://www.tiktok.com/@host/live',
      title: 'Painting',
    });
  });

  test('other hosts are not read, and anything else is', () => {
    expect(readAnswer(new URL('https://tiktok.com.example/api/item_list'), {})).toBeUndefined();
    fc.assert(fc.property(fc.anything(), (body) => void readAnswer(at('/api/item_list/'), body)));
  });
});
