import { describe, expect, test } from 'vitest';
import { builtInPacks } from '@/utils/rules';
import {
  categoryChoices,
  counterName,
  describeFinding,
  describeGuidance,
  guidanceOf,
} from '@/utils/rules/describe';
import { isGuided } from '@/utils/rules/schema';

const pack = builtInPacks.find(({ id }) => id === '2025-3')!;
const rule = pack.rules[0]!;

describe('describeFinding', () => {
  test('joins rule, category and campaign', () => {
    const described = describeFinding({ rule: rule.id, category: rule.category });
    const category = pack.categories.filter(isGuided).find(({ id }) => id === rule.category)!;
    expect(described).toEqual({
      category: category.name,
      campaign: pack.campaign,
      basis: { zh_CN: rule.basis.zh_CN, en: rule.basis.en },
      reason: rule.reason,
      checklist: category.checklist,
      reminder: category.safeguards.reminder,
      help: category.safeguards.help ?? false,
      also: [],
    });
  });

  test('of a rule that is gone is nothing', () => {
    expect(describeFinding({ rule: 'gone', category: rule.category })).toBeUndefined();
    expect(describeFinding({ rule: rule.id, category: '2019-1/gone' })).toBeUndefined();
  });

  test('names the other campaigns that ask for the same check', () => {
    const shared = builtInPacks
      .flatMap(({ rules }) => rules)
      .find(({ category }) => category === '2025-1/vulgar');
    const described = describeFinding({ rule: shared!.id, category: shared!.category })!;
    const other = builtInPacks.find(({ id }) => id === '2023-9')!;
    expect(described.also).toEqual([
      { campaign: other.campaign, category: other.categories.find(({ id }) => id === '2023-9/vulgar')!.name },
    ]);
  });
});

describe('categories', () => {
  const all = builtInPacks.flatMap(({ categories }) => categories);

  test('can be chosen where a person can judge them, aliases too', () => {
    const choices = new Set(categoryChoices.map(({ id }) => id));
    for (const category of all) {
      const closed = ['never-by-viewpoint', 'not-observable'].includes(category.policy);
      expect(choices.has(category.id), category.id).toBe(!closed);
    }
  });

  test('an alias has the guidance of its original', () => {
    for (const category of all) {
      if (category.policy !== 'same-as') continue;
      expect(guidanceOf(category), category.id).toMatchObject({ id: category.as });
    }
  });

  test('of which one can be chosen have questions and safeguards to show', () => {
    for (const { id } of categoryChoices)
      expect(describeGuidance(id)?.checklist.length, id).toBeGreaterThan(1);
    const closed = all.find(({ policy }) => policy === 'not-observable')!;
    expect(describeGuidance(closed.id)).toBeUndefined();
    expect(describeGuidance('2019-1/gone')).toBeUndefined();
    expect(describeGuidance('2025-3/fiction-label-missing')?.help).toBe(true);
  });

  test('unknown counter-evidence keeps its id', () => {
    expect(counterName('no/such')).toEqual({ zh_CN: 'no/such', en: 'no/such' });
    expect(counterName('counter/debunk').zh_CN).not.toBe('counter/debunk');
  });
});
