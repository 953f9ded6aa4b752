import { describe, expect, test } from 'vitest';
import { isRight } from '@/scripts/eval/categories';
import { isLabel } from '@/scripts/eval/set-spec';
import { setSpecs } from '@/scripts/eval/sets';
import { builtInPacks } from '@/utils/rules';

const measures = setSpecs.flatMap((spec) => spec.measures ?? []);
const rightLists = [
  ...measures.map(({ id, right }) => [id, right] as const),
  ...setSpecs.flatMap(({ set, pairs, cases }) => [
    ...(pairs ? [[`${set} pairs`, pairs.right] as const] : []),
    ...Object.entries(cases?.right ?? {}).map(([label, right]) => [`${set} ${label}`, right] as const),
  ]),
];

describe('the table of sets', () => {
  const known = builtInPacks.flatMap(({ categories }) => categories.map(({ id }) => id));

  test.each(rightLists)('%s counts categories as right that are in a pack', (_, right) => {
    expect(right.length).toBeGreaterThan(0);
    for (const each of right) {
      const found = known.filter((id) => isRight(id, [each]));
      expect(found, `${each} is not a category, nor the beginning of one`).not.toEqual([]);
    }
  });

  test('names every set and every measure once', () => {
    const sets = setSpecs.map(({ set }) => set);
    expect(new Set(sets).size).toBe(sets.length);
    const ids = measures.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { set, measures: own = [] } of setSpecs)
      for (const { id } of own) expect(id === set || id.startsWith(`${set}:`), id).toBe(true);
  });

  test('no label is positive and negative in one measure', () => {
    for (const { id, positive, negative } of measures) {
      for (const label of positive) expect(isLabel(label, negative), `${id} ${label}`).toBe(false);
      for (const label of negative) expect(isLabel(label, positive), `${id} ${label}`).toBe(false);
    }
  });
});

test('a label value may stand for all that begin with it', () => {
  expect(isLabel('IL:Gambling', ['IL:*'])).toBe(true);
  expect(isLabel('IL:Gambling', ['IL'])).toBe(false);
  expect(isLabel('0', ['1', '0'])).toBe(true);
});

test('a category id may stand for all of a campaign', () => {
  expect(isRight('2025-4/ai-water-army', ['2025-4/'])).toBe(true);
  expect(isRight('2025-4/ai-water-army', ['2025-4/ai'])).toBe(false);
});
