import { describe, expect, it } from 'vitest';
import { foldTerm, loadFoldTable } from '@/utils/rules/fold';
import { ALONE, INSIDE } from '@/utils/rules/fold/spellings';
import { REAL_WORDS, variants } from '@/utils/rules/fold/variants';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { ORDINARY, OTHER_SCRIPTS } from './ordinary-texts';

/** Terms of the kind that packs give spellings to. */
const TERMS = [
  ...[...Object.keys(ALONE), ...Object.keys(INSIDE)].filter((term) => term.length > 1),
  ...'加微信 加微 加v 加qq 加q 加我 加群 加好友 加我微信 微信同号 威信号 进群 入群 拉群 粉丝群 领红包 返你 返还 全返 秒返 返钱 返佣 一元 收钱 转钱'.split(
    ' ',
  ),
  ...'网赌 赌球 裸照 银行卡 信用卡 骗钱 枪支 一单 接单 单结 想赚钱 加老师 加客服 加助理 扫码加 微信扫码'.split(
    ' ',
  ),
];
const words = [...new Set(TERMS.flatMap((term) => variants(term)))];
const ordinary = new Set(REAL_WORDS.map(foldTerm));
const spelt = words.filter((word) => !ordinary.has(word));
const matcher = TermMatcher.build([...spelt, ...ordinary], loadFoldTable());

/** Spellings found where no ordinary word stands, as the rules count them. */
function spellingsIn(text: string): string[] {
  const { count, triples } = matcher.scan(text);
  const hits = Array.from({ length: count }, (_, i) => [...triples.subarray(i * 3, i * 3 + 3)] as Hit);
  const real = hits.filter(([, , id]) => id >= spelt.length);
  return hits
    .filter(([start, end, id]) => id < spelt.length && !real.some(([from, to]) => from < end && start < to))
    .map(([start, end]) => text.slice(start, end));
}
type Hit = [start: number, end: number, id: number];

describe('ordinary texts', () => {
  it.each(ORDINARY)('%s', (text) => expect(spellingsIn(text)).toEqual([]));

  it('are read plainly', () => {
    for (const text of ORDINARY) {
      const plain = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[ .·—-]/g, '');
      expect(foldTerm(text).replace(/[ .·—-]/g, '')).toBe(plain);
    }
  });
});

describe('evasive texts', () => {
  it.each([
    ['资料发你，佳薇 abc123', '佳薇'],
    ['想做的嘉V❤详聊', 'V❤'],
    ['需要的➕薇', '➕薇'],
    ['日结，进裙看公告', '进裙'],
    ['煎职一丹一结', '煎职'],
    ['点头像，禾厶信拿链接', '禾厶信'],
    ['稳定反钱，当天到账', '反钱'],
  ])('%s', (text, spelling) => expect(spellingsIn(text)).toContain(spelling));
});

describe('Russian, Greek and other languages', () => {
  const latin = [
    'vx',
    'wx',
    'vx',
    'qq',
    'wechat',
    'telegram',
    'weixin',
    'xhs',
    'sb',
    'tmd',
    'cnm',
    'nmsl',
    'bjl',
    'zfb',
    'lj',
    'dubo',
  ];
  const terms = TermMatcher.build([...latin, ...spelt], loadFoldTable());

  it.each(OTHER_SCRIPTS)('%s', (text) => expect(terms.scan(text).count).toBe(0));
});
