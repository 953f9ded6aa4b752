// @vitest-environment happy-dom
import '../../support/cleanup';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { HistoryList } from '@/components/HistoryList';
import type { CheckAnswer, HistoryEntry, Report } from '@/utils/model/report';
import { makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';

const AT = Date.UTC(2026, 10, 5, 3, 4);
type Entry = Omit<HistoryEntry, 'seq' | 'reportId' | 'at'>;
const entries = (...list: Entry[]): HistoryEntry[] =>
  list.map((entry, i) => ({ ...entry, seq: i + 1, reportId: 'report-1', at: AT + i * 60_000 }));
const STAGED = '2025-3/fake-staged';
const UNLABELLED = '2025-4/ai-label-missing';

function show(report: Partial<Report>, ...list: Entry[]) {
  const on = { onUndo: vi.fn(), onRevert: vi.fn() };
  render(
    <HistoryList
      report={makeReport(report)}
      history={entries(...list)}
      categoryName={testNames.category}
      {...on}
    />,
  );
  const items = screen.getAllByRole('listitem').toReversed();
  return { ...on, entry: (seq: number) => items[seq - 1]! };
}
const changesIn = (entry: HTMLElement) =>
  [...entry.querySelectorAll('.history-change')].map((each) => each.textContent);

describe('the history', () => {
  test('says what was changed from what to what, by whom and when', () => {
    const { entry } = show(
      { status: 'confirmed', assignee: '林', note: '看过' },
      { action: 'filed' },
      { action: 'status', by: '阿青', before: { status: 'new' } },
      { action: 'assignee', before: { assignee: undefined } },
      { action: 'note', before: { note: '' } },
    );
    expect(entry(2).textContent).toContain('Status changed · by 阿青');
    expect(entry(2).querySelector('time')?.dateTime).toBe('2026-11-05T03:05:00.000Z');
    expect(changesIn(entry(2))).toEqual(['New →to Confirmed']);
    expect(changesIn(entry(3))).toEqual(['empty →to 林']);
    expect(changesIn(entry(4))).toEqual(['empty →to 看过']);
    expect(entry(1).textContent).not.toContain('by ');
  });

  test('says of lists what came and what went', () => {
    const { entry } = show(
      { categories: [STAGED], tags: ['甲', '丙'] },
      { action: 'categories', before: { categories: [UNLABELLED] } },
      { action: 'tags', before: { tags: ['甲', '乙'] } },
    );
    expect(changesIn(entry(1))).toEqual(['Added: Fake staged scenes', 'Removed: Missing AI label']);
    expect(changesIn(entry(2))).toEqual(['Added: 丙', 'Removed: 乙']);
  });

  test('says which answers changed, in the language of the reader', () => {
    const answer = (given: CheckAnswer['answer'], zh_CN: string): CheckAnswer => ({
      category: STAGED,
      question: { zh_CN, en: `${zh_CN} in English` },
      answer: given,
    });
    useLanguage('zh_CN');
    const { entry } = show(
      { answers: [answer('no', '问甲'), answer('yes', '问乙'), answer('yes', '问丙')] },
      { action: 'answers', before: { answers: [answer('yes', '问甲'), answer('yes', '问乙')] } },
    );
    expect(changesIn(entry(1))).toEqual(['问甲 是 →改为 否', '问丙 空 →改为 是']);
  });

  test('folds long notes away, both of them', async () => {
    const { entry } = show({ note: '新的长备注。'.repeat(20) }, { action: 'note', before: { note: '短' } });
    const details = entry(1).querySelector('details')!;
    expect(details.open).toBe(false);
    await userEvent.click(within(entry(1)).getByText('Text before and after'));
    expect([...details.querySelectorAll('dd')].map((each) => each.textContent)).toEqual([
      '短',
      '新的长备注。'.repeat(20),
    ]);
  });

  test('says only what was there before where nothing else is known', () => {
    const { entry } = show({}, { action: 'note', before: { note: '甲' } }, { action: 'undone' });
    expect(entry(1).textContent).toContain('(was: 甲)');
    expect(changesIn(entry(1))).toEqual([]);
  });

  test('names what a reversal took back, or where it went back to', () => {
    const list: Entry[] = [
      { action: 'filed' },
      { action: 'status', before: { status: 'new' } },
      { action: 'reverted', to: 2, before: { status: 'confirmed' } },
      { action: 'note', before: { note: '' } },
      { action: 'reverted', to: 1, before: { note: '甲' } },
    ];
    const { entry } = show({ status: 'new', note: '' }, ...list);
    expect(entry(3).textContent).toContain('Took back: Status changed (Nov 5, 2026');
    expect(entry(5).textContent).toContain('Back to how it stood after: Reported (Nov 5, 2026');
    for (const seq of [2, 4]) expect(within(entry(seq)).getByText('Taken back')).toBeTruthy();
    expect(within(entry(2)).queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  test('says that the reading was updated, and the report put back', () => {
    show(
      { post: makePost({ text: '改过' }) },
      { action: 'filed-again', before: makeReport() },
      { action: 'restored' },
      { action: 'picture' },
    );
    for (const said of [
      'Reported again, reading updated',
      'Put back after it was deleted',
      'Screenshot changed or removed',
    ])
      expect(screen.getByText(said)).toBeTruthy();
  });
});

describe('the ways back', () => {
  const list: Entry[] = [
    { action: 'filed' },
    { action: 'status', before: { status: 'new' } },
    { action: 'note', before: { note: '' } },
    { action: 'status', before: { status: 'confirmed' } },
  ];
  const now = { status: 'dismissed', note: '甲' } as const;

  test('undo one change alone, whatever came after it', async () => {
    const { entry, onUndo, onRevert } = show(now, ...list);
    await userEvent.click(within(entry(3)).getByRole('button', { name: /^Undo: Note changed, Nov 5/ }));
    expect(onUndo.mock.calls).toEqual([[3]]);
    expect(onRevert).not.toHaveBeenCalled();
  });

  test('lead back to any entry but where the report stands already', async () => {
    const { entry, onRevert } = show(now, ...list);
    expect(within(entry(4)).queryByRole('button', { name: /^Back to here/ })).toBeNull();
    await userEvent.click(within(entry(1)).getByRole('button', { name: /^Back to here: Reported, Nov 5/ }));
    expect(onRevert.mock.calls).toEqual([[1]]);
  });

  test('say why a change cannot be undone alone', () => {
    const { entry } = show(now, ...list);
    expect(within(entry(2)).getByText('Changed again since, so not undone alone')).toBeTruthy();
    expect(within(entry(2)).queryByRole('button', { name: /^Undo/ })).toBeNull();
    expect(within(entry(2)).getByRole('button', { name: /^Back to here/ })).toBeTruthy();
  });

  test('keep the focus in the history when the button that was pressed goes away', async () => {
    const { entry } = show(now, ...list);
    await userEvent.click(within(entry(4)).getByRole('button', { name: /^Undo/ }));
    expect(document.activeElement).toBe(screen.getByRole('list', { name: 'History' }));
  });
});
