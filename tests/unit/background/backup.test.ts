import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { registerBackups } from '@/entrypoints/background/backup';
import { documentBuilder, ownBuilder } from '@/entrypoints/background/backup-builder';
import { BackupDesk } from '@/entrypoints/background/backup-desk';
import { backupPlan } from '@/utils/storage/settings';

const heard = vi.hoisted(() => new Map<string, (message: unknown) => unknown>());
const sent = vi.hoisted(() => [] as unknown[][]);
const answers = vi.hoisted(() => new Map<string, unknown>());
vi.mock('@/utils/messaging/protocol', () => ({
  onMessage: (type: string, listener: (message: unknown) => unknown) => heard.set(type, listener),
  sendMessage: async (...message: unknown[]) => {
    sent.push(message);
    return answers.get(String(message[0]));
  },
}));

const event = () => {
  const listeners = new Set<(...args: never[]) => unknown>();
  return {
    addListener: (listener: (...args: never[]) => unknown) => void listeners.add(listener),
    hasListener: (listener: (...args: never[]) => unknown) => listeners.has(listener),
    tell: (...args: unknown[]) => [...listeners].map((listener) => listener(...(args as never[]))),
    get count() {
      return listeners.size;
    },
  };
};

let alarms: Map<string, object>;
let onAlarm: ReturnType<typeof event>;
let onStartup: ReturnType<typeof event>;
let onAdded: ReturnType<typeof event>;
let check: ReturnType<typeof vi.spyOn>;
let settle: ReturnType<typeof vi.spyOn>;
let built: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  vi.restoreAllMocks();
  heard.clear();
  sent.length = 0;
  answers.clear();
  alarms = new Map();
  [onAlarm, onStartup, onAdded] = [event(), event(), event()];
  Object.assign(fakeBrowser, {
    alarms: {
      onAlarm,
      get: async (name: string) => alarms.get(name),
      clear: async (name: string) => alarms.delete(name),
      create: (name: string, info: object) => void alarms.set(name, info),
    },
    permissions: { onAdded },
    downloads: undefined,
  });
  Object.assign(fakeBrowser.runtime, {
    onStartup,
    getURL: (path: string) => `chrome-extension://own${path}`,
  });
  check = vi.spyOn(BackupDesk.prototype, 'check').mockResolvedValue();
  settle = vi.spyOn(BackupDesk.prototype, 'settle').mockResolvedValue();
  built = vi.spyOn(BackupDesk.prototype, 'built').mockResolvedValue();
});

const register = () => registerBackups({} as never);
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the background', () => {
  test('looks whether a backup is due at the alarm, after the browser’s start, and when the plan changes', async () => {
    register();
    onAlarm.tell({ name: 'backup' });
    expect(check).toHaveBeenCalledTimes(1);
    onAlarm.tell({ name: 'something else' });
    expect(check).toHaveBeenCalledTimes(1);
    onStartup.tell();
    expect(check).toHaveBeenCalledTimes(2);
    await backupPlan.setValue({ every: 'week' });
    await settled();
    expect(check).toHaveBeenCalledTimes(3);
  });

  test('looks at its start what has become of an earlier run', () => {
    register();
    expect(settle).toHaveBeenCalledTimes(1);
    expect(check).not.toHaveBeenCalled();
  });

  test('sets its alarm for a plan alone, and only once', async () => {
    register();
    await settled();
    expect(alarms.size).toBe(0);
    await backupPlan.setValue({ every: 'day' });
    await settled();
    expect(alarms.get('backup')).toEqual({ delayInMinutes: 1, periodInMinutes: 60 });
    const first = alarms.get('backup');
    await backupPlan.setValue({ every: 'week' });
    await settled();
    expect(alarms.get('backup')).toBe(first);
    await backupPlan.setValue({ every: 'off' });
    await settled();
    expect(alarms.size).toBe(0);
  });

  test('follows downloads from when it may, and not twice', () => {
    register();
    onAdded.tell({ permissions: ['downloads'] });
    const onChanged = event();
    Object.assign(fakeBrowser, { downloads: { onChanged } });
    onAdded.tell({ permissions: ['downloads'] });
    onAdded.tell({ origins: ['https://example.com/*'] });
    expect(onChanged.count).toBe(1);
    settle.mockClear();
    onChanged.tell({ id: 1 });
    expect(settle).toHaveBeenCalledTimes(1);
  });

  const message = (data: unknown, url = 'chrome-extension://own/offscreen.html') => ({
    type: 'backupBuilt',
    data,
    sender: { id: fakeBrowser.runtime.id, url },
  });
  const data = { run: 'a', address: 'blob:x', rev: 1, fingerprint: 'f', reports: 1, size: 1 };

  test('takes what was built from a page of its own', async () => {
    register();
    await heard.get('backupBuilt')!(message(data));
    expect(built).toHaveBeenCalledWith(data);
  });

  test.each([
    ['a content script', message(data, 'https://www.zhihu.com/')],
    ['another extension', { ...message(data), sender: { id: 'other', url: 'chrome-extension://own/x' } }],
    ['an address of the web', message({ ...data, address: 'https://example.com/a.zip' })],
    ['something else', message({ run: 7 })],
  ])('refuses it from, or as, %s', (_, wrong) => {
    register();
    expect(() => heard.get('backupBuilt')!(wrong)).toThrow();
    expect(built).not.toHaveBeenCalled();
  });
});

