// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dismissal, Report, RuleTally } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { newDatabaseName } from '../../support/database-name';
import { type Past, RULES, step } from './courses';

/** Straight from the definition, over all that is stored. */
function recount(reports: readonly Report[], dismissals: readonly Dismissal[]): RuleTally[] {
  return RULES.map((rule) => ({
    rule,
    reported: reports.filter((report) =>
      report.findings.some((each) => each.rule === rule && report.categories.includes(each.category)),
    ).length,
    dismissed: dismissals.filter(({ rules }) => rules.includes(rule)).length,
  }));
}

describe('after any course of decisions', () => {
  test('counters and ledger are right, and nothing is left of what is gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = newDatabaseName();
        let time = 0;
        const store = new ReportStore('1', name, () => ++time);
        const past: Past = { filed: [], drafts: [], removed: [], entries: [], imports: [] };
        for (const each of steps) await each(store, past);
        // Opens the database where no step has.
        await store.count();
        const stored = await new Dexie(name).open();
        const rows = <T>(table: string) => stored.table<T>(table).toArray();
        const reports = await rows<Report>('reports');
        const expected = recount(reports, await rows<Dismissal>('dismissals'));
        expect(await store.tallies(RULES)).toEqual(expected);
        expect(await rows('tallies')).toEqual(
          expected.filter(({ reported, dismissed }) => reported + dismissed > 0),
        );
        const ids = new Set(reports.map(({ id }) => id));
        for (const table of ['history', 'visits', 'evidence']) {
          const owners = (await rows<{ reportId: string }>(table)).map(({ reportId }) => reportId);
          expect(
            owners.filter((id) => !ids.has(id)),
            table,
          ).toEqual([]);
        }
        stored.close();
        // Over all rows, totals and tallies.
        expect(await store.verify()).toMatchObject({ problems: [] });
        store.close();
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
