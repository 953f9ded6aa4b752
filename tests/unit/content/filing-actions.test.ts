import { afterEach, describe, expect, test, vi } from 'vitest';
import { call } from '@/entrypoints/scanner.content/background';
import { Decisions } from '@/entrypoints/scanner.content/decisions';
import { filingActions } from '@/entrypoints/scanner.content/filing-actions';
import { makeDraft } from '../../support/builders';
import { FILED } from '../../support/card-data';

vi.mock('@/entrypoints/scanner.content/background', () => ({ call: vi.fn() }));

afterEach(() => vi.mocked(call).mockReset());

const draft = makeDraft();
const { key } = draft.post;
const answer = (value: unknown) => vi.mocked(call as (type: string) => unknown).mockResolvedValueOnce(value);

function acting() {
  const changed = vi.fn();
  const decisions = new Decisions(changed);
  return { decisions, changed, actions: filingActions(draft, decisions) };
}

describe('what the buttons of a card do', () => {
  test('reporting tells the background first, and then the badges', async () => {
    const { actions, decisions, changed } = acting();
    answer({ ...FILED, picture: { width: 1, height: 1, webp: '' } });
    expect(await actions.report(draft)).toMatchObject({ reportId: 'r1', picture: { width: 1 } });
    expect(call).toHaveBeenCalledWith('fileReport', draft);
    expect(decisions.reportOf(key)).toMatchObject({ reportId: 'r1', text: draft.post.text, status: 'new' });
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('a report that was not stored is none', async () => {
    const { actions, decisions } = acting();
    vi.mocked(call).mockRejectedValueOnce(new Error('The disk is full.'));
    await expect(actions.report(draft)).rejects.toThrow('The disk is full.');
    expect(decisions.isReported(key)).toBe(false);
  });

  test('undoing forgets a new report, and refuses once the report was changed', async () => {
    const { actions, decisions } = acting();
    answer(FILED);
    await actions.report(draft);
    answer(false);
    await expect(actions.undoReport(FILED)).rejects.toThrow(/changed meanwhile/);
    expect(decisions.isReported(key)).toBe(true);
    answer(true);
    await actions.undoReport(FILED);
    expect(call).toHaveBeenLastCalledWith('undoReport', { reportId: 'r1', seq: 1 });
    expect(decisions.isReported(key)).toBe(false);
  });

  test('dismissing names the rules that had marked the post', async () => {
    const { actions, decisions } = acting();
    await actions.dismiss();
    expect(call).toHaveBeenCalledWith('dismissPost', { postKey: key, rules: [draft.findings[0]!.rule] });
    expect(decisions.isDismissed(key)).toBe(true);
    await actions.undoDismissal();
    expect(call).toHaveBeenLastCalledWith('undoDismissal', key);
    expect(decisions.isDismissed(key)).toBe(false);
  });

  test.each<[string, (actions: ReturnType<typeof filingActions>) => Promise<void>, unknown]>([
    [
      'amendReport',
      ({ amend }) => amend(FILED, { note: 'x', answers: [] }),
      { reportId: 'r1', note: 'x', answers: [] },
    ],
    ['setPicture', ({ setPicture }) => setPicture(FILED, null), { reportId: 'r1', seq: 1, picture: null }],
    ['muteRule', ({ muteRule }) => muteRule('a/b/c'), 'a/b/c'],
    ['unmuteRule', ({ unmuteRule }) => unmuteRule('a/b/c'), 'a/b/c'],
    ['openReport', ({ openReport }) => openReport('r1'), 'r1'],
  ])('%s goes to the background and decides nothing', async (type, act, data) => {
    const { actions, changed } = acting();
    await act(actions);
    expect(vi.mocked(call).mock.calls).toEqual([[type, data]]);
    expect(changed).not.toHaveBeenCalled();
  });
});
