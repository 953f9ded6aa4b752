// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/sidepanel/App';
import { StorageError } from '@/utils/errors';
import * as protocol from '@/utils/messaging/protocol';
import type { MediaProgress } from '@/utils/model/media-check';
import type { ScannedPost } from '@/utils/model/page';
import { ReportStore } from '@/utils/storage/reports';
import { decidedElsewhere } from '@/utils/storage/settings';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { testNames } from '../../support/names';
import { makeReading } from '../../support/page-panel';
import { useLanguage } from '../../support/setup';

let store: ReportStore;
let databases = 0;
let posts: ScannedPost[];
let heard: (string[] | undefined)[];
let scan: string;
let media: MediaProgress | undefined;
const onStop = vi.fn<(tabId: unknown) => void>();
const onPage = vi.fn<(key: unknown) => boolean>();

beforeEach(() => {
  store = new ReportStore('0.1.0', `sidepanel-${++databases}`);
  posts = [found('a', 'Marked post'), found('b', 'Clue post', 'clue')];
  scan = 'first';
  media = undefined;
  onStop.mockReset();
  heard = [];
  decidedElsewhere.watch((news) => void heard.push(news?.keys));
  onPage.mockReset().mockReturnValue(true);
  vi.spyOn(window, 'close').mockReturnValue();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 7, windowId: 1, status: 'complete' },
  ] as never);
  vi.spyOn(protocol, 'sendMessage').mockImplementation((async (type: string, data: unknown) => {
    if (type === 'glance') return { site: 'xiaohongshu', scan };
    if (type === 'showPost') return onPage(data);
    if (type === 'stopMedia') return onStop(data);
    const health = { status: 'ok' as const, posts: posts.length, labelsRead: 0, missing: [] };
    return makeReading(posts, { health, ...(media && { media }) });
  }) as unknown as typeof protocol.sendMessage);
});
afterEach(() => store.close());

function found(id: string, title: string, confidence: 'clue' | 'likely' = 'likely'): ScannedPost {
  return { ...makePost({ id, title }), findings: [makeFinding({ confidence })] };
}
const open = () => render(<App store={store} categoryName={testNames.category} />);
const section = async (name: string | RegExp) =>
  within((await screen.findByRole('heading', { name })).closest('section')!);

