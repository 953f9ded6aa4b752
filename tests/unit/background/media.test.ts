import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerMedia } from '@/entrypoints/background/media';
import { documentEngine } from '@/entrypoints/background/media-engine';
import type { MediaFindings, MediaOrder } from '@/utils/evidence/engine/order';
import { mediaSites } from '@/utils/storage/settings';

type Listener = (message: { type: string; data: unknown; sender: object }) => unknown;
const heard = vi.hoisted(() => new Map<string, Listener>());
const sent = vi.hoisted(() => vi.fn());
vi.mock('@/utils/messaging/protocol', () => ({
  onMessage: (type: string, listener: Listener) => heard.set(type, listener),
  sendMessage: sent,
}));
vi.mock('@/utils/storage/media-cache', () => ({
  MediaCache: class {
    get = async () => undefined;
    put = async () => undefined;
  },
}));

const found: MediaFindings = {
  verdict: 'none',
  evidence: [],
  via: 'page',
  bytesRead: 10,
  requests: 1,
  sha256: 'x',
};
const image = (name = 'a') => ({ type: 'image', url: `https://i0.hdslb.com/${name}.png` });
const request = { postKey: 'bilibili:video:BV1xx411c7mD', media: [image()], by: 'reader' };
const page = (tab = 7) => ({
  id: fakeBrowser.runtime.id,
  url: 'https://www.bilibili.com/video/BV1xx411c7mD',
  tab: { id: tab, incognito: false },
  frameId: 2,
});
const own = { id: fakeBrowser.runtime.id, url: 'chrome-extension://own/offscreen.html' };

let orders: MediaOrder[];
let ends: Map<string, (findings: MediaFindings) => void>;
let removed: (tab: number) => unknown;
/** The reader takes a permission back. */
let taken: () => unknown;
const contains = vi.fn(async () => true);

const tell = async (type: string, data: unknown, sender: object = page()) =>
  heard.get(type)!({ type, data, sender });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  vi.restoreAllMocks();
  vi.stubEnv('FIREFOX', '');
  heard.clear();
  sent.mockReset();
  [orders, ends] = [[], new Map()];
  contains.mockReset().mockResolvedValue(true);
  const onRemoved = { addListener: (listener: typeof taken) => (taken = listener) };
  Object.assign(fakeBrowser, { permissions: { contains, onRemoved } });
  Object.assign(fakeBrowser.tabs, {
    onRemoved: { addListener: (listener: typeof removed) => (removed = listener) },
  });
  Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://own${path}` });
  vi.spyOn(documentEngine, 'check').mockImplementation((order) => {
    orders.push(order);
    return new Promise((resolve) => ends.set(order.id, resolve));
  });
  vi.spyOn(documentEngine, 'stop').mockImplementation((id) =>
    ends.get(id)!({ verdict: 'unreadable', evidence: [], trouble: 'stopped', via: 'page' }),
  );
  registerMedia();
});

describe('a page that asks for its files', () => {
  test('is answered with what was found', async () => {
    const answer = tell('checkMedia', request);
    await settled();
    expect(orders).toEqual([{ id: expect.any(String), media: image(), network: true }]);
    expect(contains).toHaveBeenCalledWith({ origins: ['https://i0.hdslb.com/*'] });
    ends.get(orders[0]!.id)!(found);
    expect(await answer).toEqual([{ media: image(), ...found, at: expect.any(Number) }]);
  });

  test('is read from the page alone where no permission is, or none can be named', async () => {
    contains.mockResolvedValueOnce(false).mockRejectedValueOnce(new Error('Invalid pattern'));
    void tell('checkMedia', { ...request, media: [image('a'), image('b')] });
    await settled();
    expect(orders.map(({ network }) => network)).toEqual([false, false]);
  });

  test('may do so by itself only where the reader has turned it on', async () => {
    await expect(tell('checkMedia', { ...request, by: 'view' })).rejects.toThrow('turned it on');
    await mediaSites.setValue(['bilibili']);
    void tell('checkMedia', { ...request, by: 'view' });
    await settled();
    expect(orders).toHaveLength(1);
  });

  test.each([
    ['a post of another site', { ...request, postKey: 'weibo:post:1' }],
    ['no file', { ...request, media: [] }],
    ['too many files', { ...request, media: Array.from({ length: 31 }, (_, i) => image(`${i}`)) }],
    ['a file of the disk', { ...request, media: [{ type: 'image', url: 'file:///etc/passwd' }] }],
    [
      'a file of the page’s own making',
      { ...request, media: [{ type: 'image', url: 'blob:https://a.example/1' }] },
    ],
    ['another kind of wish', { ...request, by: 'me' }],
  ])('is refused with %s', async (_, data) => {
    await expect(tell('checkMedia', data)).rejects.toThrow('refused');
    expect(orders).toEqual([]);
  });

  test('is refused where it is none of ours', async () => {
    await expect(tell('checkMedia', request, { ...page(), id: 'other' })).rejects.toThrow('refused');
    await expect(tell('checkMedia', request, own)).rejects.toThrow('refused');
    await expect(tell('needPageBytes', { id: 'a' }, page())).rejects.toThrow('refused');
  });
});

