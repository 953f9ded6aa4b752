import { describe, expect, test } from 'vitest';
import { type HistoryStep, stepsOf } from '@/components/detail/history-steps';
import type { HistoryEntry, Report } from '@/utils/model/report';
import { makePost, makeReport } from '../../support/builders';

/** A history from its actions; numbers and times ascend from 1. */
const historyOf = (...entries: Omit<HistoryEntry, 'seq' | 'reportId' | 'at'>[]): HistoryEntry[] =>
  entries.map((entry, i) => ({ ...entry, seq: i + 1, reportId: 'report-1', at: i }));
const steps = (report: Partial<Report>, history: HistoryEntry[]) => {
  const all = stepsOf(makeReport(report), history);
  return (seq: number): HistoryStep => all.find(({ entry }) => entry.seq === seq)!;
};

describe('the steps of a history', () => {
  test('are newest first, and say what was put in the place of what', () => {
    const history = historyOf(
      { action: 'filed' },
      { action: 'status', before: { status: 'new' } },
      { action: 'note', before: { note: '' } },
      { action: 'status', before: { status: 'confirmed' } },
    );
    const all = stepsOf(makeReport({ status: 'submitted', note: '看过全文' }), history);
    expect(all.map(({ entry }) => entry.seq)).toEqual([4, 3, 2, 1]);
    expect(all.map(({ changes }) => changes)).toEqual([
      [{ field: 'status', from: 'confirmed', to: { value: 'submitted' } }],
      [{ field: 'note', from: '', to: { value: '看过全文' } }],
      [{ field: 'status', from: 'new', to: { value: 'confirmed' } }],
      [],
    ]);
  });

  test('keep apart what can be undone alone, what was changed since, and what cannot be', () => {
    const history = historyOf(
      { action: 'filed' },
      { action: 'status', before: { status: 'new' } },
      { action: 'tags', before: { tags: undefined } },
      { action: 'status', before: { status: 'confirmed' } },
      { action: 'picture' },
    );
    const step = steps({ status: 'dismissed', tags: ['复查'] }, history);
    expect([1, 2, 3, 4, 5].map((seq) => step(seq).standing)).toEqual([
      'unchangeable',
      'changed-since',
      'present',
      'present',
      'unchangeable',
    ]);
    expect([1, 2, 3, 4, 5].map((seq) => step(seq).hasMovedOn)).toEqual([true, true, true, false, false]);
  });

  test('show a change that was taken back as such, until that is taken back too', () => {
    const taken = historyOf(
      { action: 'filed' },
      { action: 'status', before: { status: 'new' } },
      { action: 'reverted', to: 2, before: { status: 'confirmed' } },
    );
    const once = steps({ status: 'new' }, taken);
    expect(once(2).standing).toBe('taken-back');
    expect(once(3).reverted).toMatchObject({ how: 'undo', target: { seq: 2 } });
    const twice = steps({ status: 'confirmed' }, [
      ...taken,
      ...historyOf({ action: 'reverted', to: 3, before: { status: 'new' } }).map((entry) => ({
        ...entry,
        seq: 4,
      })),
    ]);
    expect(twice(2).standing).toBe('present');
    expect(twice(3).standing).toBe('taken-back');
  });

  test('tell going back to an entry from taking it back', () => {
    const step = steps(
      { status: 'confirmed', note: '' },
      historyOf(
        { action: 'filed' },
        { action: 'status', before: { status: 'new' } },
        { action: 'note', before: { note: '' } },
        { action: 'picture' },
        { action: 'status', before: { status: 'confirmed' } },
        { action: 'reverted', to: 2, before: { status: 'dismissed', note: '再看' } },
      ),
    );
    expect(step(6).reverted).toMatchObject({ how: 'back', target: { seq: 2 } });
    expect([2, 3, 4, 5].map((seq) => step(seq).standing)).toEqual([
      'present',
      'taken-back',
      'unchangeable',
      'taken-back',
    ]);
    expect(step(2).hasMovedOn).toBe(false);
  });

  test('say that the post was read anew, with what else changed at once', () => {
    const before = { ...makeReport({ note: '旧' }) };
    const step = steps(
      { note: '新', tags: ['复查'], post: makePost({ text: '改过的正文' }) },
      historyOf({ action: 'filed' }, { action: 'filed-again', before }),
    );
    expect(step(2).isRereading).toBe(true);
    expect(step(2).changes).toEqual([
      { field: 'note', from: '旧', to: { value: '新' } },
      { field: 'tags', from: undefined, to: { value: ['复查'] } },
    ]);
    expect(step(1)).toMatchObject({ isRereading: false, hasMovedOn: true });
  });

  test('take a reading back alone only as long as nothing else was changed', () => {
    const before = { ...makeReport() };
    const again = { action: 'filed-again', before } as const;
    const read = { post: makePost({ text: '改过的正文' }) };
    expect(steps(read, historyOf(again))(1).standing).toBe('present');
    const tagged = historyOf(again, { action: 'tags', before: { tags: undefined } });
    expect(steps({ ...read, tags: ['复查'] }, tagged)(1).standing).toBe('changed-since');
  });

  test('do not guess what an old undo replaced without saying so', () => {
    const step = steps(
      { note: '现在' },
      historyOf(
        { action: 'filed' },
        { action: 'note', before: { note: '甲' } },
        { action: 'undone' },
        { action: 'status', before: { status: 'new' } },
      ),
    );
    expect(step(4).changes).toEqual([]);
    expect(step(2).changes).toEqual([{ field: 'note', from: '甲', to: 'unknown' }]);
    expect(step(2).standing).toBe('changed-since');
  });

  test('count no number of the store as a change', () => {
    const before = {
      id: 'report-1',
      rev: 1,
      seal: 'a',
      chain: 'b',
      updatedAt: 1,
      status: 'new',
    } as Partial<Report>;
    const step = steps({ status: 'confirmed', updatedAt: 9 }, historyOf({ action: 'status', before }));
    expect(step(1)).toMatchObject({ standing: 'present', hasMovedOn: false });
  });
});
