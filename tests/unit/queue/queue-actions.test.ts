// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useToast } from '@/components/use-toast';
import { useQueueActions } from '@/entrypoints/reports/queue/use-queue-actions';
import { StorageError } from '@/utils/errors';
import * as download from '@/utils/export/download';
import * as announce from '@/utils/storage/announce';
import { ReportStore } from '@/utils/storage/reports';
import { decidedElsewhere } from '@/utils/storage/settings';
import { makePost, makeReport } from '../../support/builders';

let store: ReportStore;
let databases = 0;
const KEYS = ['a', 'b', 'c'].map((id) => makePost({ id }).key);

beforeEach(async () => {
  store = new ReportStore('0.1.0', `actions-${++databases}`);
  await store.addMany(
    ['a', 'b', 'c'].map((id) => makeReport({ id, post: makePost({ id, title: `标题${id}` }) })),
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

function setUp() {
  return renderHook(() => {
    const toasts = useToast();
    return { toasts, actions: useQueueActions(store, toasts) };
  }).result;
}
type Hook = ReturnType<typeof setUp>;
const doing = (hook: Hook, work: (actions: Hook['current']['actions']) => Promise<unknown>) =>
  act(async () => void (await work(hook.current.actions)));
const statusOf = async (id: string) => (await store.get(id))?.report.status;
const said = (hook: Hook) => hook.current.toasts.toast?.message;
const CONFIRM = { action: 'status', status: 'confirmed' } as const;

describe('changes from the queue', () => {
  test('are one write, told, and announced to open pages', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a', 'b'], CONFIRM));
    expect(await statusOf('a')).toBe('confirmed');
    expect(said(hook)).toBe('Confirmed: 2 reports');
    await waitFor(async () => expect((await decidedElsewhere.getValue())?.keys).toEqual(KEYS.slice(0, 2)));
    expect(hook.current.actions.undoable).toBe('Confirmed: 2 reports');
  });

  test('are taken back by the message that told of them, also when others came after', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    const { onUndo } = hook.current.toasts.toast!;
    await doing(hook, (actions) => actions.edit(['b'], CONFIRM));
    await act(async () => onUndo!());
    await waitFor(() => expect(said(hook)).toBe('Taken back: Confirmed: 标题a'));
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['new', 'confirmed']);
    await act(async () => onUndo!());
    await waitFor(() => expect(said(hook)).toBe('Nothing to undo'));
    await doing(hook, (actions) => actions.undo());
    expect(await statusOf('b')).toBe('new');
    expect(hook.current.actions.undoable).toBeUndefined();
  });

  test('taken back at once are taken back after they were written', async () => {
    const hook = setUp();
    await doing(hook, (actions) => Promise.all([actions.edit(['a'], CONFIRM), actions.undo()]));
    expect(await statusOf('a')).toBe('new');
    expect((await store.get('a'))?.history).toHaveLength(3);
  });

  test('that change nothing are said to, and are nothing to undo', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], { action: 'status', status: 'new' }));
    expect(said(hook)).toContain('Nothing changed');
    expect(hook.current.actions.undoable).toBeUndefined();
  });

  test('notes are seen where they are written: no message, but undo', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], { action: 'note', note: '看第二段' }));
    expect(said(hook)).toBeUndefined();
    await doing(hook, (actions) => actions.undo());
    expect((await store.get('a'))?.report.note).toBe('');
  });

  test('that were made again elsewhere since stay', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a', 'b'], CONFIRM));
    await store.edit('a', { action: 'status', status: 'submitted' });
    await doing(hook, (actions) => actions.undo());
    expect([await statusOf('a'), await statusOf('b')]).toEqual(['submitted', 'new']);
    expect(said(hook)).toBe('Taken back for 1; 1 were changed again since and stay: Confirmed: 2 reports');
  });

  test('removed reports come back with their history', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    await doing(hook, (actions) => actions.remove(['a', 'b']));
    expect(await store.count()).toBe(1);
    expect(said(hook)).toBe('Deleted: 2 reports');
    await doing(hook, (actions) => actions.undo());
    expect((await store.get('a'))?.history.map(({ action }) => action)).toEqual([
      'filed',
      'status',
      'restored',
    ]);
    await doing(hook, (actions) => actions.undo());
    expect(await statusOf('a')).toBe('new');
  });

  test('an entry of the history and an earlier state', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    const { history } = (await store.get('a'))!;
    await doing(hook, (actions) => actions.undoEntries([history.at(-1)!.seq]));
    expect(await statusOf('a')).toBe('new');
    expect(said(hook)).toBe('Taken back: the change');
    await doing(hook, (actions) => actions.revert('a', history.at(-1)!.seq));
    expect(await statusOf('a')).toBe('confirmed');
    await doing(hook, (actions) => actions.undo());
    expect(await statusOf('a')).toBe('new');
  });
});

