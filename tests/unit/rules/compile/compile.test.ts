import { describe, expect, it } from 'vitest';
import { PackInvalidError } from '@/utils/errors';
import { compilePacks, type RuleProgram } from '@/utils/rules/compile';
import { linkRules } from '@/utils/rules/match';
import type { Condition, Rule } from '@/utils/rules/schema';
import { category, find, pack, post, rule, shared } from '../support';

const ID = '2025-3/sample/one';

function compileError(
  when: Condition,
  more: Partial<Rule> = {},
  groups: Record<string, Condition> = {},
): string {
  try {
    compilePacks([pack([rule(ID, when, more)])], [shared({ groups })]);
  } catch (error) {
    expect(error).toBeInstanceOf(PackInvalidError);
    return (error as Error).message;
  }
  throw new Error('compiled');
}

describe('compilePacks names pack and rule when', () => {
  const terms = { terms: ['加微信'] };

  it.each([
    ['a category is missing', terms, { category: '2025-3/none' }, {}, 'no category "2025-3/none"'],
    ['a group is missing', { use: 'common/nowhere' }, {}, {}, 'no group "common/nowhere"'],
    [
      'counter-evidence is missing',
      terms,
      { unless: ['common/nothing'] },
      {},
      'no counter-evidence "common/nothing"',
    ],
    ['a term folds away', { terms: ['\u200b\u200b好'] }, {}, {}, 'fewer than two characters'],
    ['a pattern stands alone', { pattern: '\\d{3}' }, {}, {}, 'needs "terms" beside it'],
    ['a term holds a blank', { terms: ['top ten'] }, {}, {}, 'holds a blank'],
    ['atLeast asks for more than there is', { atLeast: 3, of: [terms, terms] }, {}, {}, 'can never hold'],
    [
      'evidence stands in an in',
      { in: ['author'], that: { evidence: 'leftover' } },
      {},
      {},
      'cannot stand in',
    ],
    [
      'evidence is but one of two',
      { atLeast: 1, of: [{ evidence: 'media' }, { pattern: 'a' }] },
      {},
      {},
      'needs "terms"',
    ],
    ['evidence must be absent', { none: [{ evidence: 'media' }] }, {}, {}, 'needs "terms" beside it'],
    ['one way of an any is a pattern', { any: [terms, { pattern: 'a' }] }, {}, {}, 'needs "terms" beside it'],
  ] as [string, Condition, Partial<Rule>, Record<string, Condition>, string][])(
    '%s',
    (_, when, more, groups, what) => {
      const message = compileError(when, more, groups);
      expect(message).toContain('2025-3');
      expect(message).toContain(ID);
      expect(message).toContain(what);
    },
  );

  it('a group uses itself', () => {
    const groups = { a: { use: 'common/b' }, b: { any: [terms, { use: 'common/a' }] } };
    expect(compileError({ use: 'common/a' }, {}, groups)).toContain('uses itself');
  });
});

describe('compilePacks', () => {
  it('compiles a group once, however many rules use it', () => {
    const program = compilePacks(
      [pack([rule(ID, { use: 'common/contact' }), rule('2025-3/sample/two', { use: 'common/contact' })])],
      [shared({ groups: { contact: { terms: ['加微信'] } } })],
    );
    expect(program.groups).toHaveLength(1);
    expect(program.terms.lengths).toEqual([3]);
  });

  it('keeps equal words of several conditions once', () => {
    const program = compilePacks(
      [pack([rule(ID, { terms: ['加微信'] }), rule('2025-3/sample/two', { terms: ['加微信'] })])],
      [shared()],
    );
    expect(program.terms).toMatchObject({ lengths: [3], leaves: [[0, 1]] });
  });

  it('finds categories across packs', () => {
    const other = { ...pack([], [category('2025-4/elsewhere')]), id: '2025-4' };
    const mine = pack([rule(ID, { terms: ['加微信'] }, { category: '2025-4/elsewhere' })]);
    const rules = linkRules(compilePacks([mine, other], [shared()]));
    expect(find(rules, post('加微信'), ID)!.category).toBe('2025-4/elsewhere');
  });

  it('leaves out what only people read', () => {
    const json = JSON.stringify(compilePacks([pack([rule(ID, { terms: ['加微信'] })])], [shared()]));
    for (const part of ['reason', 'clause', 'checklist', 'hits', 'misses', 'basis'])
      expect(json).not.toContain(`"${part}"`);
  });
});

describe('evidence', () => {
  const program = (...conditions: Condition[]) =>
    compilePacks([pack(conditions.map((when, i) => rule(`2025-3/sample/${i}`, when)))], [shared()]);
  const media: Condition = { evidence: 'media' };

  it.each([
    ['alone', media],
    ['with a pattern', { all: [media, { pattern: '\\d' }] }],
    ['as both of two', { atLeast: 1, of: [media, { times: 2, of: media }] }],
    ['as one that cannot lack', { atLeast: 2, of: [media, { any: [media, media] }] }],
  ] as [string, Condition][])('of files needs no words: %s', (_, when) => {
    expect(program(when).ways.map(({ gates }) => gates)).toEqual([[]]);
    expect(linkRules(program(when)).mediaWays).toEqual([0]);
  });

  it('of files costs ways with words nothing', () => {
    const linked = linkRules(program({ all: [media, { terms: ['加微信'] }] }));
    expect(linked.program.ways[0]!.gates).toEqual([[0]]);
    expect(linked.mediaWays).toEqual([]);
  });

  it('in texts is looked for behind words, which are compiled once for each kind', () => {
    const { ways, terms, leafFields } = program(
      { evidence: 'leftover' },
      { evidence: 'phrases' },
      { all: [{ evidence: 'leftover' }, { terms: ['加微信'] }] },
    );
    expect(ways.map(({ gates }) => gates)).toEqual([[[0]], [[1]], [[2], [0]]]);
    expect(leafFields).toHaveLength(3);
    expect(terms.lengths.length).toBeGreaterThan(40);
  });

  it('comes with every program but those of earlier versions, which do not fit', () => {
    const { leftovers, ...earlier } = program(media);
    expect(leftovers.length).toBeGreaterThan(10);
    expect(() => linkRules(earlier as RuleProgram)).toThrow(RangeError);
  });

  it('leaves no word behind where no rule asks for it', () => {
    expect(program(media).terms.lengths).toEqual([]);
  });
});

describe('gates', () => {
  const ways = (when: Condition) =>
    compilePacks([pack([rule(ID, when)])], [shared()]).ways.map(({ gates }) =>
      gates.map(({ length }) => length),
    );
  const [a, b, c] = ['甲乙', '丙丁', '戊己'].map((term): Condition => ({ terms: [term] }));

  it.each([
    ['an all has one for each part, the rarest first', { all: [{ any: [a, b] }, c] }, [[1, 2]]],
    ['each part of an any is a way of its own', { any: [a, { any: [b, c] }] }, [[1], [1], [1]]],
    ['an any inside an all has one for all its parts', { all: [{ any: [a, b] }, { none: [c] }] }, [[2]]],
    ['two of three need one of any two', { atLeast: 2, of: [a, b, c] }, [[2]]],
    ['patterns and absences have none', { all: [a, { pattern: '\\d' }, { none: [b] }] }, [[1]]],
    ['counts have those of what they count', { times: 2, of: a }, [[1]]],
  ] as [string, Condition, number[][]][])('%s', (_, when, lengths) => {
    expect(ways(when)).toEqual(lengths);
  });
});
