// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followActivePage } from '@/utils/active-page/follow';
import * as protocol from '@/utils/messaging/protocol';
import type { PageGlance, PageReading, PageState } from '@/utils/model/page';
import { setSiteOn } from '@/utils/storage/settings';

/** Tabs of the window by id, as their content scripts answer; a tab without an entry has none. */
interface FakePage {
  glance: () => PageGlance | Promise<PageGlance>;
  reading?: () => PageReading | Promise<PageReading>;
}
let pages: Map<number, FakePage>;
let front: { id: number; url?: string; status?: string; windowId: number };
let shown: PageState[];
let asked: string[];
let stop: (() => void) | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  pages = new Map();
  shown = [];
  asked = [];
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation((async () => [front]) as never);
  vi.spyOn(protocol, 'sendMessage').mockImplementation((async (type: string, _: unknown, tabId: number) => {
    asked.push(`${type} ${tabId}`);
    const page = pages.get(tabId);
    const answer = type === 'glance' ? page?.glance : page?.reading;
    if (!answer) throw new Error('Receiving end does not exist');
    return answer();
  }) as typeof protocol.sendMessage);
});
afterEach(() => {
  stop?.();
  stop = undefined;
  vi.useRealTimers();
});

const reading = (url: string): PageReading => ({
  site: 'xiaohongshu',
  surface: 'feed',
  url,
  health: { status: 'ok', posts: 1, labelsRead: 0, missing: [] },
  pace: 'normal',
  posts: [],
});
const answering = (name: string, scan = name): FakePage => ({
  glance: () => ({ site: 'xiaohongshu', scan }),
  reading: () => reading(name),
});
/** The state as one line; a read page by its address. */
const say = (page: PageState | undefined) => (page?.type === 'read' ? page.reading.url : page?.type);
const now = () => say(shown.at(-1));
const passing = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function follow(tab: Partial<typeof front> = {}) {
  front = { id: 1, status: 'complete', windowId: 5, ...tab };
  stop = followActivePage((page) => shown.push(page));
  return passing(0);
}
function activate(id: number, windowId = 5) {
  if (windowId === 5) front = { ...front, id };
  void fakeBrowser.tabs.onActivated.trigger({ tabId: id, windowId });
}
function later<T>() {
  return Promise.withResolvers<T>();
}

test('an answer of a former tab that comes late is dropped', async () => {
  const slow = later<PageReading>();
  pages.set(1, { ...answering('first'), reading: () => slow.promise });
  pages.set(2, answering('second'));
  await follow();
  activate(2);
  await passing(0);
  expect(now()).toBe('second');
  slow.resolve(reading('first'));
  await passing(100);
  expect(shown.map(say)).not.toContain('first');
});

test('another tab empties the list at once, before it has answered', async () => {
  const slow = later<PageGlance>();
  pages.set(1, answering('first'));
  pages.set(2, { ...answering('second'), glance: () => slow.promise });
  await follow();
  expect(now()).toBe('first');
  activate(2);
  expect(now()).toBe('loading');
  slow.resolve({ site: 'xiaohongshu', scan: 'second' });
  await passing(0);
  expect(now()).toBe('second');
});

test('a tab of another window changes nothing', async () => {
  pages.set(1, answering('first'));
  await follow();
  activate(9, 6);
  await passing(0);
  expect(shown.map(say)).toEqual(['first']);
});

test('a page is read again when it holds something new, and only then', async () => {
  pages.set(1, answering('first'));
  await follow();
  await passing(6_000);
  expect(asked.filter((each) => each.startsWith('getPageReading'))).toHaveLength(1);
  pages.set(1, answering('first with more', 'other scan'));
  await passing(2_000);
  expect(shown.map(say)).toEqual(['first', 'first with more']);
});

test('a page that navigates away is not shown under its successor', async () => {
  pages.set(1, answering('first'));
  await follow();
  pages.delete(1);
  void fakeBrowser.tabs.onUpdated.trigger(1, { status: 'loading' } as never, front as never);
  await passing(0);
  expect(now()).toBe('loading');
  pages.set(1, answering('next'));
  void fakeBrowser.tabs.onUpdated.trigger(1, { status: 'complete' } as never, front as never);
  await passing(0);
  expect(shown.map(say)).toEqual(['first', 'loading', 'next']);
});

test('a tab that was exchanged without an event is noticed', async () => {
  pages.set(1, answering('first'));
  pages.set(2, answering('second'));
  await follow();
  front = { ...front, id: 2 };
  await passing(2_000);
  expect(shown.map(say)).toEqual(['first', 'loading', 'second']);
});

test('no answer means another site where the address is hidden, else a page to reload', async () => {
  await follow();
  await passing(1_000);
  expect(now()).toBe('foreign');
  stop?.();
  await follow({ url: 'https://www.xiaohongshu.com/explore' });
  await passing(1_000);
  expect(now()).toBe('silent');
});

test('a page that answers later than expected is found', async () => {
  await follow();
  await passing(1_000);
  pages.set(1, answering('first'));
  await passing(2_000);
  expect(now()).toBe('first');
});

test('a site that is off says so, and is read as soon as it is on, also where its address is hidden', async () => {
  await setSiteOn('xiaohongshu', false);
  pages.set(1, { glance: () => ({ site: 'xiaohongshu', scan: null }) });
  await follow();
  expect(shown).toEqual([{ type: 'off', site: expect.objectContaining({ id: 'xiaohongshu' }) }]);
  pages.set(1, answering('first'));
  await setSiteOn('xiaohongshu', true);
  await passing(0);
  expect(now()).toBe('first');
  // The switch stays where it is while the page starts.
  expect(shown.at(-2)).toEqual({ type: 'loading', site: expect.objectContaining({ id: 'xiaohongshu' }) });
});

test('nobody is asked where the address is known to be foreign', async () => {
  await follow({ url: 'https://example.com/' });
  await passing(4_000);
  expect(now()).toBe('foreign');
  expect(asked).toEqual([]);
});

test('a hidden panel asks nothing, and one that was closed neither', async () => {
  pages.set(1, answering('first'));
  await follow();
  asked = [];
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  await passing(10_000);
  expect(asked).toEqual([]);
  hidden.mockReturnValue(false);
  stop?.();
  await passing(10_000);
  activate(2);
  await passing(0);
  expect(asked).toEqual([]);
});
