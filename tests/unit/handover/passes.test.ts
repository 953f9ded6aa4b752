import { describe, expect, test, vi } from 'vitest';
import { HandoverDrafts } from '@/entrypoints/reports/cases/drafts';
import { noteOutcome } from '@/entrypoints/reports/cases/note-outcome';
import { pictureFile } from '@/entrypoints/reports/cases/picture-file';
import { firstOfEach, passedOf, waitingIn } from '@/entrypoints/reports/cases/use-checks';
import type { HandoverCase } from '@/utils/handover/cases';
import type { CheckId, Concern } from '@/utils/model/concern';
import type { Handover } from '@/utils/model/handover';
import { makeReport } from '../../support/builders';

const concern = (check: CheckId, stands?: boolean): Concern => ({
  check,
  places: [],
  grounds: [],
  ...(stands !== undefined && { earlier: { at: 1, stands } }),
});
const raised = (id: string, ...concerns: Concern[]) => ({ report: makeReport({ id }), concerns });

describe('what was let pass', () => {
  test('only what nobody has looked at waits; what is merely missing never does', () => {
    const all = [
      concern('minors'),
      concern('minors'),
      concern('satire', true),
      concern('names', false),
      concern('evidence'),
    ];
    const none = new Set<CheckId>();
    expect(waitingIn(all, none, none)).toEqual(['minors', 'names']);
    expect(waitingIn(all, new Set<CheckId>(['minors']), none)).toEqual(['names']);
    expect(waitingIn(all, none, new Set<CheckId>(['names']))).toEqual(['minors']);
  });

  test('is noted with what is missing, and not again where it still stands', () => {
    const each = raised(
      'a',
      concern('minors'),
      concern('names', true),
      concern('satire'),
      concern('evidence'),
    );
    expect(passedOf(each, new Set<CheckId>(['minors', 'names']))).toEqual(['minors', 'evidence']);
  });

  test('is asked once for all copies, at the first that raises it', () => {
    const shown = firstOfEach([
      raised('a', concern('minors')),
      raised('b', concern('minors')),
      raised('c', concern('minors'), concern('names')),
    ]);
    expect(shown.map(({ report, concerns }) => [report.id, concerns.map(({ check }) => check)])).toEqual([
      ['a', ['minors']],
      ['c', ['names']],
    ]);
  });
});

test('drafts are kept by report until they are dropped', () => {
  const drafts = new HandoverDrafts();
  const draft = { texts: new Map([['12377 description', '改过']]), queryCode: 'Q', note: '' };
  drafts.keep('a', draft);
  expect(drafts.of('a')).toBe(draft);
  expect(drafts.of('b')).toEqual({ texts: new Map(), queryCode: '', note: '' });
  drafts.drop('a');
  expect(drafts.of('a').queryCode).toBe('');
});

test('pictures are saved under names that tell them apart', () => {
  const file = pictureFile({ blob: new Blob(['x'], { type: 'image/webp' }) }, 2);
  expect([file.name, file.type, file.size]).toEqual(['qingjian-picture-2.webp', 'image/webp', 1]);
  expect(pictureFile({ blob: new Blob(['x']) }, 1).name).toBe('qingjian-picture-1.bin');
});

describe('noting an outcome', () => {
  const handover = (id: string, outcomeAt?: number): Handover => ({
    id,
    channel: '12377',
    at: 5,
    queryCode: 'Q',
    outcome: outcomeAt ? 'removed' : 'open',
    ...(outcomeAt && { outcomeAt }),
    note: '',
    posts: [],
  });
  const stored = (id: string, ...handovers: Handover[]) => ({
    ...makeReport({ id, handovers }),
    rev: 1,
    seal: 's',
    chain: 'c',
  });
  const item = (...parts: [reportId: string, handoverId: string, isOwn: boolean][]): HandoverCase => ({
    key: 'k',
    channel: '12377',
    queryCode: 'Q',
    at: 5,
    outcome: 'open',
    outcomeAt: undefined,
    by: [],
    parts: parts.map(([reportId, handoverId, isOwn]) => ({ reportId, handoverId, isOwn })),
  });
  const noted = { outcome: 'labelled', outcomeAt: 9, queryCode: 'Q2', note: '短信' } as const;
  const noting = (rows: unknown[], edit = vi.fn(async () => true), isReadable = true) => ({
    store: { rows: vi.fn(async () => rows) },
    actions: {
      edit,
      attempt: async (_: unknown, work: () => Promise<void>) => {
        if (isReadable) await work();
        return isReadable;
      },
    },
  });

  test('goes into all reports of the case that are one’s own, one edit for each hand-over', async () => {
    const on = noting([
      stored('a', handover('h1')),
      stored('b', handover('h1')),
      stored('c', handover('h2', 7)),
    ]);
    const parts = item(['a', 'h1', true], ['x', 'h1', false], ['b', 'h1', true], ['c', 'h2', true]);
    expect(await noteOutcome(on, parts, noted)).toBe(true);
    expect(on.store.rows).toHaveBeenCalledWith(['a', 'b', 'c']);
    expect(on.actions.edit.mock.calls).toEqual([
      [['a', 'b'], { action: 'handover', handover: { ...handover('h1'), ...noted } }],
      [['c'], { action: 'handover', handover: { ...handover('h2'), ...noted } }],
    ]);
  });

  test('opening a case again takes the date of its answer away', async () => {
    const on = noting([stored('a', handover('h1', 7))]);
    await noteOutcome(on, item(['a', 'h1', true]), { outcome: 'open', queryCode: 'Q', note: '' });
    expect(on.actions.edit.mock.calls).toEqual([[['a'], { action: 'handover', handover: handover('h1') }]]);
  });

  test('is not said to be done when it could not be read or stored', async () => {
    const parts = item(['a', 'h1', true]);
    const rows = [stored('a', handover('h1'))];
    expect(
      await noteOutcome(
        noting(
          rows,
          vi.fn(async () => false),
        ),
        parts,
        noted,
      ),
    ).toBe(false);
    expect(
      await noteOutcome(
        noting(
          rows,
          vi.fn(async () => true),
          false,
        ),
        parts,
        noted,
      ),
    ).toBe(false);
  });

  test('passes over reports that are damaged or gone, or hold it no more', async () => {
    const on = noting([{ id: 'a' }, undefined, stored('c')]);
    const parts = item(['a', 'h1', true], ['b', 'h1', true], ['c', 'h1', true]);
    expect(await noteOutcome(on, parts, noted)).toBe(true);
    expect(on.actions.edit).not.toHaveBeenCalled();
  });
});
