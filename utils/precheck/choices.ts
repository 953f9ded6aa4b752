import { type CheckChoice, type CheckId, type CheckTally, COMPLETENESS } from '../model/concern';

/** Missing pieces are taken along unless the reader says otherwise; everything else must be chosen. */
export function defaultChoices(tallies: readonly CheckTally[]): Map<CheckId, CheckChoice> {
  return new Map(
    tallies.flatMap(({ check }) => (COMPLETENESS.includes(check) ? [[check, 'take'] as const] : [])),
  );
}

/** Checks that still wait for a choice. */
export function unchosen(
  tallies: readonly CheckTally[],
  choices: ReadonlyMap<CheckId, CheckChoice>,
): CheckId[] {
  return tallies.flatMap(({ check, count }) => (count > 0 && !choices.has(check) ? [check] : []));
}