describe('what builds', () => {
  const order = { run: 'a', head: {}, settings: {} } as never;

  test('in Chromium is a document, asked whether it still builds or holds one, and told when it is over', async () => {
    let open = 0;
    const createDocument = vi.fn(async () => void open++);
    const closeDocument = vi.fn(async () => void open--);
    Object.assign(fakeBrowser, { offscreen: { createDocument, closeDocument } });
    Object.assign(fakeBrowser.runtime, { getContexts: async () => Array.from({ length: open }) });
    answers.set('offscreenWork', { backup: true, media: false });
    expect(await documentBuilder.isBusy()).toBe(false);
    await documentBuilder.begin(order);
    expect(createDocument).toHaveBeenCalledTimes(1);
    expect(sent).toEqual([['buildBackup', order]]);
    expect(await documentBuilder.isBusy()).toBe(true);
    // A document that looks into files is there without a backup.
    answers.set('offscreenWork', { backup: false, media: true });
    expect(await documentBuilder.isBusy()).toBe(false);
    await documentBuilder.end();
    expect(sent.map(([type]) => type)).not.toContain('endBackup');
    expect(closeDocument).not.toHaveBeenCalled();
    answers.set('offscreenWork', { backup: true, media: false });
    await documentBuilder.end();
    expect(sent.map(([type]) => type)).toContain('endBackup');
    answers.set('offscreenWork', { backup: false, media: false });
    await documentBuilder.end();
    await documentBuilder.end();
    expect(closeDocument).toHaveBeenCalledTimes(1);
    expect(await documentBuilder.isBusy()).toBe(false);
  });

  test('in Firefox is the background, awake until the end, which gives the file up', async () => {
    vi.useFakeTimers();
    const getPlatformInfo = vi.fn(async () => ({}));
    Object.assign(fakeBrowser.runtime, { getPlatformInfo });
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
    const told: unknown[] = [];
    const own = ownBuilder(
      async () => data,
      (result) => told.push(result),
    );
    const data = { run: 'a', address: 'blob:own', rev: 1, fingerprint: 'f', reports: 1, size: 1 };
    await own.begin(order);
    expect(await own.isBusy()).toBe(true);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told).toEqual([data]);
    expect(getPlatformInfo).toHaveBeenCalledTimes(3);
    await own.end();
    await own.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(getPlatformInfo).toHaveBeenCalledTimes(3);
    expect(revoke.mock.calls).toEqual([['blob:own']]);
    expect(await own.isBusy()).toBe(false);
    vi.useRealTimers();
  });
});
