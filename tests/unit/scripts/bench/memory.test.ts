// @vitest-environment node
import type { Page } from 'puppeteer-core';
import { expect, test, vi } from 'vitest';
import { watchMemory } from '@/scripts/bench/store/memory';

/** A page whose heap has the given sizes in turn, in megabytes, and whose process is the one of the test. */
function fakePage(sizes: number[], pids = [process.pid]) {
  const sent: string[] = [];
  const send = async (method: string) => {
    sent.push(method);
    if (method === 'Performance.getMetrics')
      return {
        metrics: [{ name: 'JSHeapUsedSize', value: (sizes.length > 1 ? sizes.shift()! : sizes[0]!) * 1e6 }],
      };
    if (method === 'SystemInfo.getProcessInfo')
      return { processInfo: [{ type: 'browser', id: 1 }, ...pids.map((id) => ({ type: 'renderer', id }))] };
    return {};
  };
  const session = { send, detach: async () => undefined };
  const createCDPSession = async () => session;
  const page = { createCDPSession, browser: () => ({ target: () => ({ createCDPSession }) }) };
  return { page: page as unknown as Page, sent };
}

test('knows the heap before, at the most, and when the garbage is gone', async () => {
  const sizes = [2, 10, 50, 20];
  const { page, sent } = fakePage(sizes);
  const watched = await watchMemory(page);
  await vi.waitFor(() => expect(sizes).toEqual([20]));
  const { before, peak, after } = await watched.stop();
  expect([before, peak, after]).toEqual([2, 50, 20]);
  expect(sent.at(-1)).toBe('Performance.getMetrics');
  expect(sent.filter((method) => method === 'HeapProfiler.collectGarbage')).toHaveLength(6);
});

test.runIf(process.platform === 'linux')(
  'asks the system how large the process was at the most',
  async () => {
    const stop = async (pids: number[]) =>
      (await (await watchMemory(fakePage([1], pids).page)).stop()).process;
    expect(await stop([process.pid])).toBeGreaterThan(20);
    // Ended, or hidden from us.
    expect(await stop([2 ** 30])).toBeUndefined();
  },
);
