import type { CheckChoice, CheckId, CheckTally, Concern, Leaving } from '../model/concern';
import type { Overruled } from '../model/handover';
import type { Report } from '../model/report';

/**
 * Noting that something was let pass changes the report itself, a little after the reader said so. A change later
 * than that is another one, of which nothing was said.
 */
const NOTED_WITHIN = 60_000;

export interface OverruledBy {
  leaving: Leaving;
  at: number;
  /** The reviewer's local name; empty when none was set. */
  by: string;
}

/** Reports of which the same is to be noted. */
export interface OverruledGroup {
  ids: string[];
  overruled: Overruled[];
}

/** The last time that a check was let pass for the same purpose. */
export function earlierPass(report: Report, check: CheckId, leaving: Leaving): Concern['earlier'] {
  const last = (report.overruled ?? [])
    .filter((each) => each.check === check && each.for === leaving)
    .reduce<Overruled | undefined>((a, b) => (a && a.at >= b.at ? a : b), undefined);
  if (!last) return undefined;
  const { at, by } = last;
  const stands = at >= (report.readAt ?? report.createdAt) && report.updatedAt - at <= NOTED_WITHIN;
  return { at, ...(by ? { by } : {}), stands };
}

/** What to note of one report: the checks that the reader let pass now. */
export function overruledOf(checks: Iterable<CheckId>, { leaving, at, by }: OverruledBy): Overruled[] {
  return [...checks].map((check) => ({ check, for: leaving, at, ...(by ? { by } : {}) }));
}

/** Reports that stay out because the reader leaves one of their checks out. */
export function leftOut(
  tallies: readonly CheckTally[],
  choices: ReadonlyMap<CheckId, CheckChoice>,
): Set<string> {
  return new Set(tallies.flatMap(({ check, ids }) => (choices.get(check) === 'leave' ? ids : [])));
}

/** What to note of many reports: of each the checks in spite of which it is taken along. */
export function overruledGroups(
  tallies: readonly CheckTally[],
  choices: ReadonlyMap<CheckId, CheckChoice>,
  by: OverruledBy,
): OverruledGroup[] {
  const out = leftOut(tallies, choices);
  const checks = new Map<string, CheckId[]>();
  for (const { check, ids } of tallies) {
    if (choices.get(check) !== 'take') continue;
    for (const id of ids) if (!out.has(id)) checks.set(id, [...(checks.get(id) ?? []), check]);
  }
  const groups = new Map<string, OverruledGroup>();
  for (const [id, passed] of checks) {
    const key = passed.join(' ');
    const group = groups.get(key) ?? { ids: [], overruled: overruledOf(passed, by) };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}
