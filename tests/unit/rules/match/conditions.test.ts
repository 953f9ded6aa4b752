import { describe, expect, it } from 'vitest';
import { NO_LABELS } from '@/utils/model/post';
import type { Readable } from '@/utils/rules/match';
import type { Condition, SharedPack } from '@/utils/rules/schema';
import { find, label, post, ruleSet } from '../support';

const A = { terms: ['甲甲'] };
const B = { terms: ['乙乙'] };
const C = { terms: ['丙丙'] };

function holds(when: Condition, text: string, more: Partial<Readable> = {}): boolean {
  return find(ruleSet(when), post(text, more), '2025-3/sample/one') !== undefined;
}

describe('terms', () => {
  it('do not count under a longer word that is excepted', () => {
    const when = { terms: ['加微'], except: ['更加微小', '增加微'] };
    expect(holds(when, '加微聊')).toBe(true);
    expect(holds(when, '更加微小的差别')).toBe(false);
    expect(holds(when, '更加微小，想学加微')).toBe(true);
    expect(holds({ terms: ['绿茶婊'], except: ['纯绿'] }, '纯绿茶婊')).toBe(true);
  });

  it('see evasive spellings only where asked to, and not inside ordinary words', () => {
    const when: Condition = { terms: ['微信'], variants: true };
    expect(holds(when, '薇信聊')).toBe(true);
    expect(holds({ terms: ['微信'] }, '薇信聊')).toBe(false);
    expect(holds(when, '在群众中很有威信')).toBe(false);
    expect(holds(when, '安徽信用社')).toBe(false);
  });

  it('hear words by their sound only where asked to, and not ordinary words of the same sound', () => {
    const when: Condition = { terms: ['打拳'], sound: true };
    expect(holds(when, '又在打全了')).toBe(true);
    expect(holds({ terms: ['打拳'] }, '又在打全了')).toBe(false);
    expect(holds(when, '百科大全已经出版')).toBe(false);
  });

  it('are not made of two words that a blank parts, unless the neighbours are parted too', () => {
    expect(holds({ terms: ['衣裤'] }, '上衣 裤子')).toBe(false);
    expect(holds({ terms: ['微信'] }, '加 微 信')).toBe(true);
    expect(holds({ terms: ['微信'] }, '加我微*信聊')).toBe(true);
  });
});

describe('any, all, atLeast, times, none', () => {
  it('any holds when one way holds', () => {
    expect(holds({ any: [A, B] }, '有乙乙')).toBe(true);
    expect(holds({ any: [A, B] }, '有丙丙')).toBe(false);
  });

  it('all needs every part, in any order', () => {
    expect(holds({ all: [A, B] }, '乙乙和甲甲')).toBe(true);
    expect(holds({ all: [A, B] }, '只有甲甲')).toBe(false);
  });

  it('all needs the parts close together', () => {
    const when = { all: [A, B], within: 10 };
    expect(holds(when, `甲甲${'。'.repeat(6)}乙乙`)).toBe(true);
    expect(holds(when, `甲甲${'。'.repeat(7)}乙乙`)).toBe(false);
  });

  it('measures closeness in characters that are read, not in signs put between them', () => {
    const hidden = '甲甲一二三四乙乙'.split('').join('\u200b');
    expect(holds({ all: [A, B], within: 8 }, hidden)).toBe(true);
  });

  it('all keeps to one sentence and to an order where asked to', () => {
    expect(holds({ all: [A, B], sentence: true }, '甲甲，然后乙乙')).toBe(true);
    expect(holds({ all: [A, B], sentence: true }, '甲甲。然后乙乙')).toBe(false);
    expect(holds({ all: [A, B, C], ordered: true }, '甲甲乙乙丙丙')).toBe(true);
    expect(holds({ all: [A, B, C], ordered: true }, '甲甲丙丙乙乙')).toBe(false);
    expect(holds({ all: [A, B], ordered: true }, '乙乙甲甲')).toBe(false);
  });

  it('all does not count one word twice', () => {
    const when = { all: [{ terms: ['加微信'] }, { terms: ['微信'] }] };
    expect(holds(when, '加微信')).toBe(false);
    expect(holds(when, '加微信，我的微信')).toBe(true);
  });

  it('atLeast holds with any so many of the parts near each other', () => {
    const when = { atLeast: 2, of: [A, B, C], within: 20 };
    for (const text of ['甲甲乙乙', '乙乙丙丙', '丙丙甲甲', '甲甲乙乙丙丙'])
      expect(holds(when, text), text).toBe(true);
    expect(holds(when, '甲甲甲甲')).toBe(false);
    expect(holds(when, `甲甲${'，'.repeat(20)}丙丙`)).toBe(false);
    expect(holds(when, `甲甲${'，'.repeat(20)}乙乙丙丙`)).toBe(true);
  });

  it('times counts places', () => {
    const when = { times: 3, of: A };
    expect(holds(when, '甲甲，甲甲')).toBe(false);
    expect(holds(when, '甲甲，甲甲，甲甲')).toBe(true);
  });

  it('none holds where nothing of it stands anywhere', () => {
    const when = { all: [A, { none: [B, C] }] };
    expect(holds(when, '甲甲')).toBe(true);
    expect(holds(when, `甲甲${'。'.repeat(300)}丙丙`)).toBe(false);
  });
});

