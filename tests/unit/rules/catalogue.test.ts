import { describe, expect, test } from 'vitest';
import { builtInPacks } from '@/utils/rules';
import { campaigns, categoryEntry, countPolicies, findCategories, POLICIES } from '@/utils/rules/catalogue';

const all = builtInPacks.flatMap(({ categories }) => categories);

describe('the catalogue', () => {
  test('holds every campaign and category, the newest year first', () => {
    expect(campaigns).toHaveLength(17);
    const years = campaigns.map(({ year }) => year);
    expect(years).toEqual([...years].sort().reverse());
    const ids = campaigns.flatMap(({ categories }) => categories.map(({ category }) => category.id));
    expect(ids).toHaveLength(115);
    expect([...ids].sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test('resolves route and sources of every category that people report', () => {
    for (const { categories } of campaigns) {
      for (const { category, guidance, route, sources } of categories) {
        expect(sources.length, category.id).toBe(category.sources.length);
        expect(route !== undefined, category.id).toBe(guidance !== undefined);
      }
    }
  });

  test('lets an alias stand with the questions and rules of its original', () => {
    for (const category of all) {
      if (category.policy !== 'same-as') continue;
      const [alias, original] = [categoryEntry(category.id)!, categoryEntry(category.as)!];
      expect(alias.guidance, category.id).toBe(original.guidance);
      expect(alias.rules, category.id).toEqual(original.rules);
    }
  });

  test('counts what is done with the categories, and the ones that have rules', () => {
    const counts = countPolicies();
    for (const policy of POLICIES)
      expect(counts[policy], policy).toBe(all.filter((category) => category.policy === policy).length);
    for (const { pack, marked, categories } of campaigns) {
      const ruled = categories.filter(({ rules }) => rules.length > 0).length;
      expect(marked, pack.id).toBe(ruled);
    }
  });
});

describe('findCategories', () => {
  const ids = (text: string, policy: Parameters<typeof findCategories>[1] = '') =>
    findCategories(text, policy).map(({ category }) => category.id);

  test.each([
    ['a Chinese name', '虚假摆拍'],
    ['an English name, whatever the case', 'fake STAGED'],
    ['full-width letters', 'ｆａｋｅ ｓｔａｇｅｄ'],
    ['a clause', '苦情'],
    ['an English clause', 'tragic scripts'],
    ['the id', '2025-3/fake-staged'],
    ['the campaign and a part of the name', '短视频 摆拍'],
  ])('finds by %s', (_, text) => {
    expect(ids(text)).toContain('2025-3/fake-staged');
  });

  test('finds nothing, everything, or what is treated alike', () => {
    expect(ids('不存在的说法')).toEqual([]);
    expect(ids('  ')).toHaveLength(115);
    expect(ids('', 'never-by-viewpoint').sort()).toEqual(
      all
        .filter(({ policy }) => policy === 'never-by-viewpoint')
        .map(({ id }) => id)
        .sort(),
    );
    expect(ids('fake staged', 'not-observable')).toEqual([]);
  });
});
