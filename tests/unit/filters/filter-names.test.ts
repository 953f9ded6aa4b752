import { expect, test } from 'vitest';
import { filterNames } from '@/entrypoints/reports/filters/filter-names';
import { names as installed } from '@/entrypoints/reports/names';
import { builtInPacks } from '@/utils/rules';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';

test('campaigns are called with their year, and by id when no pack has them', () => {
  const names = filterNames(testNames);
  expect(names.campaign('2025-3')).toBe('2025 · Malicious marketing in short video');
  expect(names.campaign('2019-1')).toBe('2019-1');
  expect(names.category('2025-3/fake-staged')).toBe('Fake staged scenes');
  expect(names.site('zhihu')).toBe('Zhihu');
});

test.each(['en', 'zh_CN'] as const)('every installed rule and campaign has words in %s', (language) => {
  useLanguage(language);
  const names = filterNames(installed);
  for (const pack of builtInPacks) {
    for (const { id } of pack.rules) expect(names.rule(id), id).not.toBe(id);
  }
  for (const { id } of installed.categories) {
    const campaign = id.split('/')[0]!;
    expect(names.campaign(campaign)).not.toBe(campaign);
  }
});

test('a rule that no pack has any more keeps its id', () => {
  expect(filterNames(testNames).rule('2019-1/gone/rule')).toBe('2019-1/gone/rule');
});