describe('the side panel', () => {
  test('lists marked posts first and clues apart', async () => {
    open();
    (await section('Marked on the page')).getByRole('button', { name: /Marked post/ });
    (await section(/Clues only/)).getByRole('button', { name: /Clue post/ });
    const names = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(names).toEqual([
      'Marked on the page',
      'Clues only (not marked on the page)',
      'AI evidence in files',
    ]);
  });

  test('lists what comes while the page is scrolled, clues too', async () => {
    open();
    await screen.findByRole('button', { name: /Marked post/ });
    posts = [...posts, found('c', 'Later clue', 'clue')];
    scan = 'second';
    await screen.findByRole('button', { name: /Later clue/ }, { timeout: 3_000 });
  });

  test('a long list is not cut short as in the popup', async () => {
    posts = Array.from({ length: 30 }, (_, i) => found(`p${i}`, `Post ${i}`));
    open();
    await screen.findByRole('button', { name: /Post 29/ });
  });

  test('shows a post on the page and stays open', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: /Clue post/ }));
    expect(onPage).toHaveBeenCalledWith('xiaohongshu:note:b');
    expect(window.close).not.toHaveBeenCalled();
  });

  test('says that a post has left the page, until one is shown again', async () => {
    open();
    onPage.mockReturnValue(false);
    await userEvent.click(await screen.findByRole('button', { name: /Marked post/ }));
    await screen.findByText('The post is no longer on the page.');
    onPage.mockReturnValue(true);
    await userEvent.click(screen.getByRole('button', { name: /Clue post/ }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  test('follows decisions that are made on the page', async () => {
    open();
    await screen.findByRole('button', { name: /Clue post/ });
    await store.dismiss('xiaohongshu:note:b', []);
    await waitFor(() => expect(screen.queryByText('Clue post')).toBeNull());
    await store.file(makeDraft({ post: makePost({ id: 'a' }) }));
    await screen.findByRole('button', { name: /Marked post.*Reported/ });
    await screen.findByText('Reports on this machine: 1');
  });

  test('turns the site off and on, though it is not told the address', async () => {
    open();
    await userEvent.click(await screen.findByRole('switch', { name: 'On for Xiaohongshu' }));
    await screen.findByText(/Qingjian is off on Xiaohongshu/);
    await userEvent.click(screen.getByRole('switch', { checked: false }));
    await screen.findByRole('button', { name: /Marked post/ });
  });

  test('shows how far the looking into files of the page has come, and stops it', async () => {
    media = { isOn: true, done: 3, total: 8 };
    open();
    await screen.findByText('Looking into files: 3 of 8');
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
    expect(onStop).toHaveBeenCalledExactlyOnceWith(7);
    media = { isOn: true, done: 8, total: 8 };
    scan = 'second';
    await waitFor(() => expect(screen.queryByText(/Looking into files/)).toBeNull(), { timeout: 3_000 });
  });

  test('opens the reports and speaks Chinese', async () => {
    useLanguage('zh_CN');
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    open();
    await screen.findByText('仅供参考的线索（页面上不标）');
    await userEvent.click(screen.getByRole('button', { name: '举报列表' }));
    expect(create).toHaveBeenCalledWith({ url: expect.stringContaining('/reports.html') });
    await userEvent.click(screen.getByRole('button', { name: '专项行动' }));
    expect(create).toHaveBeenLastCalledWith({ url: expect.stringMatching(/\/campaigns\.html$/) });
  });
});

describe('dismissing in the side panel', () => {
  const key = (id: string) => makePost({ id }).key;
  const dismissed = async () => (await store.decided(['a', 'b', 'c', 'd'].map(key))).dismissed;
  const button = (name: string | RegExp) => screen.findByRole('button', { name });
  const check = async (name: string) => userEvent.click(await screen.findByRole('checkbox', { name }));

  beforeEach(() => {
    posts = [
      found('a', 'One'),
      found('b', 'Two'),
      found('c', 'Clue one', 'clue'),
      found('d', 'Clue two', 'clue'),
    ];
  });

  test('what is selected goes in one step, open pages are told, and Undo brings all of it back', async () => {
    const many = vi.spyOn(store, 'dismissMany');
    open();
    await check('Select: Two');
    await check('Select: Clue one');
    expect(screen.getByText('Selected: 2')).toBeTruthy();
    await userEvent.click(await button('Not a problem here'));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Two/ })).toBeNull());
    expect(many).toHaveBeenCalledOnce();
    expect(many.mock.calls[0]?.[0]).toEqual([
      { postKey: key('b'), rules: ['2025-3/fake-staged/kindness'] },
      { postKey: key('c'), rules: ['2025-3/fake-staged/kindness'] },
    ]);
    expect((await dismissed()).toSorted()).toEqual([key('b'), key('c')]);
    await waitFor(() => expect(heard).toEqual([[key('b'), key('c')]]));
    expect(screen.queryByText(/^Selected/)).toBeNull();
    expect(screen.getAllByText('Not a problem: 2 posts')).toHaveLength(2);

    await userEvent.click(await button(/^Undo \(/));
    await button(/^Two/);
    expect(await dismissed()).toEqual([]);
    await waitFor(() => expect(heard).toHaveLength(2));
    expect(heard[1]).toEqual([key('b'), key('c')]);
    expect(screen.getAllByText('Undone')).toHaveLength(2);
    // The button that had the focus is gone; the keys of the list work on.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Posts found on this page');
    await userEvent.click(await button('Close'));
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Posts found on this page');
    expect(screen.queryByText('Undone')).toBeNull();
  });

  test('a whole category goes in one step, but for what was reported', async () => {
    await store.file(makeDraft({ post: makePost({ id: 'a' }) }));
    open();
    await button(/One.*Reported/);
    await userEvent.click(await button('No problem: all 2 under Fake staged scenes'));
    await waitFor(async () => expect((await dismissed()).toSorted()).toEqual([key('c'), key('d')]));
    await check('Select: Two');
    await userEvent.click(await button('No problem: all 1 under Fake staged scenes'));
    await waitFor(async () => expect(await dismissed()).toHaveLength(3));
    await screen.findAllByText('Not a problem: “Two”');
    await button(/One.*Reported/);
    await waitFor(() => expect(screen.queryByRole('button', { name: /^No problem/ })).toBeNull());
  });

  test('a category that is dismissed leaves what is selected elsewhere selected', async () => {
    open();
    await check('Select: Two');
    const [, clues] = await screen.findAllByRole('button', { name: /^No problem: all 2/ });
    await userEvent.click(clues!);
    await screen.findAllByText('Not a problem: 2 posts');
    expect((await dismissed()).toSorted()).toEqual([key('c'), key('d')]);
    expect(screen.getByText('Selected: 1')).toBeTruthy();
  });

  test('a category is selected as a whole, and says when only a part of it is', async () => {
    open();
    const [all] = (await screen.findAllByRole('checkbox', {
      name: 'Select all 2 under Fake staged scenes',
    })) as [HTMLInputElement];
    await userEvent.click(all);
    await screen.findByText('Selected: 2');
    expect([all.checked, all.indeterminate]).toEqual([true, false]);
    await check('Select: One');
    await waitFor(() => expect([all.checked, all.indeterminate]).toEqual([false, true]));
    await userEvent.click(await button('Clear'));
    await waitFor(() => expect([all.checked, all.indeterminate]).toEqual([false, false]));
    expect(await dismissed()).toEqual([]);
  });

  test('dismissed posts are shown when asked for, and taken back one by one', async () => {
    await store.dismissMany([
      { postKey: key('a'), rules: [] },
      { postKey: key('c'), rules: [] },
    ]);
    open();
    const toggle = await button('Marked as not a problem: 2');
    expect(screen.queryByText('One')).toBeNull();
    await userEvent.click(toggle);
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    await userEvent.click(await button('Take back, so that it is listed again: One'));
    await screen.findByRole('checkbox', { name: 'Select: One' });
    expect(await dismissed()).toEqual([key('c')]);
    await waitFor(() => expect(heard).toEqual([[key('a')]]));
    expect(await button('Marked as not a problem: 1')).toBeTruthy();
  });

  test('when all is dismissed it says so, not that nothing was found', async () => {
    await store.dismissMany(['a', 'b', 'c', 'd'].map((id) => ({ postKey: key(id), rules: [] })));
    open();
    await screen.findByText('Nothing is left to look at on this page.');
    expect(screen.queryByText('No rule matched.')).toBeNull();
    expect(screen.queryByRole('radio')).toBeNull();
  });

  test('a failure is said, the selection stays, and trying again does it', async () => {
    const failing = vi.spyOn(store, 'dismissMany').mockRejectedValueOnce(new StorageError('full', undefined));
    open();
    await check('Select: One');
    await userEvent.click(await button('Not a problem here'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^Not saved\. The disk, or the room/);
    expect(screen.getByText('Selected: 1')).toBeTruthy();
    expect(heard).toEqual([]);
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(failing).toHaveBeenCalledTimes(2);
    expect(await dismissed()).toEqual([key('a')]);
    await waitFor(() => expect(screen.queryByText(/^Selected/)).toBeNull());
  });

  test('an undo that fails says so and can be tried again', async () => {
    open();
    await check('Select: One');
    await userEvent.click(await button('Not a problem here'));
    vi.spyOn(store, 'undoDismissals').mockRejectedValueOnce(new StorageError('unknown', undefined));
    await userEvent.click(await button(/^Undo \(/));
    await userEvent.click(
      within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }),
    );
    await screen.findByRole('checkbox', { name: 'Select: One' });
    expect(await dismissed()).toEqual([]);
  });

  test('in page order the posts stand as the page has them, each once with all its categories', async () => {
    const second = makeFinding({ category: '2025-4/ai-label-missing', confidence: 'strong' });
    posts[1] = { ...posts[1]!, findings: [...posts[1]!.findings, second] };
    open();
    await userEvent.click(await screen.findByRole('radio', { name: 'In page order' }));
    const marked = await section('Marked on the page');
    const names = () => marked.getAllByRole('listitem').map(({ textContent }) => textContent);
    await waitFor(() => expect(names()).toHaveLength(2));
    expect(names()[0]).toMatch(/^OneFake staged scenes: Likely/);
    expect(names()[1]).toMatch(/^TwoMissing AI label: StrongFake staged scenes: Likely/);
    await userEvent.click(screen.getByRole('radio', { name: 'By category' }));
    await waitFor(() => expect(names()).toHaveLength(3));
  });

  test('the page in figures follows what is decided', async () => {
    await store.file(makeDraft({ post: makePost({ id: 'a' }) }));
    open();
    await button(/One.*Reported/);
    const figures = () => screen.getAllByRole('definition').map(({ textContent }) => textContent);
    expect(figures()).toEqual(['4', '2', '2', '1', '0', '0 of 4']);
    expect(screen.getByRole('figure').textContent).toMatch(/Fake staged scenes4 \(Likely 2, Clue 2\)/);
    await check('Select: Clue two');
    await userEvent.click(await button('Not a problem here'));
    await waitFor(() => expect(figures()).toEqual(['4', '2', '1', '1', '1', '0 of 4']));
  });
});
