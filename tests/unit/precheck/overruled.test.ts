import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECKS, type CheckChoice, type CheckId } from '@/utils/model/concern';
import { leftOut, overruledGroups, overruledOf } from '@/utils/precheck/overruled';

const by = { leaving: 'export', at: 5, by: '阿青' } as const;
const tally = (check: CheckId, ids: string[]) => ({ check, count: ids.length, ids, passed: 0 });

test('one entry for each check, with the name only where there is one', () => {
  expect(overruledOf(['satire', 'names'], by)).toEqual([
    { check: 'satire', for: 'export', at: 5, by: '阿青' },
    { check: 'names', for: 'export', at: 5, by: '阿青' },
  ]);
  expect(overruledOf(['satire'], { ...by, leaving: 'handover', by: '' })).toEqual([
    { check: 'satire', for: 'handover', at: 5 },
  ]);
});

test('reports are grouped by what was overruled; those left out are in no group', () => {
  const tallies = [tally('satire', ['a', 'b', 'c']), tally('names', ['b', 'c']), tally('minors', ['c'])];
  const choices = new Map<CheckId, CheckChoice>([
    ['satire', 'take'],
    ['names', 'take'],
    ['minors', 'leave'],
  ]);
  expect(leftOut(tallies, choices)).toEqual(new Set(['c']));
  expect(overruledGroups(tallies, choices, by)).toEqual([
    { ids: ['a'], overruled: overruledOf(['satire'], by) },
    { ids: ['b'], overruled: overruledOf(['satire', 'names'], by) },
  ]);
});

test('a check without a choice neither leaves out nor is noted', () => {
  const tallies = [tally('satire', ['a'])];
  expect(leftOut(tallies, new Map()).size).toBe(0);
  expect(overruledGroups(tallies, new Map(), by)).toEqual([]);
});

test('any choices: every report is left out, or noted with just the taken checks that it raises', () => {
  const raised = fc.dictionary(fc.constantFrom(...'abcdef'), fc.subarray([...CHECKS], { minLength: 1 }));
  const chosen = fc.dictionary(fc.constantFrom(...CHECKS), fc.constantFrom<CheckChoice>('leave', 'take'));
  fc.assert(
    fc.property(raised, chosen, (reports, picked) => {
      const choices = new Map(Object.entries(picked) as [CheckId, CheckChoice][]);
      const tallies = CHECKS.map((check) =>
        tally(
          check,
          Object.keys(reports).filter((id) => reports[id]!.includes(check)),
        ),
      );
      const out = leftOut(tallies, choices);
      const noted = new Map(
        overruledGroups(tallies, choices, by).flatMap(({ ids, overruled }) =>
          ids.map((id) => [id, overruled.map(({ check }) => check)] as const),
        ),
      );
      for (const [id, checks] of Object.entries(reports)) {
        expect(out.has(id)).toBe(checks.some((check) => choices.get(check) === 'leave'));
        const taken = checks.filter((check) => choices.get(check) === 'take');
        expect(noted.get(id) ?? []).toEqual(out.has(id) ? [] : taken);
      }
    }),
  );
});
