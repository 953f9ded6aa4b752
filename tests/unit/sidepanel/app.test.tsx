import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { render, screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/sidepanel/App';
import * as protocol from '@/utils/messaging/protocol';
import type { ScannedPost } from '@/utils/model/page';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';

let store: ReportStore;
let databases = 0;
let posts: ScannedPost[];
let scan: string;
const onPage = vi.fn<(key: unknown) => boolean>();

beforeEach(() => {
  store = new ReportStore('0.1.0', `sidepanel-${++databases}`);
  posts = [found('a', 'Marked post'), found('b', 'Clue post', 'clue')];
  scan = 'first';
  onPage.mockReset().mockReturnValue(true);
  vi.spyOn(window, 'close').mockReturnValue();
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 7, windowId: 1, status: 'complete' },
  ] as never);
  vi.spyOn(protocol, 'sendMessage').mockImplementation((async (type: string, data: unknown) => {
    if (type === 'glance') return { site: 'xiaohongshu', scan };
    if (type === 'showPost') return onPage(data);
    const health = { status: 'ok', posts: posts.length, missing: [] };
    return {
      site: 'xiaohongshu',
      surface: 'feed',
      url: 'https://www.xiaohongshu.com/explore',
      health,
      posts,
    };
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
    expect(names).toEqual(['Marked on the page', 'Clues only (not marked on the page)']);
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
