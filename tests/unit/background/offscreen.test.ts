import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type * as Offscreen from '@/entrypoints/background/offscreen';

const work = vi.hoisted(() => ({ backup: false, media: false }));
vi.mock('@/utils/messaging/protocol', () => ({ sendMessage: async () => ({ ...work }) }));

let offscreen: typeof Offscreen;
let open: number;
let alarms: Map<string, object>;
let onAlarm: (alarm: { name: string }) => unknown;
const createDocument = vi.fn();
const closeDocument = vi.fn();
/** As long as a browser may take. */
const later = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  [open, alarms] = [0, new Map()];
  Object.assign(work, { backup: false, media: false });
  createDocument.mockReset().mockImplementation(async () => {
    if (open > 0) throw new Error('Only a single offscreen document may be created.');
    await later();
    open++;
  });
  closeDocument.mockReset().mockImplementation(async () => {
    await later();
    open--;
  });
  Object.assign(fakeBrowser, {
    offscreen: { createDocument, closeDocument },
    alarms: {
      onAlarm: { addListener: (listener: typeof onAlarm) => (onAlarm = listener) },
      create: (name: string, info: object) => void alarms.set(name, info),
      clear: async (name: string) => alarms.delete(name),
    },
  });
  Object.assign(fakeBrowser.runtime, { getContexts: async () => Array.from({ length: open }) });
  offscreen = await import('@/entrypoints/background/offscreen');
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the document beside Chromium’s background', () => {
  test('is opened once for all who ask at the same time, with its reasons', async () => {
    const asked = Promise.all([1, 2, 3].map((n) => offscreen.askDocument(async () => n)));
    await pass(100);
    expect(await asked).toEqual([1, 2, 3]);
    expect(createDocument).toHaveBeenCalledTimes(1);
    expect(createDocument).toHaveBeenCalledWith(
      expect.objectContaining({ url: 'offscreen.html', reasons: ['WORKERS', 'BLOBS'] }),
    );
  });

  test('is closed when it was not asked for a while', async () => {
    void offscreen.askDocument(async () => 1);
    await pass(10_000);
    void offscreen.askDocument(async () => 2);
    await pass(14_900);
    expect(open).toBe(1);
    await pass(200);
    expect(open).toBe(0);
    expect(alarms.size).toBe(0);
  });

  test('is not closed while an answer is waited for, or it is in use', async () => {
    let answer = () => {};
    void offscreen.askDocument(() => new Promise<void>((resolve) => (answer = resolve)));
    await pass(60_000);
    await offscreen.closeUnlessUsed();
    expect(open).toBe(1);
    answer();
    work.backup = true;
    await pass(60_000);
    expect(open).toBe(1);
    Object.assign(work, { backup: false, media: true });
    await offscreen.closeUnlessUsed();
    expect(open).toBe(1);
    work.media = false;
    void offscreen.closeUnlessUsed();
    await pass(100);
    expect(open).toBe(0);
  });

  test('is opened anew for one who asks while it is being closed', async () => {
    void offscreen.askDocument(async () => 1);
    await pass(100);
    void offscreen.closeUnlessUsed();
    await pass(5);
    const asked = offscreen.askDocument(async () => open);
    await pass(100);
    expect(await asked).toBe(1);
    expect(createDocument).toHaveBeenCalledTimes(2);
  });

  test('is closed by an alarm, when the background that opened it was stopped', async () => {
    open = 1;
    offscreen.followOffscreen();
    void onAlarm({ name: 'something else' });
    await pass(100);
    expect(open).toBe(1);
    void onAlarm({ name: 'offscreen' });
    await pass(100);
    expect(open).toBe(0);
  });

  test('leaves an alarm behind while it is open', async () => {
    void offscreen.askDocument(async () => 1);
    await pass(100);
    expect(alarms.get('offscreen')).toEqual({ periodInMinutes: 0.5 });
  });

  test('that could not be opened is told to who asked, and is tried again for the next', async () => {
    createDocument.mockRejectedValueOnce(new Error('no'));
    const first = offscreen.askDocument(async () => 1).catch((error: Error) => error.message);
    await pass(100);
    expect(await first).toBe('no');
    const second = offscreen.askDocument(async () => 2);
    await pass(100);
    expect(await second).toBe(2);
  });
});
