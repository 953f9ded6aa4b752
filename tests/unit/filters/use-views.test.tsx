// @vitest-environment happy-dom
import '../../support/cleanup';
import { act, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useToast } from '@/components/use-toast';
import { useViews } from '@/entrypoints/reports/filters/use-views';
import { EVERYTHING, NEWEST_FIRST } from '@/utils/model/queue';
import { reviewer, savedViews } from '@/utils/storage/settings';
import { testNames } from '../../support/names';

const OWN = {
  id: 'own-1',
  name: '知乎',
  query: { ...EVERYTHING, sites: ['zhihu'] },
  sort: NEWEST_FIRST,
  grouped: false,
};

async function start(hash = '') {
  history.replaceState(null, '', `/reports.html${hash}`);
  const hook = renderHook(() => {
    const toasts = useToast();
    return { views: useViews(testNames, toasts), toasts };
  });
  await waitFor(() => expect(hook.result.current.views.bar).toBeDefined());
  const views = () => hook.result.current.views;
  return {
    views,
    bar: () => views().bar!,
    toast: () => hook.result.current.toasts.toast,
    does: (action: () => void) => act(action),
  };
}

beforeEach(() => history.replaceState(null, '', '/reports.html'));
afterEach(() => vi.restoreAllMocks());

describe('what is shown', () => {
  test('is everything at first, under its name', async () => {
    const { views, bar } = await start();
    expect(views()).toMatchObject({ query: EVERYTHING, sort: NEWEST_FIRST, grouped: false });
    expect(bar().current.name).toBe('All reports');
    expect(bar().changed).toBe(false);
  });

  test('is read from the address and kept in it, each change on top of the last', async () => {
    const { views, bar, does } = await start('#queue?site=zhihu&sort=site');
    expect(views().query.sites).toEqual(['zhihu']);
    await does(() => {
      views().setQuery({ text: '老人' });
      views().setQuery({ copies: true });
      views().setGrouped(true);
    });
    expect(views().query).toEqual({ ...EVERYTHING, sites: ['zhihu'], text: '老人', copies: true });
    expect(decodeURIComponent(location.hash)).toBe('#queue?q=老人&site=zhihu&copies=1&sort=site&group=1');
    await does(() => views().setSort(NEWEST_FIRST));
    expect(location.hash).not.toContain('sort');
    expect(bar().changed).toBe(true);
  });

  test('filters make no step of the history, views do', async () => {
    const { views, bar, does } = await start();
    const steps = vi.spyOn(history, 'pushState');
    await does(() => views().setQuery({ text: 'a' }));
    expect(steps).not.toHaveBeenCalled();
    await does(() => bar().onChoose('undecided'));
    expect(steps).toHaveBeenCalledTimes(1);
    expect(location.hash).toBe('#queue?view=undecided&status=new');
    await does(() => bar().onChoose('undecided'));
    expect(steps).toHaveBeenCalledTimes(1);
  });

  test('follows Back', async () => {
    const { views, does } = await start('#queue?site=zhihu');
    history.replaceState(null, '', '#queue?status=new');
    await does(() => void window.dispatchEvent(new PopStateEvent('popstate')));
    expect(views().query).toEqual({ ...EVERYTHING, statuses: ['new'] });
  });

  test.each(['report/r-1', 'figures'])('stays behind the place %s', async (place) => {
    const { views, does } = await start(`#${place}?status=new`);
    expect(views().query.statuses).toEqual(['new']);
    await does(() => views().setQuery({ text: 'x' }));
    expect(location.hash).toBe(`#${place}?q=x&status=new`);
  });

  test('leaves out what it does not understand, says so once, and keeps the rest', async () => {
    const { views, bar, does } = await start('#queue?status=new&status=later&colour=red');
    expect(views().query.statuses).toEqual(['new']);
    expect(bar().problem).toContain('status=later, colour=red');
    await does(() => bar().onProblemClose());
    expect(bar().problem).toBe('');
  });
});

describe('saved views', () => {
  test('are saved under a name, become the current one, and can be taken back', async () => {
    const { views, bar, toast, does } = await start();
    await does(() => views().setQuery({ sites: ['zhihu'] }));
    await does(() => bar().onSaveAs('知乎'));
    await waitFor(() => expect(bar().current.name).toBe('知乎'));
    expect(bar().changed).toBe(false);
    expect(await savedViews.getValue()).toMatchObject([{ name: '知乎', query: { sites: ['zhihu'] } }]);
    await waitFor(() => expect(toast()?.message).toBe('View “知乎” saved'));
    await does(() => toast()?.onUndo?.());
    await waitFor(() => expect(bar().current.name).toBe('All reports'));
    expect(await savedViews.getValue()).toEqual([]);
    expect(views().query.sites).toEqual(['zhihu']);
  });

  test('are changed, renamed and removed, each with a way back', async () => {
    await savedViews.setValue([OWN]);
    const { views, bar, toast, does } = await start('#queue?view=own-1&site=zhihu');
    await waitFor(() => expect(bar().current.id).toBe('own-1'));
    await does(() => views().setQuery({ copies: true }));
    expect(bar().changed).toBe(true);
    await does(() => bar().onSave());
    await waitFor(() => expect(bar().changed).toBe(false));
    await does(() => bar().onRename('知乎 二'));
    await waitFor(() => expect(bar().current.name).toBe('知乎 二'));
    await does(() => bar().onDelete());
    await waitFor(() => expect(bar().current.id).toBe('all'));
    // The store tells of the change before what was done is told.
    await waitFor(() => expect(toast()?.message).toBe('View “知乎 二” deleted'));
    await does(() => toast()?.onUndo?.());
    await waitFor(() => expect(bar().current.name).toBe('知乎 二'));
    expect(await savedViews.getValue()).toEqual([
      { ...OWN, name: '知乎 二', query: { ...OWN.query, copies: true } },
    ]);
  });

  test('of another window appear, and stay when this one saves', async () => {
    const { bar, does } = await start();
    await act(() => savedViews.setValue([OWN, { from: 'a later version' }]));
    await waitFor(() => expect(bar().views.at(-1)?.name).toBe('知乎'));
    expect(bar().unread).toBe(1);
    await does(() => bar().onSaveAs('第二'));
    await waitFor(() => expect(bar().current.name).toBe('第二'));
    expect(await savedViews.getValue()).toMatchObject([OWN, { name: '第二' }, { from: 'a later version' }]);
  });

  test('a browser that refuses to write is told of, and nothing is taken for saved', async () => {
    const { bar, toast, does } = await start();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValue(new Error('quota'));
    await does(() => bar().onSaveAs('知乎'));
    await waitFor(() => expect(bar().problem).toMatch(/not saved/));
    expect(toast()).toBeUndefined();
    expect(bar().current.id).toBe('all');
    await does(() => bar().onProblemClose());
    expect(bar().problem).toBe('');
  });
});

test('what is mine has a view as soon as the reader has a name', async () => {
  const { views, bar, does } = await start();
  expect(bar().views.some(({ id }) => id === 'mine')).toBe(false);
  await act(() => reviewer.setValue('林'));
  await waitFor(() => expect(views().reviewer).toBe('林'));
  await does(() => bar().onChoose('mine'));
  expect(views().query.assignees).toEqual(['林']);
});