describe('what fails', () => {
  test('a report cannot be put back over another one on the same post', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.remove(['a']));
    await store.addMany([makeReport({ id: 'again', post: makePost({ id: 'a' }) })]);
    await doing(hook, (actions) => actions.undo());
    expect(hook.current.actions.problem).toMatch(/^Could not be put back/);
    expect(hook.current.actions.undoable).toBe('Deleted: 标题a');
  });

  test('is told with its reason until something succeeds, and is nothing to undo', async () => {
    const hook = setUp();
    vi.spyOn(store, 'editMany').mockRejectedValueOnce(new StorageError('full', new Error('quota')));
    let stored: boolean | undefined;
    await doing(hook, async (actions) => {
      stored = await actions.edit(['a'], CONFIRM);
    });
    expect(stored).toBe(false);
    expect(hook.current.actions.problem).toMatch(/^Not saved\. ./);
    expect(hook.current.actions.undoable).toBeUndefined();
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    expect(hook.current.actions.problem).toBeUndefined();
  });

  test('an undo that fails can be tried again', async () => {
    const hook = setUp();
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    vi.spyOn(store, 'undoEntries').mockRejectedValueOnce(new StorageError('closed', new Error('gone')));
    await doing(hook, (actions) => actions.undo());
    expect(hook.current.actions.problem).toContain('Not taken back.');
    expect(await statusOf('a')).toBe('confirmed');
    await doing(hook, (actions) => actions.undo());
    expect(await statusOf('a')).toBe('new');
  });

  test('open pages that could not be told do not make a change unsaved', async () => {
    const hook = setUp();
    vi.spyOn(announce, 'announceDecisions').mockRejectedValue(new Error('quota'));
    await doing(hook, (actions) => actions.edit(['a'], CONFIRM));
    await waitFor(() => expect(hook.current.actions.problem).toMatch(/^Saved, but/));
    expect(await statusOf('a')).toBe('confirmed');
  });
});

describe('a row that cannot be read', () => {
  const damage = () =>
    store.addMany([{ ...makeReport({ id: 'bad', post: makePost({ id: 'bad' }) }), note: 7 as never }]);

  test('is saved to a file as it is', async () => {
    await damage();
    const saved = vi.spyOn(download, 'saveFile').mockImplementation(() => undefined);
    const hook = setUp();
    await doing(hook, (actions) => actions.exportDamaged('bad'));
    const [file] = saved.mock.calls[0]!;
    expect(file.name).toMatch(/^qingjian-damaged-.*\.json$/);
    expect(JSON.parse(await file.text())).toMatchObject({ id: 'bad', note: 7 });
  });

  test('is removed, and put back as damaged as it was', async () => {
    await damage();
    const hook = setUp();
    await doing(hook, (actions) => actions.removeDamaged('bad'));
    expect((await store.rows(['bad']))[0]).toBeUndefined();
    await doing(hook, (actions) => actions.undo());
    expect((await store.rows(['bad']))[0]).toMatchObject({ note: 7 });
  });
});
