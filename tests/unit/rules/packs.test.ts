import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { marksPage } from '@/utils/model/finding';
import { foldTerm } from '@/utils/rules/fold';
import { builtInPacks, loadRules, sharedPack } from '@/utils/rules/index';
import { type Condition, PackSchema, SharedSchema } from '@/utils/rules/schema';
import { find, fullReading, post } from './support';

const rules = loadRules();
const categories = builtInPacks.flatMap((pack) => pack.categories);
const everyRule = builtInPacks.flatMap((pack) => pack.rules);

function walk(condition: Condition): Condition[] {
  if ('any' in condition) return [condition, ...condition.any.flatMap(walk)];
  if ('all' in condition) return [condition, ...condition.all.flatMap(walk)];
  return [condition];
}

const conditions = [
  ...everyRule.map((rule) => rule.when),
  ...Object.values(sharedPack.groups),
  ...Object.values(sharedPack.counters).map(({ when }) => when),
].flatMap(walk);

describe('the shipped packs', () => {
  it('fit the schema as they stand, defaults written out', () => {
    for (const pack of builtInPacks) expect(v.parse(PackSchema, pack)).toEqual(pack);
    expect(v.parse(SharedSchema, sharedPack)).toEqual(sharedPack);
  });

  it('use every id once', () => {
    for (const ids of [builtInPacks, categories, everyRule].map((list) => list.map(({ id }) => id))) {
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it('sort categories and rules by id', () => {
    for (const pack of builtInPacks) {
      for (const ids of [pack.categories, pack.rules].map((list) => list.map(({ id }) => id))) {
        expect(ids).toEqual([...ids].sort());
      }
    }
  });

  it('name rules after their category and categories after their pack', () => {
    for (const pack of builtInPacks) {
      for (const { id } of pack.categories) expect(id.startsWith(`${pack.id}/`), id).toBe(true);
      for (const rule of pack.rules) {
        expect(rule.id.startsWith(`${rule.category}/`), rule.id).toBe(true);
        expect(pack.categories.map(({ id }) => id)).toContain(rule.category);
      }
    }
  });

  it('have at least two rules in every category', () => {
    for (const { id } of categories) {
      expect(everyRule.filter((rule) => rule.category === id).length, id).toBeGreaterThanOrEqual(2);
    }
  });

  it('leave no shared wording unused', () => {
    const used = conditions.flatMap((condition) => ('use' in condition ? [condition.use] : []));
    expect(Object.keys(sharedPack.groups).filter((id) => !used.includes(id))).toEqual([]);
    const counters = everyRule.flatMap((rule) => rule.unless);
    expect(Object.keys(sharedPack.counters).filter((id) => !counters.includes(id))).toEqual([]);
  });

  it('hold no term that a shorter term of the same list already finds', () => {
    for (const condition of conditions) {
      if (!('terms' in condition)) continue;
      const folded = condition.terms.map(foldTerm);
      const idle = folded.filter((term, i) => folded.some((other, j) => i !== j && term.includes(other)));
      expect(idle).toEqual([]);
    }
  });

  it('need more than one cue, so that no single word of a topic fires', () => {
    for (const { id, when } of everyRule) {
      const alternatives = 'any' in when ? when.any : [when];
      expect(
        alternatives.every((part) => 'all' in part),
        id,
      ).toBe(true);
    }
  });

  it('say what was seen, not what is true', () => {
    for (const { reason } of everyRule) expect(reason.zh_CN).not.toMatch(/造假|造谣|违法|诈骗犯|假医生|骗子/);
  });
});

describe.each(rules.rules.map((compiled) => [compiled.rule.id, compiled] as const))('%s', (id, compiled) => {
  const source = everyRule.find((rule) => rule.id === id)!;

  it('fires on its hits', () => {
    for (const text of source.hits) expect(find(rules, post(text), id), text).toBeDefined();
  });

  it('reaches its confidence on its hits once labels were read', () => {
    if (source.confidence === 'clue') return;
    const labels = fullReading(compiled);
    for (const text of source.hits) {
      expect(marksPage(find(rules, post(text, { labels }), id)!), text).toBe(true);
    }
  });

  it('shows at least one word for each hit', () => {
    for (const text of source.hits) expect(find(rules, post(text), id)!.spans, text).not.toEqual([]);
  });

  it('stays silent on its misses', () => {
    for (const text of source.misses) expect(find(rules, post(text), id), text).toBeUndefined();
  });
});
