import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conflictOf,
  type DifferingPost,
  type ImportChoices,
  isTaken,
  KEEP_ALL,
  TAKE_RULES,
  takenFields,
  withField,
  withRule,
} from '@/utils/exchange/import-choices';
import { COMPARED, type ComparedField, type Difference, TAKEABLE } from '@/utils/merge/plan';
import type { Reviewer } from '@/utils/model/account';
import { ME, THEM } from './import-files';

const OTHER: Reviewer = { id: 'reviewer-other', name: '第三人' };

const says = (field: ComparedField, ...theirs: [Reviewer, number][]): Difference => ({
  field,
  here: '这里',
  theirs: theirs.map(([reviewer, at]) => ({ reviewer, value: '那里', at })),
});

function post(differences: Difference[], parts: Partial<DifferingPost> = {}): DifferingPost {
  const plan = {
    postKey: 'zhihu:answer:7',
    headline: '标题',
    row: 2,
    verdict: 'differs' as const,
    differences,
    adds: { accounts: 1, pictures: 0, visits: 0 },
  };
  return { plan, hereAt: 100, reviewer: THEM, ...parts };
}

test('nothing is taken unless it is chosen', () => {
  expect(takenFields(KEEP_ALL, post(COMPARED.map((field) => says(field, [THEM, 999]))))).toEqual([]);
});

test('all of theirs is all that can be taken: what was read stands side by side', () => {
  const differing = post(COMPARED.map((field) => says(field, [THEM, 1])));
  expect(takenFields(withRule(KEEP_ALL, 'theirs'), differing)).toEqual([...TAKEABLE]);
});

test('where newer, only of a report that was changed after the one here', () => {
  const newer = withRule(KEEP_ALL, 'newer');
  expect(takenFields(newer, post([says('status', [THEM, 101])]))).toEqual(['status']);
  expect(takenFields(newer, post([says('status', [THEM, 100])]))).toEqual([]);
});

describe('what others say in the same file', () => {
  test('is not taken for the word of the file’s reviewer', () => {
    const choices = withField(withRule(KEEP_ALL, 'theirs'), 'zhihu:answer:7', 'note', true);
    expect(takenFields(choices, post([says('note', [OTHER, 999])]))).toEqual([]);
  });

  test('does not hide what the file’s reviewer says', () => {
    const choices = withRule(KEEP_ALL, 'newer');
    expect(takenFields(choices, post([says('note', [OTHER, 1], [THEM, 200])]))).toEqual(['note']);
  });
});

test('one field is chosen for one post alone, and forgotten when all are chosen at once', () => {
  const differing = post([says('note', [THEM, 1]), says('tags', [THEM, 1])]);
  const chosen = withField(withRule(KEEP_ALL, 'theirs'), 'zhihu:answer:7', 'note', false);
  expect(takenFields(chosen, differing)).toEqual(['tags']);
  const other = post(differing.plan.differences);
  other.plan = { ...other.plan, postKey: 'zhihu:answer:8' };
  expect(takenFields(chosen, other)).toEqual(['note', 'tags']);
  expect(takenFields(withRule(chosen, 'theirs'), differing)).toEqual(['note', 'tags']);
});

test('the list shows exactly what will be taken', () => {
  const reviewer = fc.constantFrom(ME, THEM, OTHER);
  const difference = fc.record({
    field: fc.constantFrom(...COMPARED),
    here: fc.string(),
    theirs: fc.uniqueArray(fc.record({ reviewer, value: fc.string(), at: fc.nat(200) }), {
      selector: (each) => each.reviewer.id,
      minLength: 1,
    }),
  });
  const differences = fc.uniqueArray(difference, { selector: ({ field }) => field });
  const chosen = fc.array(fc.tuple(fc.constantFrom(...COMPARED), fc.boolean()));
  fc.assert(
    fc.property(differences, chosen, fc.constantFrom(...TAKE_RULES), (all, fields, rule) => {
      const differing = post(all);
      const choices = fields.reduce<ImportChoices>(
        (last, [field, take]) => withField(last, 'zhihu:answer:7', field, take),
        withRule(KEEP_ALL, rule),
      );
      const shown = conflictOf(choices, differing).fields;
      expect(shown.filter(({ taken }) => taken).map(({ field }) => field)).toEqual(
        takenFields(choices, differing),
      );
      for (const field of shown) {
        expect(field.taken).toBe(isTaken(choices, differing, field));
        if (field.taken) expect(field.takeable).toEqual(THEM);
        expect(field.takeable !== undefined).toBe(
          (TAKEABLE as readonly string[]).includes(field.field) &&
            field.theirs.some((each) => each.reviewer.id === THEM.id),
        );
      }
    }),
  );
});
