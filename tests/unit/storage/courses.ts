import fc from 'fast-check';
import { expect } from 'vitest';
import { StorageError } from '@/utils/errors';
import { TAKEABLE } from '@/utils/merge/plan';
import type { ReportEdit } from '@/utils/model/edit';
import { REPORT_STATUSES } from '@/utils/model/report';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { makeMediaCheck } from '../../support/any-media-checks';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { incomingBy, ME, OTHERS } from '../merge/arbitraries';
import { picturesOf } from './exchange-support';
import { listOf } from './support';

/** Any course of what readers do to the store, on a few posts, so that steps meet each other. */
const CATEGORIES = ['a', 'b', 'c'];
export const RULES = ['a/1', 'a/2', 'b/1'];
const CHECK = makeMediaCheck();
const POSTS = ['p', 'q', 'r'].map((id) => makePost({ id, media: [CHECK.media] }));

const post = fc.constantFrom(...POSTS);
const categories = fc.uniqueArray(fc.constantFrom(...CATEGORIES));
const findings = fc.array(
  fc.record({ rule: fc.constantFrom(...RULES), category: fc.constantFrom(...CATEGORIES) }).map(makeFinding),
  { maxLength: 4 },
);
const withheld = fc.subarray(['author', 'counts', 'media'] as const).map((parts) => [...parts]);
const mediaChecks = fc.subarray([CHECK, makeMediaCheck({ verdict: 'none', evidence: [] })]);
const draft = fc.record({ post, categories, findings, withheld, mediaChecks }).map(makeDraft);
const dismissal = fc.record({
  postKey: post.map(({ key }) => key),
  rules: fc.array(fc.constantFrom(...RULES), { maxLength: 3 }),
});

/** What the reader has done so far, to undo it or say it again. */
export interface Past {
  imports: string[];
  filed: { reportId: string; seq: number }[];
  drafts: ReturnType<typeof makeDraft>[];
  removed: FullReport[];
  entries: number[];
}
export type Step = (store: ReportStore, past: Past) => Promise<unknown>;

const tags = fc.subarray(['甲', '乙', '丙']);
const pick = fc.nat({ max: 20 });
/** The nth of what there is, if there is any. */
function nth<T>(list: readonly T[], n: number): T | undefined {
  return list[n % Math.max(1, list.length)];
}
const file = async (store: ReportStore, past: Past, said: ReturnType<typeof makeDraft>) => {
  past.drafts.push(said);
  // Every third filing comes with a picture.
  const picture = past.drafts.length % 3 === 0 ? new Blob([`picture ${past.drafts.length}`]) : undefined;
  past.filed.push(await store.file(said, picture));
};
const edit = fc.oneof(
  categories.map((each): ReportEdit => ({ action: 'categories', categories: each })),
  fc.constantFrom(...REPORT_STATUSES).map((status): ReportEdit => ({ action: 'status', status })),
  fc.constantFrom('', '一', '二').map((note): ReportEdit => ({ action: 'note', note })),
  fc.tuple(tags, tags).map(([add, remove]): ReportEdit => ({ action: 'tags', add, remove })),
  fc.constantFrom('', '小林').map((assignee): ReportEdit => ({ action: 'assignee', assignee })),
);
export const step: fc.Arbitrary<Step> = fc.oneof(
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
  fc.tuple(fc.array(pick, { maxLength: 3 }), edit).map(
    ([ns, change]): Step =>
      async (store, past) => {
        const list = await listOf(store);
        const ids = ns.flatMap((n) => nth(list, n)?.id ?? []);
        past.entries.push(...(await store.editMany(ids, change)).entries);
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const seq = nth(past.entries, n);
        if (seq !== undefined) await store.undoEntries([seq]);
      },
  ),
  fc.tuple(pick, pick).map(
    ([n, m]): Step =>
      async (store) => {
        const report = nth(await listOf(store), n);
        const entry = report && nth((await store.get(report.id))!.history, m);
        if (entry) await store.revertTo(entry.reportId, entry.seq);
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const filing = nth(past.filed, n);
        const blob = n % 2 === 0 ? new Blob([`other ${n}`]) : null;
        // Refused when the report or the filing is gone.
        if (filing)
          await store
            .setPicture({ ...filing, blob })
            .catch((error) => expect(error).toBeInstanceOf(StorageError));
      },
  ),
  fc.boolean().map(
    (back): Step =>
      async (store) => {
        const taken = await store.removePictures((await listOf(store)).map(({ id }) => id));
        if (back) await store.restorePictures(taken);
      },
  ),
  pick.map(
    (n): Step =>
      async (store) => {
        const report = nth(await listOf(store), n);
        if (report) await store.recordVisit({ reportId: report.id, changes: ['gone'] });
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const report = nth(await listOf(store), n);
        const removed = report && (await store.removeMany([report.id]))[0];
        if (removed) past.removed.push(removed);
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const removed = nth(past.removed, n);
        // Refused when the post was reported again meanwhile: then nothing may be counted.
        if (removed)
          await store.restoreMany([removed]).catch((error) => expect(error).toBeInstanceOf(StorageError));
      },
  ),
  fc.tuple(incomingBy(OTHERS[0]!), fc.constantFrom(ME, OTHERS[0]!), fc.subarray([...TAKEABLE])).map(
    ([incoming, sender, take]): Step =>
      async (store, past) => {
        const meta = { file: 'x', format: 'zip' as const, sender, me: ME, mine: sender === ME };
        const id = await store.beginImport(meta);
        await store.importReports(id, [{ incoming, pictures: picturesOf(incoming), take }]);
        const { key } = incoming.report.post;
        await store.importDismissals(id, [{ postKey: key, rules: [RULES[0]!], at: 1 }]);
        await store.finishImport(id);
        past.imports.push(id);
      },
  ),
  pick.map(
    (n): Step =>
      async (store, past) => {
        const id = nth(past.imports, n);
        if (id) await store.undoImport(id);
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
