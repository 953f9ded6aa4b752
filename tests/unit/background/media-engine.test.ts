import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { documentEngine, ownEngine } from '@/entrypoints/background/media-engine';
import type { MediaFindings, MediaOrder } from '@/utils/evidence/engine/order';
import type { WorkerEngine } from '@/utils/evidence/engine/worker-engine';

const sent = vi.hoisted(() => [] as unknown[][]);
vi.mock('@/utils/messaging/protocol', () => ({
  sendMessage: async (...message: unknown[]) => {
    sent.push(message);
    if (message[0] === 'stopFile') throw new Error('Receiving end does not exist');
    return { verdict: 'none' };
  },
}));
vi.mock('@/entrypoints/background/offscreen', () => ({ askDocument: (ask: () => unknown) => ask() }));

const order: MediaOrder = {
  id: 'a',
  media: { type: 'image', url: 'https://pics.example/a' },
  network: false,
};
const found: MediaFindings = { verdict: 'none', evidence: [], via: 'page' };

beforeEach(() => {
  sent.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('in Chromium the document looks into files; one that is gone need not be stopped', async () => {
  expect(await documentEngine.check(order)).toEqual({ verdict: 'none' });
  documentEngine.stop('a');
  await vi.advanceTimersByTimeAsync(0);
  expect(sent).toEqual([
    ['checkFile', order],
    ['stopFile', 'a'],
  ]);
});

describe('in Firefox', () => {
  const setUp = () => {
    const getPlatformInfo = vi.fn(async () => ({}));
    Object.assign(fakeBrowser.runtime, { getPlatformInfo });
    const ends: ((findings: MediaFindings) => void)[] = [];
    const close = vi.fn();
    const stop = vi.fn();
    const check = vi.fn(() => new Promise<MediaFindings>((resolve) => void ends.push(resolve)));
    const open = vi.fn(async () => ({ check, stop, close }) as unknown as WorkerEngine);
    return { engine: ownEngine(vi.fn(), open), open, ends, close, stop, getPlatformInfo };
  };
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  test('the background looks itself, and loads what it takes for the first file', async () => {
    const { engine, open, ends } = setUp();
    engine.stop('nothing was begun');
    expect(open).not.toHaveBeenCalled();
    const checks = [engine.check(order), engine.check({ ...order, id: 'b' })];
    await pass(0);
    expect(open).toHaveBeenCalledTimes(1);
    for (const end of ends) end(found);
    expect(await Promise.all(checks)).toEqual([found, found]);
  });

  test('it stays awake as long as it looks, and lets go of the worker a while after', async () => {
    const { engine, open, ends, close, getPlatformInfo } = setUp();
    void engine.check(order);
    await pass(25_000);
    expect(getPlatformInfo).toHaveBeenCalledTimes(2);
    ends[0]!(found);
    await pass(14_900);
    expect(getPlatformInfo).toHaveBeenCalledTimes(2);
    expect(close).not.toHaveBeenCalled();
    void engine.check(order);
    await pass(1_000);
    ends[1]!(found);
    await pass(15_100);
    expect(close).toHaveBeenCalledTimes(1);
    void engine.check(order);
    await pass(0);
    expect(open).toHaveBeenCalledTimes(2);
  });

  test('it can be stopped', async () => {
    const { engine, stop } = setUp();
    void engine.check(order);
    engine.stop('a');
    await pass(0);
    expect(stop).toHaveBeenCalledWith('a');
  });
});