describe('patterns and groups', () => {
  it('patterns see folded text', () => {
    const rules = ruleSet({ all: [{ terms: ['躺赚'] }, { pattern: '月入\\d{1,3}万' }] });
    const { spans } = find(rules, post('月 入１０万，躺赚'), '2025-3/sample/one')!;
    expect(spans.map(({ text }) => text)).toEqual(['月 入１０万', '躺赚']);
  });

  it('groups nest', () => {
    const groups: SharedPack['groups'] = { a: A, b: { any: [{ use: 'common/a' }, B] } };
    const rules = ruleSet({ use: 'common/b' }, { common: { groups } });
    expect(find(rules, post('甲甲'), '2025-3/sample/one')).toBeDefined();
  });

  it('a group reads the fields that its user names', () => {
    const groups: SharedPack['groups'] = { a: A };
    const rules = ruleSet(
      { all: [B, { in: ['author'], that: { use: 'common/a' } }] },
      { common: { groups } },
    );
    const inAuthor = post('乙乙', { author: { name: '甲甲' } });
    expect(find(rules, inAuthor, '2025-3/sample/one')).toBeDefined();
    expect(find(rules, post('乙乙甲甲'), '2025-3/sample/one')).toBeUndefined();
  });
});

describe('fields and context', () => {
  it('names of authors are read only where a condition says so', () => {
    expect(holds(A, '', { author: { name: '甲甲' } })).toBe(false);
    expect(holds({ in: ['author'], that: A }, '', { author: { name: '甲甲' } })).toBe(true);
    expect(holds({ in: ['title'], that: A }, '甲甲')).toBe(false);
    expect(holds({ in: ['hashtag'], that: A }, '', { hashtags: ['甲甲'] })).toBe(true);
    expect(holds({ in: ['verification'], that: A }, '', { author: { verification: '甲甲认证' } })).toBe(true);
  });

  it('kind, site and surface of the post', () => {
    const when = (of: object): Condition => ({ all: [A, { post: of }] });
    const room: Partial<Readable> = { kind: 'danmaku', site: 'huya', surface: 'live' };
    expect(holds(when({ kinds: ['live', 'danmaku'] }), '甲甲', room)).toBe(true);
    expect(holds(when({ kinds: ['comment'] }), '甲甲', room)).toBe(false);
    expect(holds(when({ sites: ['huya'], surfaces: ['live'] }), '甲甲', room)).toBe(true);
    expect(holds(when({ kinds: ['live'] }), '甲甲')).toBe(false);
  });

  it('labels that were seen, and places that were read and empty', () => {
    const seen: Condition = { all: [A, { label: 'ad', is: 'seen' }] };
    const none: Condition = { all: [A, { label: 'ad', is: 'none' }] };
    expect(holds(seen, '甲甲', { labels: label('ad') })).toBe(true);
    expect(holds(seen, '甲甲', { labels: NO_LABELS })).toBe(false);
    expect(holds(none, '甲甲', { labels: NO_LABELS })).toBe(true);
    expect(holds(none, '甲甲')).toBe(false);
  });

  it('the author’s verification as shown', () => {
    const when: Condition = { all: [A, { author: 'unverified' }] };
    expect(holds(when, '甲甲', { author: { name: '某人' } })).toBe(true);
    expect(holds(when, '甲甲', { author: { name: '某人', verification: '医生' } })).toBe(false);
    expect(holds(when, '甲甲')).toBe(false);
  });
});
