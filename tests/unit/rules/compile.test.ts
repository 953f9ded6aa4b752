import { describe, expect, it } from 'vitest';
import { PackInvalidError } from '@/utils/errors';
import { compilePacks } from '@/utils/rules/compile';
import type { Condition, Rule } from '@/utils/rules/schema';
import { category, find, pack, post, rule, shared } from './support';

const ID = '2025-3/sample/one';

function compileError(
  when: Condition,
  more: Partial<Rule> = {},
  groups: Record<string, Condition> = {},
): string {
  try {
    compilePacks([pack([rule(ID, when, more)])], shared({ groups }));
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
    ['a group is missing', { use: 'nowhere' }, {}, {}, 'no group "nowhere"'],
    ['counter-evidence is missing', terms, { unless: ['nothing'] }, {}, 'no counter-evidence "nothing"'],
    ['a term folds away', { terms: ['\u200b\u200b好'] }, {}, {}, 'fewer than two characters'],
    ['a pattern stands alone', { pattern: '\\d{3}' }, {}, {}, 'needs "terms" beside it'],
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
    const groups = { a: { use: 'b' }, b: { any: [terms, { use: 'a' }] } };
    expect(compileError({ use: 'a' }, {}, groups)).toContain('uses itself');
  });
});

describe('compilePacks', () => {
  it('compiles a group once, however many rules use it', () => {
    const rules = compilePacks(
      [pack([rule(ID, { use: 'contact' }), rule('2025-3/sample/two', { use: 'contact' })])],
      shared({ groups: { contact: { terms: ['加微信'] } } }),
    );
    expect(rules.rules[0]!.when).toBe(rules.rules[1]!.when);
    expect(rules.index.find('加微信').size).toBe(1);
  });

  it('takes the smallest list of an all as the gate', () => {
    const rules = compilePacks(
      [
        pack([
          rule(ID, {
            all: [{ any: [{ terms: ['甲乙'] }, { terms: ['丙丁'] }] }, { terms: ['戊己'] }],
          }),
        ]),
      ],
      shared(),
    );
    expect(rules.rules[0]!.leaves).toHaveLength(1);
  });

  it('finds categories across packs', () => {
    const other = { ...pack([], [category('2025-4/elsewhere')]), id: '2025-4' };
    const mine = pack([rule(ID, { terms: ['加微信'] }, { category: '2025-4/elsewhere' })]);
    const rules = compilePacks([mine, other], shared());
    expect(find(rules, post('加微信'), ID)!.category).toBe('2025-4/elsewhere');
  });
});
