import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { marksPage } from '@/utils/model/finding';
import { foldTerm } from '@/utils/rules/fold';
import { builtInPacks, loadRules, sharedPacks } from '@/utils/rules/index';
import { type Condition, type Example, isHinted, PackSchema, SharedPackSchema } from '@/utils/rules/schema';
import { example, find, fullReading } from './support';

const rules = loadRules();
const categories = builtInPacks.flatMap((pack) => pack.categories);
const everyRule = builtInPacks.flatMap((pack) => pack.rules);
const named = (part: 'groups' | 'counters') =>
  sharedPacks.flatMap((pack) => Object.keys(pack[part]).map((name) => `${pack.id}/${name}`));

function walk(condition: Condition): Condition[] {
  const parts =
    'any' in condition
      ? condition.any
      : 'all' in condition
        ? condition.all
        : 'none' in condition
          ? condition.none
          : 'that' in condition
            ? [condition.that]
            : 'atLeast' in condition
              ? condition.of
              : 'times' in condition
                ? [condition.of]
                : [];
  return [condition, ...parts.flatMap(walk)];
}

const conditions = [
  ...everyRule.map((rule) => rule.when),
  ...sharedPacks.flatMap(({ groups, counters }) => [
    ...Object.values(groups),
    ...Object.values(counters).map(({ when }) => when),
  ]),
].flatMap(walk);

describe('the shipped packs', () => {
  it.each(builtInPacks.map((pack) => [pack.id, pack] as const))(
    '%s fits the schema as it stands',
    (_, pack) => {
      expect(v.parse(PackSchema, pack)).toEqual(pack);
      expect(JSON.stringify(pack), 'a text is still to be written').not.toContain('TODO');
    },
  );

  it.each(sharedPacks.map((pack) => [pack.id, pack] as const))('shared/%s fits the schema', (_, pack) => {
    expect(v.parse(SharedPackSchema, pack)).toEqual(pack);
    for (const part of [pack.groups, pack.counters])
      expect(Object.keys(part), 'sort the names').toEqual([...Object.keys(part)].sort());
  });

  it('use every id once', () => {
    for (const ids of [builtInPacks, sharedPacks, categories, everyRule].map((list) =>
      list.map(({ id }) => id),
    ))
      expect(ids).toEqual([...new Set(ids)]);
  });

  it('sort categories and rules by id', () => {
    for (const pack of builtInPacks) {
      for (const ids of [pack.categories, pack.rules].map((list) => list.map(({ id }) => id)))
        expect(ids).toEqual([...ids].sort());
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

  it('have at least two rules in every category that takes rules', () => {
    for (const { id } of categories.filter(isHinted))
      expect(everyRule.filter((rule) => rule.category === id).length, id).toBeGreaterThanOrEqual(2);
  });

  it('leave no shared wording unused', () => {
    const used = conditions.flatMap((condition) => ('use' in condition ? [condition.use] : []));
    expect(named('groups').filter((id) => !used.includes(id))).toEqual([]);
    const always = sharedPacks.flatMap(({ id, counters }) =>
      Object.entries(counters).flatMap(([name, counter]) => (counter.always ? [`${id}/${name}`] : [])),
    );
    const counters = [...always, ...everyRule.flatMap((rule) => rule.unless)];
    expect(named('counters').filter((id) => !counters.includes(id))).toEqual([]);
    for (const { id, despite } of everyRule)
      expect(
        despite.filter((counter) => !always.includes(counter)),
        `${id}: despite`,
      ).toEqual([]);
  });

  it('hold no term that a shorter term of the same list already finds', () => {
    for (const condition of conditions) {
      if (!('terms' in condition)) continue;
      const folded = condition.terms.map(foldTerm);
      // Latin words have boundaries: vx does not find vxin.
      const idle = folded.filter((term, i) =>
        folded.some((other, j) => i !== j && term.includes(other) && !/^[a-z0-9]+$/.test(other)),
      );
      expect(idle).toEqual([]);
    }
  });

  it('need more than one cue, or evidence, so that no single word of a topic fires', () => {
    const needsTwo = (when: Condition): boolean =>
      'any' in when ? when.any.every(needsTwo) : 'all' in when || 'atLeast' in when || 'evidence' in when;
    expect(everyRule.filter(({ when }) => !needsTwo(when)).map(({ id }) => id)).toEqual([]);
  });

  it('say what was seen, not what is true', () => {
    for (const { id, reason } of everyRule) {
      expect(reason.zh_CN, id).not.toMatch(/造假|造谣|违法|诈骗犯|假医生|骗子/);
      expect(reason.en, id).not.toMatch(/illegal|fraudster|liar|criminal/i);
    }
  });
});

describe.each(everyRule.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const category = categories.filter(isHinted).find((each) => each.id === rule.category)!;

  it('fires on its hits', () => {
    for (const hit of rule.hits) expect(found(hit), said(hit)).toBeDefined();
  });

  it('reaches its confidence on its hits once labels were read', () => {
    if (rule.confidence === 'clue') return;
    for (const hit of rule.hits) expect(marksPage(found(hit, fullReading(category))!), said(hit)).toBe(true);
  });

  it('stays silent on its misses', () => {
    for (const miss of rule.misses) expect(found(miss), said(miss)).toBeUndefined();
  });

  function found(from: Example, labels = fullReading({ labels: [] })) {
    return contextsOf(rule.when)
      .map((context) => find(rules, example(from, { ...context, labels }), id))
      .find((finding) => finding !== undefined);
  }
});

function said(from: Example): string {
  return typeof from === 'string' ? from : `${from.text} (${from.media})`;
}

/** The places where a rule looks: examples of a rule on live rooms are read as of a live room. */
function contextsOf(when: Condition) {
  const posts = walk(when).flatMap((condition) => ('post' in condition ? [condition.post] : []));
  const [kind] = posts.flatMap(({ kinds = [] }) => kinds);
  const [surface] = posts.flatMap(({ surfaces = [] }) => surfaces);
  const [site] = posts.flatMap(({ sites = [] }) => sites);
  const some = { author: {}, ...(kind && { kind }), ...(surface && { surface }), ...(site && { site }) };
  return [some, { author: {} }];
}
