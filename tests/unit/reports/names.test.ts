import { expect, test } from 'vitest';
import { names } from '@/entrypoints/reports/names';
import { builtInPacks } from '@/utils/rules';
import { isGuided } from '@/utils/rules/schema';
import { makeFinding } from '../../support/builders';

test('a stored finding is described as on the card', () => {
  const pack = builtInPacks.find(({ rules }) => rules.length > 0)!;
  const rule = pack.rules[0]!;
  const category = builtInPacks
    .flatMap(({ categories }) => categories)
    .filter(isGuided)
    .find(({ id }) => id === rule.category)!;
  const finding = makeFinding({ rule: rule.id, category: rule.category });
  expect(names.finding(finding)).toMatchObject({
    ...finding,
    categoryName: category.name,
    basis: { zh_CN: rule.basis.zh_CN, en: rule.basis.en },
    reminder: category.safeguards.reminder,
    help: category.safeguards.help ?? false,
    against: [],
  });
  expect(names.guidance(rule.category)?.checklist).toEqual(category.checklist);
});

test('a finding whose rule is gone is not described', () => {
  expect(names.finding(makeFinding({ rule: 'gone' }))).toBeUndefined();
  expect(names.guidance('2019-1/gone')).toBeUndefined();
});
