// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import '../../support/cleanup';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { App } from '@/entrypoints/popup/App';
import * as protocol from '@/utils/messaging/protocol';
import type { PageReading } from '@/utils/model/page';
import { ReportStore } from '@/utils/storage/reports';
import { setSiteOn, sitesOff } from '@/utils/storage/settings';
import { makeDraft, makeFinding, makePost } from '../../support/builders';
import { testNames } from '../../support/names';
import { useLanguage } from '../../support/setup';

let store: ReportStore;
let databases = 0;
const answers = vi.fn<(type: string) => unknown>();

beforeEach(() => {
  store = new ReportStore('0.1.0', `popup-${++databases}`);
  vi.spyOn(window, 'close').mockReturnValue();
  answers.mockReset();
  vi.spyOn(protocol, 'sendMessage').mockImplementation((async (type: string) => {
    const answer = answers(type);
    if (answer === undefined) throw new Error('No response');
    return answer;
  }) as typeof protocol.sendMessage);
});
afterEach(() => store.close());

const POST_URL = 'https://www.xiaohongshu.com/explore/65a1b2c3000000001e00abcd';

function open(url: string | undefined) {
  const tab = { id: 7, active: true, ...(url !== undefined && { url }) };
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never);
  render(<App store={store} categoryName={testNames.category} />);
}

function reading(parts: Partial<PageReading> = {}): PageReading {
  const posts = [
    {
      ...makePost({ id: 'a', title: 'Marked post' }),
      findings: [makeFinding()],
    },
    {
      ...makePost({ id: 'b', title: 'Clue post' }),
      findings: [makeFinding({ confidence: 'clue' })],
    },
  ];
  const health = { status: 'ok' as const, posts: 2, labelsRead: 0, missing: [] };
  return {
    site: 'xiaohongshu',
    surface: 'feed',
    url: POST_URL,
    health,
    pace: 'normal',
    posts,
    ...parts,
  };
}

/** The page in figures, by name. */
const figures = () =>
  Object.fromEntries(
    screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]),
  );

