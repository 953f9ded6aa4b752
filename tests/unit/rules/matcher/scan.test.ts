import { describe, expect, test } from 'vitest';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { createDice, findNaively, fold, type Hit, readNaively, readTermNaively, toHits } from './support';

const scan = (terms: string[], text: string): Hit[] => toHits(TermMatcher.build(terms, fold).scan(text));

describe('finding terms', () => {
  test.each<[what: string, terms: string[], text: string, hits: Hit[]]>([
    [
      'overlapping, by start, end and id',
      ['甲乙', '乙丙', '甲乙丙', '乙'],
      '甲乙丙',
      [
        [0, 2, 0],
        [0, 3, 2],
        [1, 2, 3],
        [1, 3, 1],
      ],
    ],
    [
      'equal terms, all of them',
      ['ＡB', 'ab', 'Ab'],
      'ab',
      [
        [0, 2, 0],
        [0, 2, 1],
        [0, 2, 2],
      ],
    ],
    [
      'equal terms of one character',
      ['门', '門'],
      '風門',
      [
        [1, 2, 0],
        [1, 2, 1],
      ],
    ],
    [
      'a term that others start with',
      ['甲乙丙丁', '甲乙丙丁戊己', '甲乙丙丁戊庚'],
      '甲乙丙丁戊庚',
      [
        [0, 4, 0],
        [0, 6, 2],
      ],
    ],
    ['folded characters, at their places in the text', ['电门ab'], '。電門ＡB', [[1, 5, 0]]],
    [
      'what stands around invisible characters, without them',
      ['甲乙'],
      '\u200b甲\u0301\u200b乙\ufe0f',
      [[1, 5, 0]],
    ],
    ['fillers beside Han characters', ['甲v乙'], '甲 v·乙', [[0, 5, 0]]],
    ['three fillers, not four', ['甲乙'], '甲***乙 甲****乙', [[0, 5, 0]]],
    ['fillers that are emoji', ['甲乙'], '甲😀🔥乙😀', [[0, 6, 0]]],
    ['no word across a blank between Latin letters', ['ab'], 'a b', []],
    ['a run of fillers inside a term for any run', ['ab cd'], 'ab - cd', [[0, 7, 0]]],
    ['a term without the fillers around it', [' ab '], 'x ab', [[2, 4, 0]]],
    ['characters beyond U+FFFF that read as others', ['加va无'], '加𝑽𝐚🈚', [[0, 7, 0]]],
    ['characters beyond U+FFFF of which nothing is known', ['𠮷野'], '𠮷𠮷野', [[2, 5, 0]]],
    ['nothing in halves of surrogate pairs', ['甲乙'], '甲\ud83d乙\ude00甲乙', [[4, 6, 0]]],
    [
      'a term at the very end',
      ['乙丙', '丙'],
      '甲乙丙',
      [
        [1, 3, 0],
        [2, 3, 1],
      ],
    ],
  ])('finds %s', (_, terms, text, hits) => {
    expect(scan(terms, text)).toEqual(hits);
    expect(findNaively(terms, text, fold)).toEqual(hits);
  });

  test.each<[terms: string[], text: string, found: boolean]>([
    [['vx'], '加vx', true],
    [['vx'], 'avx', false],
    [['vx'], 'a-vx', true],
    [['vx'], 'a\u200bvx', false],
    [['vx'], 'vxa', false],
    [['vx'], 'vx1', true],
    [['vx'], '1vx', true],
    [['v1'], 'v1a', true],
    [['1v'], '1va', false],
    [['1v'], 'a1v', true],
    [['加v'], '加vabc12', true],
    [['加v'], 'a加v', true],
    [['加v123'], '加v123a', true],
    [['v号'], 'av号', false],
    [['v'], '加v', true],
    [['v'], 'av', false],
    [['v'], 'va', false],
    [['VX'], 'ａｖｘ', false],
  ])('%j in %s: %s', (terms, text, found) => {
    expect(scan(terms, text)).toHaveLength(found ? 1 : 0);
    expect(findNaively(terms, text, fold)).toHaveLength(found ? 1 : 0);
  });

  test('counts the characters that are read', () => {
    const text = '甲·乙\u200b abc😀𠮷 \ud800';
    const matcher = TermMatcher.build(['甲乙'], fold);
    expect(matcher.scan(text).read).toBe(readNaively(text, fold).length);
    expect(matcher.scan('').read).toBe(0);
  });

  test('finds nothing without terms, and nothing in nothing', () => {
    expect(scan([], '甲乙')).toEqual([]);
    expect(scan(['甲'], '')).toEqual([]);
  });

  test('matchers do not disturb each other', () => {
    const one = TermMatcher.build(['甲乙'], fold);
    const other = TermMatcher.build(['乙丙', '乙'], fold);
    const hits = one.scan('甲乙丙');
    expect(toHits(other.scan('甲乙丙'))).toEqual([
      [1, 2, 1],
      [1, 3, 0],
    ]);
    expect(toHits(hits)).toEqual([[0, 2, 0]]);
  });
});

describe('terms that cannot be', () => {
  test.each([
    ['', 'Term 1, "", has nothing'],
    [' \u200b*', 'has nothing'],
    ['甲\ud800', 'half a surrogate pair'],
    ['甲'.repeat(1025), 'longer than 1024'],
    ['甲'.repeat(5000), 'longer than 1024'],
  ])('case %#', (term, message) => {
    expect(() => TermMatcher.build(['甲', term], fold)).toThrow(RangeError);
    expect(() => TermMatcher.build(['甲', term], fold)).toThrow(message);
  });

  test('more characters than there are classes', () => {
    const characters = Array.from({ length: 50_000 }, (_, i) => String.fromCodePoint(0x20000 + i));
    expect(() => TermMatcher.build(characters, fold)).toThrow('too many different characters');
  });
});

describe('10,000 random cases equal the plainest search', () => {
  const ALPHABETS = [
    '甲乙',
    '甲乙 v',
    '甲門a1 *',
    '甲乙\u200b·😀V',
    'ab ',
    'abＡ1-\u0301',
    '甲𝐚𠮷a\ud83d😀 ',
    '一二三四ab',
  ];

  test.each(ALPHABETS)('of %j', (signs) => {
    const dice = createDice(signs.length);
    const characters = [...signs];
    const word = (longest: number) =>
      Array.from({ length: 1 + dice(longest) }, () => characters[dice(characters.length)]).join('');
    for (let list = 0; list < 50; list++) {
      const terms = Array.from({ length: 1 + dice(9) }, () => word(dice(4) === 0 ? 9 : 4)).filter(isTerm);
      const matcher = TermMatcher.build(terms, fold);
      for (let i = 0; i < 25; i++) {
        const text = word(40);
        const found = matcher.scan(text);
        expect([toHits(found), found.read], JSON.stringify({ terms, text })).toEqual([
          findNaively(terms, text, fold),
          readNaively(text, fold).length,
        ]);
      }
    }
  });
});

function isTerm(term: string): boolean {
  return term.isWellFormed() && readTermNaively(term, fold).length > 0;
}