describe('files that nobody waits for any more', () => {
  const stopped = [{ media: image(), verdict: 'unreadable', trouble: 'stopped' }];

  test('are stopped when their page says so, or is closed', async () => {
    const first = tell('checkMedia', request);
    await settled();
    await tell('stopMedia', undefined);
    expect(await first).toMatchObject(stopped);
    const second = tell('checkMedia', request);
    await settled();
    await removed(99);
    await removed(7);
    expect(await second).toMatchObject(stopped);
  });

  test('are stopped when a page of the extension names the tab, and by no other page', async () => {
    const answer = tell('checkMedia', request);
    await settled();
    await expect(tell('stopMedia', 7, page(8))).rejects.toThrow('refused');
    await expect(tell('stopMedia', -1, own)).rejects.toThrow();
    await tell('stopMedia', null, page(8));
    await tell('stopMedia', 7, own);
    expect(await answer).toMatchObject(stopped);
  });

  test('are stopped when the reader takes their host back, and asked for as the page may from then on', async () => {
    const answer = tell('checkMedia', { ...request, media: [image('a'), image('b'), image('c')] });
    await settled();
    expect(orders.map(({ network }) => network)).toEqual([true, true]);
    contains.mockResolvedValue(false);
    await taken();
    await settled();
    expect(orders.map(({ network }) => network)).toEqual([true, true, false]);
    ends.get(orders[2]!.id)!(found);
    expect(await answer).toMatchObject([{ trouble: 'stopped' }, { trouble: 'stopped' }, { verdict: 'none' }]);
  });

  test('are stopped when the reader turns it off, but for those that they asked for', async () => {
    await mediaSites.setValue(['bilibili']);
    const mine = tell('checkMedia', request);
    const seen = tell('checkMedia', { ...request, media: [image('b')], by: 'view' });
    await settled();
    await mediaSites.setValue(['weibo']);
    expect(await seen).toMatchObject([{ trouble: 'stopped' }]);
    ends.get(orders[0]!.id)!(found);
    expect(await mine).toMatchObject([{ verdict: 'none' }]);
  });

  test('are no reason to open anything', async () => {
    await tell('stopMedia', undefined);
    await removed(1);
    await taken();
    expect(documentEngine.stop).not.toHaveBeenCalled();
  });
});

describe('the engine that needs bytes', () => {
  const wanted = (id: string) => ({ id, url: image().url, start: 0, end: 10 });

  test('gets them from the frame that shows the file', async () => {
    void tell('checkMedia', request);
    await settled();
    const asked = wanted(orders[0]!.id);
    sent.mockResolvedValueOnce({ ok: true, base64: 'AAAA', size: 99 });
    expect(await tell('needPageBytes', asked, own)).toEqual({ ok: true, base64: 'AAAA', size: 99 });
    expect(sent).toHaveBeenCalledWith('givePageBytes', asked, { tabId: 7, frameId: 2 });
  });

  test('is told to stop where the order is of a background that is gone, or the page is', async () => {
    expect(await tell('needPageBytes', wanted('old'), own)).toEqual({ ok: false, why: 'stopped' });
    void tell('checkMedia', request);
    await settled();
    sent.mockRejectedValueOnce(new Error('No response'));
    expect(await tell('needPageBytes', wanted(orders[0]!.id), own)).toEqual({ ok: false, why: 'stopped' });
  });

  test.each([
    [null],
    [{ ok: true, base64: 7 }],
    [{ ok: true, base64: 'A'.repeat(400_000) }],
    [{ ok: true, base64: 'AAAA', size: -1 }],
    [{ ok: false, why: 'because' }],
  ])('does not get what is no such answer', async (given) => {
    void tell('checkMedia', request);
    await settled();
    sent.mockResolvedValueOnce(given);
    expect(await tell('needPageBytes', wanted(orders[0]!.id), own)).toEqual({ ok: false, why: 'refused' });
  });
});

test('how often hosts were asked outlives the background', async () => {
  void tell('checkMedia', request);
  await settled();
  const kept = await fakeBrowser.storage.session.get('mediaPaces');
  expect(kept).toEqual({
    mediaPaces: { 'i0.hdslb.com': { begun: [expect.any(Number)], refusals: 0, pausedUntil: 0 } },
  });
});
