// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DetailPane, type DetailPaneActions, type DetailPaneProps } from '@/entrypoints/reports/DetailPane';
import { unsavedNotes } from '@/entrypoints/reports/detail/unsaved-notes';
import { ReportStore } from '@/utils/storage/reports';
import { reviewer } from '@/utils/storage/settings';
import { makeDraft, makePost, makeReport } from '../../support/builders';
import { testNames } from '../../support/names';

let store: ReportStore;
let clusters: string[][];
const onBack = vi.fn();
const onOpen = vi.fn();
const onHandOver = vi.fn();
beforeEach(() => {
  store = new ReportStore('1.2.3', `detail-pane-${crypto.randomUUID()}`);
  clusters = [];
  onBack.mockReset();
  onOpen.mockReset();
  onHandOver.mockReset();
});
afterEach(() => {
  for (const { reportId } of unsavedNotes.list()) unsavedNotes.drop(reportId);
  store.close();
});

/** As those of the queue, without their messages. */
const actions = (parts: Partial<DetailPaneActions> = {}): DetailPaneActions => ({
  edit: async (ids, edit) => (await store.editMany(ids, edit)).entries.length > 0,
  undoEntries: async (seqs) => void (await store.undoEntries(seqs)),
  revert: async (id, seq) => void (await store.revertTo(id, seq)),
  remove: async (ids) => void (await store.removeMany(ids)),
  exportDamaged: vi.fn(async () => undefined),
  removeDamaged: async (id) => void (await store.removeDamaged(id)),
  ...parts,
});
const pane = (reportId: string, parts: Partial<DetailPaneProps> = {}) => (
  <DetailPane
    store={store}
    names={testNames}
    reportId={reportId}
    index={{
      copies: {
        clusterOf: (id) => clusters.find((each) => each.includes(id)) ?? [id],
        reasonsOf: () => ['cover'],
      },
    }}
    actions={actions()}
    knownTags={[]}
    knownReviewers={[]}
    onBack={onBack}
    onOpen={onOpen}
    onHandOver={onHandOver}
    {...parts}
  />
);
const file = async (id: string) => {
  const { reportId } = await store.file(makeDraft({ post: makePost({ id, title: `标题 ${id}` }) }));
  return reportId;
};
const heading = (id: string) => screen.findByRole('heading', { level: 2, name: `标题 ${id}` });
const statusOf = async (id: string) => (await store.get(id))!.report.status;

