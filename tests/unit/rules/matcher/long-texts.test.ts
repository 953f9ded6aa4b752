import { describe, expect, test } from 'vitest';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { createDice, findNaively, fold, readNaively, toHits } from './support';

const LONG = 1_000_000;

describe('texts longer than what is held at once', () => {
  const LONGEST = '乙'.repeat(1024);
  const terms = [
    '甲',
    '甲乙',
    '甲门乙',
    'ab',
    'v',
    '门 a',
    LONGEST,
    '乙乙乙乙乙',
    '𠮷甲',
    `甲${'门a'.repeat(40)}`,
  ];
  const matcher = TermMatcher.build(terms, fold);

  test.each(['甲門乙', '甲乙門ab v', '甲\u200b乙 *·門', '甲😀乙🈚𝐚\ud83d', ' ·\u200b', 'ab -'])(
    'made of %j give what the plainest search gives',
    (signs) => {
      const dice = createDice(signs.length);
      const characters = [...signs];
      let text = '';
      while (text.length < 15_000) {
        const sign = characters[dice(characters.length)]!;
        text += dice(300) === 0 ? sign.repeat(dice(6_000)) : sign;
      }
      const found = matcher.scan(text);
      expect(toHits(found)).toEqual(findNaively(terms, text, fold));
      expect(found.read).toBe(readNaively(text, fold).length);
    },
    60_000,
  );
});

test('what follows the longest term is looked at, wherever it ends', () => {
  const matcher = TermMatcher.build(['ab', '甲'], fold);
  for (let before = 4_080; before < 4_110; before++) {
    const found = ['ab甲', 'abc', 'ab'].map((end) => matcher.scan('。'.repeat(before) + end).count);
    expect(found, `${before} characters before`).toEqual([2, 0, 1]);
  }
});

describe('a million units of one kind', () => {
  const nested = Array.from({ length: 40 }, (_, i) => '甲'.repeat(i + 1));

  test.each<[what: string, terms: string[], text: string, count: number, read: number]>([
    ['fillers', ['甲', '甲乙'], ' '.repeat(LONG), 0, 1],
    ['fillers and Han characters', ['甲甲'], '甲 '.repeat(LONG / 2), LONG / 2 - 1, LONG / 2],
    ['long runs of fillers', ['甲甲'], `甲${' '.repeat(9)}`.repeat(LONG / 10), 0, LONG / 5],
    ['fillers before a Han character', ['甲'], `${'·'.repeat(LONG - 1)}甲`, 1, 2],
    ['invisible characters', ['甲'], '\u200b'.repeat(LONG), 0, 0],
    ['invisible characters inside a term', ['甲乙'], `甲${'\u200b'.repeat(LONG - 2)}乙`, 1, 2],
    ['emoji', ['甲'], '😀'.repeat(LONG / 2), 0, 1],
    ['unknown pairs', ['甲'], '𠮷'.repeat(LONG / 2), 0, LONG / 2],
    ['halves of pairs', ['甲'], '\ud83d'.repeat(LONG), 0, LONG],
    ['the first character of a term', ['甲乙'], '甲'.repeat(LONG), 0, LONG],
    ['a term of one character', ['甲'], '甲'.repeat(LONG), LONG, LONG],
    ['a term of one letter', ['a'], 'a'.repeat(LONG), 0, LONG],
    ['a term repeated', ['甲乙丙'], '甲乙丙'.repeat(LONG / 4), LONG / 4, (LONG / 4) * 3],
    ['nearly a long term', [`${'甲'.repeat(39)}乙`], '甲'.repeat(LONG), 0, LONG],
    ['forty terms at every character', nested, '甲'.repeat(100_000), 40 * 100_000 - 780, 100_000],
  ])('%s', (_, terms, text, count, read) => {
    const found = TermMatcher.build(terms, fold).scan(text);
    expect(found.count).toBe(count);
    expect(found.read).toBe(read);
  });

  test('the long list of hits is let go with the next text', () => {
    const matcher = TermMatcher.build(['甲'], fold);
    const long = matcher.scan('甲'.repeat(LONG)).triples;
    expect(long.length).toBeLessThanOrEqual(8 * LONG);
    expect(matcher.scan('甲').triples.length).toBeLessThan(100_000);
  });
});
