import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StorageError } from '@/utils/errors';
import type { Dismissal, Report, RuleTally } from '@/utils/model/report';
import { type FullReport, ReportStore } from '@/utils/storage/reports';
import { makeDraft, makeFinding, makePost } from '../../support/builders';

const CATEGORIES = ['a', 'b', 'c'];
const RULES = ['a/1', 'a/2', 'b/1'];
const POSTS = ['p', 'q', 'r'].map((id) => makePost({ id }));
let databases = 0;

const post = fc.constantFrom(...POSTS);
const categories = fc.uniqueArray(fc.constantFrom(...CATEGORIES));
const findings = fc.array(
  fc.record({ rule: fc.constantFrom(...RULES), category: fc.constantFrom(...CATEGORIES) }).map(makeFinding),
  { maxLength: 4 },
);
const draft = fc.record({ post, categories, findings }).map(makeDraft);
const dismissal = fc.record({
  postKey: post.map(({ key }) => key),
  rules: fc.array(fc.constantFrom(...RULES), { maxLength: 3 }),
});

/** What the reader has done so far, to undo it or say it again. */
interface Past {
  filed: { reportId: string; seq: number }[];
  drafts: ReturnType<typeof makeDraft>[];
  removed: FullReport[];
}
type Step = (store: ReportStore, past: Past) => Promise<unknown>;

const pick = fc.nat({ max: 20 });
/** The nth of what there is, if there is any. */
function nth<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}
const file = async (store: ReportStore, past: Past, said: ReturnType<typeof makeDraft>) => {
  past.drafts.push(said);
  past.filed.push(await store.file(said));
};
const step: fc.Arbitrary<Step> = fc.oneof(
  draft.map(
    (said): Step =>
      (store, past) =>
        file(store, past, said),
  ),
  fc.tuple(pick, categories).map(
    ([n, newer]): Step =>
      async (store, past) => {
        const said = nth(past.drafts, n);
        if (said) await file(store, past, { ...said, categories: newer });
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const filing = nth(past.filed, n);
        if (filing) await store.undoFiling(filing.reportId, filing.seq);
      },
  ),
  fc.tuple(pick, categories).map(
    ([n, newer]): Step =>
      async (store) => {
        const report = nth(await store.list(), n);
        if (report) await store.edit(report.id, { action: 'categories', categories: newer });
      },
  ),
  pick.map(
    (n): Step =>
      async (store) => {
        const report = nth(await store.list(), n);
        if (report) await store.edit(report.id, { action: 'status', status: 'dismissed' });
      },
  ),
  pick.map(
    (n): Step =>
      async (store) => {
        const report = nth(await store.list(), n);
        if (report) await store.recordVisit({ reportId: report.id, changes: ['gone'] });
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const report = nth(await store.list(), n);
        const removed = report && (await store.remove(report.id));
        if (removed) past.removed.push(removed);
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const removed = nth(past.removed, n);
        // Refused when the post was reported again meanwhile: then nothing may be counted.
        if (removed)
          await store.restore(removed).catch((error) => expect(error).toBeInstanceOf(StorageError));
      },
  ),
  fc.array(dismissal, { maxLength: 3 }).map(
    (posts): Step =>
      (store) =>
        store.dismissMany(posts),
  ),
  fc.array(post, { maxLength: 3 }).map(
    (posts): Step =>
      (store) => {
        return store.undoDismissals(posts.map(({ key }) => key));
      },
  ),
);

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
  test('tallies say what a recount says, and nothing is left of what is gone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = `tallies-${++databases}`;
        let time = 0;
        const store = new ReportStore('1', name, () => ++time);
        const past: Past = { filed: [], drafts: [], removed: [] };
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
        store.close();
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