describe('the pane of a report', () => {
  test('shows it as it is now, and what is decided here is stored', async () => {
    const id = await file('1');
    render(pane(id));
    await heading('1');
    const status = screen.getByRole('group', { name: 'Status' });
    await userEvent.click(within(status).getByRole('button', { name: 'Confirmed' }));
    await within(status).findByRole('button', { name: 'Confirmed', pressed: true });
    expect(await statusOf(id)).toBe('confirmed');
    await store.edit(id, { action: 'tags', add: ['复查'], remove: [] });
    await screen.findByRole('button', { name: 'Remove tag: 复查' });
  });

  test('takes a change back, and goes back to an entry', async () => {
    const id = await file('1');
    await store.edit(id, { action: 'status', status: 'confirmed' });
    await store.edit(id, { action: 'note', note: '看过' });
    render(pane(id));
    await userEvent.click(await screen.findByRole('button', { name: /^Undo: Status changed/ }));
    await screen.findByText(/^Took back: Status changed/);
    expect((await store.get(id))!.report).toMatchObject({ status: 'new', note: '看过' });
    await userEvent.click(screen.getByRole('button', { name: /^Back to here: Reported/ }));
    await screen.findByText(/^Back to how it stood after: Reported/);
    expect((await store.get(id))!.report).toMatchObject({ status: 'new', note: '' });
  });

  test('shows the copies that there are, opens one, and decides all at once', async () => {
    const ids = [await file('1'), await file('2'), await file('3')];
    clusters = [ids];
    render(pane(ids[0]!));
    await userEvent.click(await screen.findByRole('button', { name: '标题 3' }));
    expect(onOpen.mock.calls).toEqual([[ids[2]]]);
    const all = screen.getByRole('group', { name: 'Decide all 3 as one:' });
    await userEvent.click(within(all).getByRole('button', { name: 'Dismissed' }));
    await waitFor(async () =>
      expect(await Promise.all(ids.map(statusOf))).toEqual(['dismissed', 'dismissed', 'dismissed']),
    );
    expect(await screen.findAllByText('Dismissed', { selector: '.status-tag' })).toHaveLength(2);
  });

  test('keeps an unsaved note when another report is opened, and gives it back', async () => {
    const [first, second] = [await file('1'), await file('2')];
    const failing = { actions: actions({ edit: async () => false }) };
    const { rerender } = render(pane(first, failing));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Note' }), '还没存上');
    await userEvent.tab();
    await screen.findByRole('alert');
    rerender(pane(second, failing));
    await heading('2');
    expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('');
    await userEvent.click(screen.getByRole('button', { name: '标题 1' }));
    expect(onOpen.mock.calls).toEqual([[first]]);
    rerender(pane(first));
    await heading('1');
    expect((screen.getByRole('textbox', { name: 'Note' }) as HTMLTextAreaElement).value).toBe('还没存上');
    await userEvent.click(screen.getByRole('button', { name: 'Save note' }));
    await screen.findByText('Note saved');
    expect((await store.get(first))!.report.note).toBe('还没存上');
    expect(unsavedNotes.list()).toEqual([]);
  });

  test('lets a reader who is quick keep the focus, and what is typed at once', async () => {
    const id = await file('1');
    render(pane(id));
    // As soon as it is drawn: what the pane does on opening must be done by then.
    const note = (await screen.findByRole('textbox', { name: 'Note' })) as HTMLTextAreaElement;
    note.focus();
    note.value = '快';
    note.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await screen.findByText(/Not saved yet/);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(document.activeElement).toBe(note);
    expect(note.value).toBe('快');
  });

  test('asks for the reader’s name, keeps it, and assigns the report to it', async () => {
    const id = await file('1');
    render(pane(id));
    await userEvent.click(await screen.findByRole('button', { name: 'Set my name…' }));
    await userEvent.type(screen.getByRole('combobox', { name: 'My name' }), '阿青{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Assign to me (阿青)' }));
    await screen.findByRole('button', { name: 'Take it from 阿青' });
    expect(await reviewer.getValue()).toBe('阿青');
    expect((await store.get(id))!.report.assignee).toBe('阿青');
  });

  test('leads to handing the report over', async () => {
    const id = await file('1');
    render(pane(id));
    await userEvent.click(await screen.findByRole('button', { name: 'Hand over…' }));
    expect(onHandOver.mock.calls).toEqual([[id]]);
  });

  test('goes back once the report that is deleted here is gone, not when it could not be', async () => {
    const id = await file('1');
    const { rerender } = render(pane(id, { actions: actions({ remove: async () => undefined }) }));
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(onBack).not.toHaveBeenCalled();
    rerender(pane(id));
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  });

  test('says so when the report was deleted elsewhere, or never was', async () => {
    const id = await file('1');
    render(pane(id));
    await heading('1');
    await store.removeMany([id]);
    await screen.findByText('This report no longer exists');
    expect(onBack).not.toHaveBeenCalled();
  });

  test('says why it could not be read, and tries again', async () => {
    const id = await file('1');
    const get = vi.spyOn(store, 'get').mockRejectedValue(new Error('closed'));
    render(pane(id));
    await screen.findByRole('alert');
    get.mockRestore();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await heading('1');
  });

  test('takes the focus when what held it is gone, and leaves it where it is otherwise', async () => {
    const id = await file('1');
    // On a narrow screen the report takes the place of the queue, and always the focus.
    (
      window as unknown as { happyDOM: { setViewport: (size: { width: number }) => void } }
    ).happyDOM.setViewport({
      width: 1600,
    });
    const queue = document.createElement('button');
    document.body.append(queue);
    queue.focus();
    const { unmount } = render(pane(id));
    await heading('1');
    expect(document.activeElement).toBe(queue);
    unmount();
    queue.remove();
    render(pane(id));
    await waitFor(async () => expect(document.activeElement).toBe(await heading('1')));
  });
});

describe('a damaged row', () => {
  const DAMAGED = { ...makeReport({ id: 'damaged' }), post: { title: 5 } };
  const whole = (report: unknown) => ({ report, history: [], visits: [], evidence: [] });

  test('is said to be one, can be saved and removed, and nothing else fails', async () => {
    const get = vi.spyOn(store, 'get').mockResolvedValue(whole(DAMAGED) as never);
    const parts = actions({ removeDamaged: vi.fn(async () => undefined) });
    render(pane('damaged', { actions: parts }));
    await screen.findByRole('heading', { name: 'This row is damaged and cannot be shown as a report' });
    expect(screen.getByText(/^post/, { selector: 'code' })).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save to a file' }));
    expect(parts.exportDamaged).toHaveBeenCalledWith('damaged');
    await userEvent.click(screen.getByRole('button', { name: 'Remove this row' }));
    expect(parts.removeDamaged).toHaveBeenCalledWith('damaged');
    get.mockRestore();
  });

  test('among the copies is left out', async () => {
    const id = await file('1');
    clusters = [[id, 'damaged', 'gone']];
    vi.spyOn(store, 'rows').mockResolvedValue([DAMAGED, undefined]);
    render(pane(id));
    await screen.findByText('2 more');
    expect(screen.getByRole('heading', { name: 'Copies' })).toBeTruthy();
  });
});
