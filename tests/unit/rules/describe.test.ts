import { describe, expect, test } from 'vitest';
import { builtInPacks, sharedPack } from '@/utils/rules';
import { compilePacks } from '@/utils/rules/compile';
import { categoryChoices, counterName, describeFinding } from '@/utils/rules/describe';
import { forMatching } from '@/utils/rules/for-matching';
import { matchPost } from '@/utils/rules/match';
import { post } from './support';

const [pack] = builtInPacks;
const rule = pack!.rules[0]!;

describe('describeFinding', () => {
  test('joins rule, category and campaign', () => {
    const described = describeFinding({ rule: rule.id, category: rule.category });
    const category = pack!.categories.find(({ id }) => id === rule.category)!;
    expect(described).toEqual({
      category: category.name,
      campaign: pack!.campaign,
      clause: category.clause,
      reason: rule.reason,
      checklist: category.checklist,
    });
  });

  test('of a rule that is gone is nothing', () => {
    expect(describeFinding({ rule: 'gone', category: rule.category })).toBeUndefined();
    expect(describeFinding({ rule: rule.id, category: '2019-1/gone' })).toBeUndefined();
  });
});

describe('names', () => {
  test('every category can be chosen, with its campaign', () => {
    expect(categoryChoices.map(({ id }) => id)).toEqual(
      builtInPacks.flatMap(({ categories }) => categories.map(({ id }) => id)),
    );
  });

  test('unknown counter-evidence keeps its id', () => {
    expect(counterName('no-such')).toEqual({ zh_CN: 'no-such', en: 'no-such' });
    expect(counterName('debunk').zh_CN).not.toBe('debunk');
  });
});

describe('forMatching', () => {
  test('finds exactly what the whole packs find', () => {
    const whole = compilePacks(builtInPacks, sharedPack);
    const { packs, shared } = structuredClone(forMatching(builtInPacks, sharedPack));
    const lean = compilePacks(packs, shared);
    for (const { rules } of builtInPacks) {
      for (const { hits, misses } of rules) {
        for (const text of [...hits, ...misses])
          expect(matchPost(lean, post(text))).toEqual(matchPost(whole, post(text)));
      }
    }
  });

  test('leaves out what only people read', () => {
    const json = JSON.stringify(forMatching(builtInPacks, sharedPack).packs);
    for (const part of ['reason', 'clause', 'checklist', 'hits', 'misses'])
      expect(json).not.toContain(`"${part}"`);
  });
});
