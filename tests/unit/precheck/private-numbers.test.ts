import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlaceKind } from '@/utils/model/concern';
import { privateNumbers } from '@/utils/precheck/private-numbers';
import { stopwatch } from '../../support/stopwatch';

const found = (text: string) => privateNumbers(text).map(({ start, end }) => text.slice(start, end));

/** For each kind what it finds in a text, and texts in which it finds nothing. */
const CASES: Partial<Record<PlaceKind, { hits: [text: string, place: string][]; misses: string[] }>> = {
  mobile: {
    hits: [
      ['加我 13812345678 领资料', '13812345678'],
      ['电话138-1234-5678', '138-1234-5678'],
      ['打 138 1234 5678', '138 1234 5678'],
      ['全角１３８１２３４５６７８在此', '１３８１２３４５６７８'],
      ['+86 13812345678 找我', '+86 13812345678'],
      ['+8613812345678', '+8613812345678'],
    ],
    misses: ['播放 138123456789 次', '12345678901', '编号 5138123456780', '1381234567', '2026-11-22 18:30'],
  },
  phone: {
    hits: [
      ['010-12345678', '010-12345678'],
      ['店里 0571-1234567 预约', '0571-1234567'],
      ['(021) 12345678', '(021) 12345678'],
      ['（021）12345678', '（021）12345678'],
      ['座机０２０-１２３４５６７８', '０２０-１２３４５６７８'],
    ],
    misses: ['400-123-4567', '10-12', '比分 021-3', '2026-11-22', '0571-123456'],
  },
  'identity-card': {
    hits: [
      ['11010519491231002X', '11010519491231002X'],
      ['身份证110105194912310021。', '110105194912310021'],
      ['110105 19491231 0021', '110105 19491231 0021'],
      ['号码１１０１０５１９４９１２３１００２Ｘ', '１１０１０５１９４９１２３１００２Ｘ'],
      ['证件 440308-20010203-123x 遗失', '440308-20010203-123x'],
    ],
    misses: [
      '110105194913310021',
      '7301234567890123456',
      '110105174912310021',
      '11010519491231',
      '0'.repeat(18),
    ],
  },
  'bank-card': {
    hits: [
      ['转到 6222021234567890128', '6222021234567890128'],
      ['6222 0212 3456 7890 128', '6222 0212 3456 7890 128'],
      ['卡号4111111111111111', '4111111111111111'],
      ['4111-1111-1111-1111', '4111-1111-1111-1111'],
      ['账户：5500005555555559', '5500005555555559'],
    ],
    misses: [
      '微博 4111111111111111 条',
      '6222021234567890121',
      '4111 1111 1111 1112',
      '7301234567890123456',
      '1234 5678 9012 3456',
    ],
  },
  'e-mail': {
    hits: [
      ['写信到 someone@example.com 即可', 'someone@example.com'],
      ['a.b-c+d@mail.example.org', 'a.b-c+d@mail.example.org'],
      ['邮箱ｓｏｍｅ@ｅｘａｍｐｌｅ.ｃｏｍ', 'ｓｏｍｅ@ｅｘａｍｐｌｅ.ｃｏｍ'],
      ['(user_1@example.cn)', 'user_1@example.cn'],
      ['邮件:x@example.info。', 'x@example.info'],
    ],
    misses: ['@某某 你看', 'user@localhost', 'https://example.com/@someone', 'a@b', '3@2 平了'],
  },
  'chat-account': {
    hits: [
      ['微信：abc_12345', 'abc_12345'],
      ['加vx ab12345', 'ab12345'],
      ['QQ 12345678', '12345678'],
      ['qq群：123456789', '123456789'],
      ['扣扣号是 10001000', '10001000'],
      ['WeChat: night-owl', 'night-owl'],
    ],
    misses: ['微信 支付', '微信 wechat', 'QQ 音乐', '微信朋友圈 2000 人', 'vxabcdefg 是什么', 'qq 0123'],
  },
  'licence-plate': {
    hits: [
      ['车牌京A12345', '京A12345'],
      ['粤B·D1234 违停', '粤B·D1234'],
      ['沪AD12345', '沪AD12345'],
      ['那辆苏E 8K3M2', '苏E 8K3M2'],
      ['教练车川A1234学', '川A1234学'],
    ],
    misses: ['新SUVABC', '京ABCDEF', '京A123', '京A1234567', '云端 A12345'],
  },
};

describe.each(Object.entries(CASES))('%s', (kind, { hits, misses }) => {
  test.each(hits)('%s', (text, place) => {
    expect(
      privateNumbers(text).map(({ start, end, ...each }) => ({ ...each, text: text.slice(start, end) })),
    ).toEqual([{ kind, text: place }]);
  });

  test.each(misses)('nothing of the kind in %s', (text) => {
    expect(privateNumbers(text).filter((each) => each.kind === kind)).toEqual([]);
  });
});

describe('several in one text', () => {
  test('come in order of position and do not overlap', () => {
    expect(found('QQ 12345678，或 13812345678，身份证 11010519491231002X')).toEqual([
      '12345678',
      '13812345678',
      '11010519491231002X',
    ]);
  });

  test('a mobile number given as a chat account is told once', () => {
    expect(privateNumbers('vx：13812345678')).toEqual([{ start: 3, end: 14, kind: 'mobile' }]);
  });
});

/** Characters of which numbers, words before them and separators are made. */
const thick = fc.string({
  unit: fc.constantFrom(...'0123456789１８ -:：+@.a_X京A·微信vxQq卡号(（)', '👩‍👧', '\n', '\ud83d'),
  maxLength: 120,
});

test('places lie inside the text, in order, apart from each other, and never cut a digit off its row', () => {
  fc.assert(
    fc.property(thick, (text) => {
      let end = 0;
      for (const place of privateNumbers(text)) {
        expect(place.start).toBeGreaterThanOrEqual(end);
        expect(place.end).toBeGreaterThan(place.start);
        expect(place.end).toBeLessThanOrEqual(text.length);
        end = place.end;
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['digits', '1'],
  ['groups', '4111 '],
  ['letters before @', 'a.'],
  ['dots', 'a@b.'],
  ['chat words', '微信a'],
  ['plates', '京A1'],
  ['mobile numbers', '13812345678 '],
])('a long run of %s takes no more than half a second', (_name, unit) => {
  const text = unit.repeat(100_000 / unit.length);
  const spent = stopwatch();
  privateNumbers(text);
  expect(spent()).toBeLessThan(500);
});
