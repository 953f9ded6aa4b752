import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTerm, GAP, loadFoldTable } from '@/utils/rules/fold';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { anyText } from './texts';

describe('what a text reads as', () => {
  it.each([
    // Width, case, compatibility forms.
    ['ＡＢＣ１２３，！', 'abc123,!'],
    ['𝐕𝐗 ⓋⓍ ⒱⒳ 🅥🅧 🅅🅇 🆅🆇 🇻🇽', 'vx vx vx vx vx vx vx'],
    ['①⑴⒈❶➀➊⓵1⃣1️⃣', '111111111'],
    ['⓪⓿', '00'],
    ['e\u0301 é ế', 'e e e'],
    ['㊙㊣㈱⼤⻋', '秘正株大车'],
    ['㎏ ㏠ Ⅷ ⑳ №', 'kg 1日viii 20 no'],
    ['٣३৩３', '3333'],
    // Traditional, regional and rare forms.
    ['賺錢 進羣 兌換', '赚钱进群兑换'],
    ['裡面裏面 為爲', '里面里面为为'],
    ['凂曊炷冊', '免费炷册'],
    ['歺補', '餐补'],
    // Letters that look alike.
    ['ᴠx νχ vх ∨×', 'vx vx vx vx'],
    ['тг ТG', 'tг tg'],
    // What nobody sees.
    ['加\u200b薇\u2060信\ufeff', '加薇信'],
    ['要ོ不ོ要', '要不要'],
    ['咨͇询͇', '咨询'],
    ['加\u{e0041}\u{e0100}我', '加我'],
    ['加ㅤ我', '加我'],
    // Signs between characters.
    ['加 微 信', '加微信'],
    ['加-微·信', '加微信'],
    ['加.微。信', '加微。信'],
    ['加/微+信', '加/微+信'],
    ['加★微～信', '加微信'],
    ['加😂微👍🏻信', '加微信'],
    ['加 v 信', '加v信'],
    ['加    微', `加${GAP}微`],
    ['加-----', `加${GAP}`],
    ['hello world', 'hello world'],
    ['a  b\t\tc', 'a b c'],
    ['wx_ab-c 3～5k t.me', 'wx_ab-c 3~5k t.me'],
    ['加\n微信', '加\n微信'],
    ['加 \n 微信', '加\n微信'],
    ['好的…真的', '好的…真的'],
    // Signs for words.
    ['➕V', '+v'],
    ['威❤️', '威心'],
    ['赚💰', '赚钱'],
    ['闲🐟 快✋ 🈶 🀄 ☀结', '闲鱼快手有中日结'],
    ['🔗 📱', '🔗 📱'],
    ['', ''],
  ])('%j reads %j', (original, folded) => expect(foldTerm(original)).toBe(folded));

  it.each(['安徽', '威信', '乾坤', '哪吒', '著名', '蒜薹', '白薇', '芯片', '企鹅', '菠菜', '𠮷野家', 'ﷺ'])(
    '%s stays itself',
    (word) => expect(foldTerm(word)).toBe(word),
  );
});

describe('the way back', () => {
  it('leads to what the reader sees', () => {
    const original = '求求👨‍👩‍👧加\u200b 微❤️了';
    const { text, starts, ends } = fold(original);
    const at = text.indexOf('加微心');
    expect(original.slice(starts[at], ends[at + 2])).toBe('加\u200b 微❤');
  });

  it('leads to the whole of a character that reads as several', () => {
    const { text, starts, ends } = fold('价㎏');
    expect(text).toBe('价kg');
    expect([...starts]).toEqual([0, 1, 1]);
    expect([...ends]).toEqual([1, 2, 2]);
  });

  it('leads to the whole run that a blank stands for', () => {
    const { text, starts, ends } = fold('a -\u200b- b');
    expect(text).toBe('a b');
    expect([starts[1], ends[1]]).toEqual([1, 6]);
  });

  it('lies on the borders of characters and only goes on, for any text', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const borders = new Set([original.length]);
        for (let at = 0; at < original.length; at += original.codePointAt(at)! > 0xffff ? 2 : 1)
          borders.add(at);
        const { text, starts, ends } = fold(original);
        expect(starts.length).toBe(text.length);
        expect(ends.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(borders.has(starts[i]!) && borders.has(ends[i]!)).toBe(true);
          expect(starts[i]).toBeLessThan(ends[i]!);
          if (i === 0) continue;
          const same = starts[i] === starts[i - 1] && ends[i] === ends[i - 1];
          expect(same || starts[i]! >= ends[i - 1]!).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('folding any text', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const once = foldTerm(original);
        expect(foldTerm(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('makes no surrogate pair that was not there', () => {
    expect(foldTerm('\ud83d\u200b\ude00')).toBe('\ufffd\ufffd');
  });

  it.each([['a'], ['加'], [' '], ['\u200b'], ['㎏'], ['😀'], ['\ud83d'], ['加 '], ['…'], ['\n'], ['ﷺ']])(
    'reads a megabyte of %j',
    (unit) => {
      const original = unit.repeat(1_000_000 / unit.length);
      const { text, starts, ends } = fold(original);
      expect(starts.length).toBe(text.length);
      if (text.length > 0) expect(ends[text.length - 1]).toBe(original.length - (unit === '加 ' ? 1 : 0));
    },
  );
});

describe('beside the term matcher', () => {
  const terms = ['加微', '微信', '加v', '心动', '好'];
  const matcher = TermMatcher.build(terms, loadFoldTable());
  const pieces = [
    '加',
    '微',
    '信',
    'v',
    '好',
    '❤',
    '动',
    ' ',
    '-',
    '😂',
    '\u200b',
    '\n',
    '。',
    'Ｖ',
    '\ud83d',
  ];

  it('finds the same words at the same places', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const original = parts.join('');
        const { text, starts, ends } = fold(original);
        const expected = terms.flatMap((term) =>
          [...text.matchAll(new RegExp(`(?=${term})`, 'gu'))].map(({ index }) =>
            [starts[index], ends[index + term.length - 1], term].join(),
          ),
        );
        const { count, triples } = matcher.scan(original);
        const found = Array.from({ length: count }, (_, i) =>
          [triples[i * 3], triples[i * 3 + 1], terms[triples[i * 3 + 2]!]].join(),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 1000 },
    );
  });
});
