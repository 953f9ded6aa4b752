import { describe, expect, test } from 'vitest';
import { builtInPacks, loadRules } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { linkRules, matchPost, withMuted } from '@/utils/rules/match';
import { category, example, pack, post, rule, shared } from '../support';

const [ONE, TWO, THREE] = ['2025-3/sample/one', '2025-3/sample/two', '2025-3/sample/three'];
const rules = linkRules(
  compilePacks(
    [
      pack(
        [
          rule(ONE, { any: [{ terms: ['甲乙'] }, { terms: ['丙丁'] }] }),
          rule(THREE, { terms: ['丙丁'] }, { confidence: 'clue' }),
          rule(TWO, { terms: ['甲乙'] }),
        ],
        [category('2025-3/sample')],
      ),
    ],
    [shared()],
  ),
);
const found = (text: string, muted: string[]) =>
  matchPost(withMuted(rules, new Set(muted)), post(text))
    .map(({ rule: id }) => id)
    .sort();

describe('muted rules', () => {
  test('find nothing by any of their ways, and others find what they found', () => {
    const text = '甲乙，丙丁';
    expect(found(text, [])).toEqual([ONE, THREE, TWO].sort());
    expect(found(text, [ONE])).toEqual([THREE, TWO].sort());
    expect(found(text, [TWO, THREE])).toEqual([ONE]);
    expect(found(text, [ONE, TWO, THREE])).toEqual([]);
    expect(found(text, ['2024-1/gone/rule'])).toHaveLength(3);
  });

  test('leave the rules that they were taken from as they are', () => {
    found('甲乙', [ONE, TWO, THREE]);
    expect(found('甲乙', [])).toEqual([ONE, TWO].sort());
  });

  test('of the shipped packs are missing where they held, and nothing else is', () => {
    const shipped = loadRules();
    const held = builtInPacks
      .flatMap((each) => each.rules)
      .flatMap(({ id, hits: [hit] }) => {
        if (hit === undefined) return [];
        const readable = example(hit);
        const before = matchPost(shipped, readable);
        return before.some((finding) => finding.rule === id) ? [{ id, readable, before }] : [];
      });
    expect(held.length).toBeGreaterThan(100);
    for (const { id, readable, before } of held) {
      expect(matchPost(withMuted(shipped, new Set([id])), readable), id).toEqual(
        before.filter((finding) => finding.rule !== id),
      );
    }
  });
});
