import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '@/utils/sites/wechat-channels';
import { readAnswer } from '@/utils/sites/wechat-channels/answers';
import { feedUrl, idInUrl, idOfShort, shortOfId } from '@/utils/sites/wechat-channels/ids';

const FEED = 'https://channels.weixin.qq.com/web/pages/feed';
const API = new URL('https://channels.weixin.qq.com/api');

describe('surfaces', () => {
  test.each([
    [`${FEED}?oid=zYujFTqecb0&nid=iYtXC1M0cb0`, 'detail'],
    ['https://channels.weixin.qq.com/web/pages/home', 'feed'],
    ['https://channels.weixin.qq.com/web/pages/profile?username=a', 'profile'],
    ['https://channels.weixin.qq.com/web/pages/live?oid=zYujFTqecb0', 'live'],
    ['https://channels.weixin.qq.com/finder-preview/pages/sph?id=AbCd', 'detail'],
    ['https://weixin.qq.com/sph/AbCd', 'detail'],
    ['https://channels.weixin.qq.com/platform/post/list', undefined],
    ['https://channels.weixin.qq.com/', undefined],
  ])('%s is %s', (address, surface) => {
    expect(site.surfaceOf(new URL(address))).toBe(surface);
  });
});

describe('ids', () => {
  test.each([
    ['14811111111111111101', 'zYujFTqecb0'],
    ['9911111111111111101', 'iYtXC1M0cb0'],
    ['18446744073709551615', '__________8'],
    ['100000', 'AAAAAAABhqA'],
  ])('%s is spelled %s', (id, short) => {
    expect(shortOfId(id)).toBe(short);
    expect(idOfShort(short)).toBe(id);
  });

  test.each([null, undefined, '', 'short', 'AAAAAAAAAAA', 'zYujFTqecb1', 'zYujFTqecb0x', 'zYujFTqec+0'])(
    '%s is no spelling of an id',
    (short) => {
      expect(idOfShort(short)).toBeUndefined();
    },
  );

  test.each(['18446744073709551616', '0', '12', 'export/UzFf', ''])('%s has no short spelling', (id) => {
    expect(shortOfId(id)).toBeUndefined();
  });

  test('both spellings lead to each other', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 100_000n, max: 2n ** 64n - 1n }), (id) => {
        expect(idOfShort(shortOfId(String(id)))).toBe(String(id));
      }),
    );
    fc.assert(
      fc.property(fc.string(), (short) => {
        const id = idOfShort(short);
        expect(id === undefined || /^\d{1,20}$/.test(id)).toBe(true);
      }),
    );
  });

  test('addresses keep the nonce, in either spelling, and nothing else', () => {
    const address = `${FEED}?oid=zYujFTqecb0&nid=iYtXC1M0cb0`;
    expect(feedUrl('14811111111111111101', '9911111111111111101_0_146_0_0')).toBe(address);
    expect(feedUrl('14811111111111111101', 'iYtXC1M0cb0')).toBe(address);
    expect(feedUrl('14811111111111111101', 'x')).toBe(`${FEED}?oid=zYujFTqecb0`);
    expect(feedUrl('export/UzFf')).toBe(`${FEED}?eid=export%2FUzFf`);
    expect(idInUrl(new URL(address))).toBe('14811111111111111101');
    expect(idInUrl(new URL(`${FEED}?eid=export%2FUzFf`))).toBe('export/UzFf');
  });
});

describe('answers', () => {
  const object = (more: object) => ({
    id: '14811111111111111101',
    objectDesc: { description: '一' },
    ...more,
  });
  const labelsOf = (more: object) => readAnswer(API, object(more))?.map(({ labels }) => labels.state);

  test.each([
    [{}, 'unknown'],
    [{ warnFlag: 0, warnWording: '' }, 'unknown'],
    [{ warn_wording: '请理性看待' }, 'seen'],
    [{ ad_flag: 4, original_flag: 1 }, 'unknown'],
  ])('%j says of labels: %s', (more, state) => {
    expect(labelsOf(more)).toEqual([state]);
  });

  test('a warning is the platform’s, of whatever words', () => {
    expect(readAnswer(API, object({ warn_wording: '请理性看待' }))?.[0]).toMatchObject({
      labels: {
        state: 'seen',
        items: [{ kind: 'risk', text: '请理性看待', by: 'platform', from: 'state' }],
      },
      labelPlaces: [{ from: 'state', where: 'warn_wording', text: '请理性看待' }],
    });
  });

  test('rounded numbers are no ids; the export id then stands for the object', () => {
    const rounded = { id: 2 ** 63, objectDesc: { description: '一' } };
    expect(readAnswer(API, rounded)).toEqual([]);
    expect(readAnswer(API, { ...rounded, exportId: 'export/UzFf' })).toMatchObject([{ id: 'export/UzFf' }]);
  });

  test('articles and other hosts are not this site', () => {
    expect(readAnswer(new URL('https://mp.weixin.qq.com/s'), {})).toBeUndefined();
    expect(readAnswer(new URL('https://weixin.qq.com.example/'), {})).toBeUndefined();
  });

  test('whatever an answer holds, it is read without an error', () => {
    fc.assert(fc.property(fc.anything(), (body) => readAnswer(API, body) !== undefined));
  });
});
