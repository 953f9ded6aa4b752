import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HistoryStep, stepsOf } from '@/components/detail/history-steps';
import type { ReportEdit } from '@/utils/model/edit';
import { REPORT_STATUSES, type Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft } from '../../support/builders';

const word = fc.constantFrom('甲', '乙', '丙');
const edit: fc.Arbitrary<ReportEdit> = fc.oneof(
  fc.constantFrom(...REPORT_STATUSES).map((status) => ({ action: 'status' as const, status })),
  fc.oneof(word, fc.constant('')).map((note) => ({ action: 'note' as const, note })),
  fc.tuple(word, fc.boolean()).map(([tag, isAdded]) => ({
    action: 'tags' as const,
    add: isAdded ? [tag] : [],
    remove: isAdded ? [] : [tag],
  })),
  fc.oneof(word, fc.constant('')).map((assignee) => ({ action: 'assignee' as const, assignee })),
);
/** What people do; `at` chooses among the entries that there are. */
type Act = { do: 'edit'; edit: ReportEdit } | { do: 'undo' | 'revert'; at: number };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: edit.map((each) => ({ do: 'edit' as const, edit: each })) },
  { weight: 2, arbitrary: fc.nat(40).map((at) => ({ do: 'undo' as const, at })) },
  { weight: 1, arbitrary: fc.nat(40).map((at) => ({ do: 'revert' as const, at })) },
);

/** What a report holds of what people change here, with nothing for what is not there. */
function contentOf({ status, note, tags = [], assignee = '' }: Report) {
  return { status, note, tags, assignee };
}

let store: ReportStore;
let reportId: string;
const whole = async () => (await store.get(reportId))!;

async function undo({ entry: { seq } }: HistoryStep): Promise<void> {
  expect(await store.undoEntries([seq])).toEqual({ undone: [reportId], kept: [] });
  const { report, history } = await whole();
  const [first, ...rest] = stepsOf(report, history);
  expect(first!.reverted).toMatchObject({ how: 'undo', target: { seq } });
  expect(rest.find(({ entry }) => entry.seq === seq)!.standing).toBe('taken-back');
}

async function play(acts: readonly Act[]): Promise<void> {
  // Every change at another time, as people make them.
  let time = 1_000;
  store = new ReportStore('1.2.3', `steps-${crypto.randomUUID()}`, () => (time += 1_000));
  ({ reportId } = await store.file(makeDraft()));
  /** What the report held right after each entry. */
  const left = new Map<number, ReturnType<typeof contentOf>>();
  for (const each of acts) {
    const { report, history } = await whole();
    left.set(history.at(-1)!.seq, contentOf(report));
    const steps = stepsOf(report, history);
    for (const { entry, changes } of steps) {
      for (const { field, to } of changes) {
        const empty = field === 'tags' ? [] : '';
        const told = to === 'unknown' ? to : { value: to.value ?? empty };
        expect(told).toEqual({ value: left.get(entry.seq)![field as 'note'] });
      }
    }
    if (each.do === 'edit') {
      await store.edit(reportId, each.edit);
      continue;
    }
    const step = steps[each.at % steps.length]!;
    if (each.do === 'revert') {
      const { entries } = await store.revertTo(reportId, step.entry.seq);
      expect(entries.length > 0, 'offered where it changes something').toBe(step.hasMovedOn);
      expect(contentOf((await whole()).report)).toEqual(left.get(step.entry.seq));
    } else if (step.standing === 'present') {
      await undo(step);
    }
  }
  store.close();
}

test('a history says what each entry left, and offers what the store then does', async () => {
  const status = (each: ReportEdit & { action: 'status' }): Act => ({ do: 'edit', edit: each });
  await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 12 }), play), {
    numRuns: 100,
    examples: [
      [
        // Two decisions, taken back one after the other.
        [
          status({ action: 'status', status: 'confirmed' }),
          status({ action: 'status', status: 'dismissed' }),
          { do: 'undo', at: 0 },
          { do: 'undo', at: 2 },
        ],
      ],
      [
        // Back to a decision, and once more to the same one that was made at another time.
        [
          status({ action: 'status', status: 'dismissed' }),
          { do: 'undo', at: 0 },
          status({ action: 'status', status: 'dismissed' }),
          { do: 'edit', edit: { action: 'assignee', assignee: '甲' } },
          { do: 'revert', at: 1 },
          { do: 'revert', at: 22 },
        ],
      ],
    ],
  });
}, 60_000);