describe('the popup', () => {
  test('lists marked posts and, apart from them, clues', async () => {
    answers.mockReturnValue(reading());
    open(POST_URL);
    const marked = (await screen.findByRole('heading', { name: 'Marked on the page' })).closest('section');
    const clues = screen.getByRole('heading', { name: /Clues only/ }).closest('section');
    expect(marked?.textContent).toMatch(/Fake staged scenes1Marked postLikely/);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(clues?.textContent).toMatch(/Fake staged scenes1Clue postClue/);
    expect(figures()).toMatchObject({ 'Posts read': '2', 'Label places read': '0 of 2' });
  });

  test('a click shows the post on the page and closes', async () => {
    answers.mockImplementation((type) => (type === 'showPost' ? true : reading()));
    open(POST_URL);
    await userEvent.click(await screen.findByRole('button', { name: /Marked post/ }));
    expect(protocol.sendMessage).toHaveBeenCalledWith('showPost', 'xiaohongshu:note:a', 7);
    expect(window.close).toHaveBeenCalled();
  });

  test('says so when the post has left the page', async () => {
    answers.mockImplementation((type) => (type === 'showPost' ? false : reading()));
    open(POST_URL);
    await userEvent.click(await screen.findByRole('button', { name: /Marked post/ }));
    await screen.findByText('The post is no longer on the page.');
    expect(window.close).not.toHaveBeenCalled();
  });

  test.each([
    ['layout-changed', /none could be read/],
    ['partial', /may be incomplete/],
    ['not-a-post', /holds no posts/],
  ] as const)('tells of a page whose health is %s', async (status, words) => {
    answers.mockReturnValue(
      reading({
        posts: [],
        health: { status, posts: 0, labelsRead: 0, missing: ['note.author'] },
      }),
    );
    open(POST_URL);
    await screen.findByText(words);
  });

  test('does not say that nothing was read where posts were, and names what they lack', async () => {
    const missing = ['note.author', 'video.publishedAt'];
    answers.mockReturnValue(
      reading({ health: { status: 'layout-changed', posts: 2, labelsRead: 0, missing } }),
    );
    open(POST_URL);
    await screen.findByText(/does not look as expected/);
    expect(screen.queryByText(/none could be read/)).toBeNull();
    expect(screen.getByText(/author \(Note\), time of publication \(Video\)/)).toBeTruthy();
  });

  test('says when a heavy page made it slow down, and only then', async () => {
    answers.mockReturnValue(reading({ pace: 'slowed' }));
    open(POST_URL);
    await screen.findByText(/This page is heavy; reading was slowed down/);
    cleanup();
    answers.mockReturnValue(reading());
    open(POST_URL);
    await screen.findByText('Posts read');
    expect(screen.queryByText(/slowed down/)).toBeNull();
  });

  test('a page that holds no posts has no figures', async () => {
    const health = { status: 'not-a-post' as const, posts: 0, labelsRead: 0, missing: [] };
    answers.mockReturnValue(reading({ posts: [], health }));
    open(POST_URL);
    await screen.findByText(/holds no posts/);
    expect(screen.queryByText('Posts read')).toBeNull();
    expect(screen.queryByText('No rule matched.')).toBeNull();
  });

  test('shows the rest of a long list when asked', async () => {
    const posts = Array.from({ length: 45 }, (_, i) => ({
      ...makePost({ id: `p${i}`, title: `Post ${i}` }),
      findings: [makeFinding()],
    }));
    answers.mockReturnValue(reading({ posts }));
    open(POST_URL);
    await screen.findByRole('button', { name: /Post 39/ });
    expect(screen.queryByRole('button', { name: /Post 40/ })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 5 more (5 left)' }));
    expect(screen.getByRole('button', { name: /Post 44/ })).toBeTruthy();
  });

  test('no match is not called harmless', async () => {
    answers.mockReturnValue(reading({ posts: [] }));
    open(POST_URL);
    await screen.findByText(/No match does not mean no problem/);
  });

  test('another page is named as one that is not read, with the sites that are', async () => {
    open('https://example.com/');
    await screen.findByText('Not a page that Qingjian reads');
    expect(screen.getByText('Xiaohongshu')).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  test('a known page that does not answer asks for a reload', async () => {
    open(POST_URL);
    await screen.findByText(/Reload it/, {}, { timeout: 4_000 });
  });

  test('switches the site off and on', async () => {
    answers.mockReturnValue(reading());
    open(POST_URL);
    await screen.findByText('Posts read');
    await userEvent.click(screen.getByRole('switch', { name: 'On for Xiaohongshu' }));
    await screen.findByText(/Qingjian is off on Xiaohongshu/);
    expect(await sitesOff.getValue()).toEqual(['xiaohongshu']);
    await userEvent.click(screen.getByRole('switch', { checked: false }));
    await screen.findByText('Posts read');
    expect(await sitesOff.getValue()).toEqual([]);
  });

  test('an answer is enough where the address is hidden', async () => {
    answers.mockReturnValue(reading());
    open(undefined);
    await screen.findByRole('button', { name: /Marked post/ });
  });

  test('does not list what the reader dismissed and tells what was reported', async () => {
    await store.dismiss('xiaohongshu:note:b', []);
    await store.file(makeDraft({ post: makePost({ id: 'a' }) }));
    answers.mockReturnValue(reading());
    open(POST_URL);
    await screen.findByText(/^Not listed, because you marked them as not a problem: 1\. The side panel/);
    expect(screen.getByRole('button', { name: /Marked post.*Reported/ })).toBeTruthy();
    expect(screen.queryByText('Clue post')).toBeNull();
  });

  test('counts the reports and opens their page', async () => {
    await store.file(makeDraft());
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    open('https://example.com/');
    await screen.findByText('Reports on this machine: 1');
    await userEvent.click(screen.getByRole('button', { name: 'Reports' }));
    await waitFor(() =>
      expect(create).toHaveBeenCalledWith({
        url: expect.stringContaining('/reports.html'),
      }),
    );
  });

  describe('on a site that is read only after the reader has turned it on', () => {
    const VIDEO = 'https://www.youtube.com/watch?v=x';
    const grant = (isGranted: boolean) =>
      Object.assign(fakeBrowser, { permissions: { contains: async () => isGranted } });

    test('says that it is off, and the options are one click away', async () => {
      grant(false);
      const openOptions = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue();
      open(VIDEO);
      await screen.findByText(/can read YouTube, but it is off/);
      expect(screen.queryByRole('switch')).toBeNull();
      expect(answers).not.toHaveBeenCalled();
      await userEvent.click(screen.getByRole('button', { name: 'Options' }));
      expect(openOptions).toHaveBeenCalledOnce();
      await waitFor(() => expect(window.close).toHaveBeenCalled());
    });

    test('reads it as any other once it is on', async () => {
      grant(true);
      answers.mockReturnValue(reading({ site: 'youtube', url: VIDEO }));
      open(VIDEO);
      await screen.findByText('Posts read');
      expect(screen.getByRole('switch', { name: 'On for YouTube' })).toBeTruthy();
    });
  });

  test('opens the campaigns page', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create').mockResolvedValue({} as never);
    open('https://example.com/');
    await userEvent.click(screen.getByRole('button', { name: 'Campaigns' }));
    expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/\/campaigns\.html$/) });
    await waitFor(() => expect(window.close).toHaveBeenCalled());
  });

  test('opens the side panel within the click and makes room for it', async () => {
    const openPanel = vi.spyOn(fakeBrowser.sidePanel, 'open').mockResolvedValue(undefined as never);
    open('https://example.com/');
    await userEvent.click(screen.getByRole('button', { name: 'Side panel' }));
    expect(openPanel).toHaveBeenCalledOnce();
    await waitFor(() => expect(window.close).toHaveBeenCalled());
  });

  test('speaks Chinese', async () => {
    useLanguage('zh_CN');
    await setSiteOn('xiaohongshu', false);
    open(POST_URL);
    await screen.findByText('清鉴在小红书已关闭，这一页没有读取。可用上方开关打开。');
    expect(screen.getByRole('switch', { name: '在小红书启用' })).toHaveProperty('checked', false);
  });
});
