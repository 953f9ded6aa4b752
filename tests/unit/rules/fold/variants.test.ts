import { describe, expect, it } from 'vitest';
import { foldTerm } from '@/utils/rules/fold';
import { ALONE, INSIDE } from '@/utils/rules/fold/spellings';
import { REAL_WORDS, variants } from '@/utils/rules/fold/variants';

describe('spellings of a term', () => {
  it.each([
    ['微信', ['vx', 'v信', '薇信', '威❤', '绿泡泡']],
    ['加微', ['加v', '+v', '加薇', '加威', '伽微', '佳v']],
    ['加微信', ['加vx', '加v', '加薇', '加卫星', '+微信', '+vx']],
    ['加qq', ['加扣扣', '加q', '加企鹅', '加🐧', '+qq']],
    ['进群', ['进裙', '进君羊']],
    ['返现', ['反现']],
    ['兼职', ['煎职', '兼值']],
    ['副业', ['副ye']],
    ['刷单', ['刷丹']],
    ['赌博', ['堵博', '赌搏', 'du博']],
    ['裸聊', ['果聊']],
    ['红包', ['🧧']],
    ['百元', ['百圆']],
    ['加好友', ['加女子友', '+好友']],
    ['傻逼', ['sb', '煞笔']],
  ])('%s may be written %j', (term, expected) => {
    expect(variants(term)).toEqual(expect.arrayContaining(expected.map(foldTerm)));
  });

  it.each(['微信', 'qq', '博彩', '飞机', '好友'])(
    '%s alone is not written as another ordinary word',
    (term) => {
      for (const word of ['卫星', '威信', '企鹅', '球球', '菠菜', '灰机', 'v', 'q']) {
        expect(variants(term)).not.toContain(word);
      }
    },
  );

  it.each(['今天', '领证', 'vip', 'video', '视频', 'aqi', 'valueOf', 'toString'])('%s has none', (term) => {
    expect(variants(term)).toEqual([]);
  });

  it('are few, folded, different from the term, and always the same', () => {
    const terms = [
      ...Object.keys(ALONE),
      ...Object.keys(INSIDE),
      '加微信领红包',
      '加qq群返现赚钱',
      '加'.repeat(20),
    ];
    for (const term of terms) {
      const spellings = variants(term);
      expect(spellings.length, term).toBeLessThanOrEqual(40);
      expect(new Set(spellings).size, term).toBe(spellings.length);
      expect(spellings, term).not.toContain(foldTerm(term));
      for (const spelling of spellings) {
        expect(foldTerm(spelling), term).toBe(spelling);
        expect(spelling.length, term).toBeGreaterThan(1);
        expect(/\s/.test(spelling), `${term}: ${spelling}`).toBe(false);
      }
      expect(variants(term)).toEqual(spellings);
    }
  });

  it('change one thing before they change two', () => {
    const spellings = variants('加微');
    expect(spellings.indexOf('加v')).toBeLessThan(spellings.indexOf('+v'));
  });
});

describe('the lists', () => {
  it('have no spelling that reads as its own word, or twice the same', () => {
    for (const [plain, list] of [...Object.entries(ALONE), ...Object.entries(INSIDE)]) {
      const folded = list.split(' ').map(foldTerm);
      expect(folded, plain).not.toContain(foldTerm(plain));
      expect(new Set(folded).size, plain).toBe(folded.length);
    }
  });

  it('have plain keys', () => {
    for (const plain of [...Object.keys(ALONE), ...Object.keys(INSIDE)]) expect(foldTerm(plain)).toBe(plain);
  });

  it('hold no ordinary word that a spelling needs', () => {
    const spellings = new Set(Object.values(ALONE).flatMap((list) => list.split(' ').map(foldTerm)));
    expect(REAL_WORDS.filter((word) => spellings.has(foldTerm(word)))).toEqual([]);
  });

  it('hold ordinary words of two characters and more, each once', () => {
    expect(new Set(REAL_WORDS).size).toBe(REAL_WORDS.length);
    for (const word of REAL_WORDS) expect(foldTerm(word).length, word).toBeGreaterThan(1);
  });
});
