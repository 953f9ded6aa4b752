import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'puppeteer-core';

/** Megabytes. */
export interface Memory {
  /** Scripts' objects when the page had loaded nothing, at the most, and at the end without garbage. */
  before: number;
  peak: number;
  after: number;
  /** All that the page's process held at the most; absent where the system does not tell. */
  process: number | undefined;
}

const EVERY_MS = 100;
const MB = 1e6;

/** Looks at a page's memory while it works. */
export async function watchMemory(page: Page): Promise<{ stop: () => Promise<Memory> }> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const before = await cleanHeapOf(session);
  let peak = before;
  let isOn = true;
  const watching = (async () => {
    while (isOn) {
      peak = Math.max(peak, await heapOf(session));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    stop: async () => {
      isOn = false;
      await watching;
      const process = await processPeakOf(page);
      return { before, peak, after: await cleanHeapOf(session), process };
    },
  };
}

async function heapOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / MB;
}

async function cleanHeapOf(session: CDPSession): Promise<number> {
  // What the first collection finalises, the second can free.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  return heapOf(session);
}

/** Of the renderers the largest: beside the page there is at most an empty one. */
async function processPeakOf(page: Page): Promise<number | undefined> {
  const session = await page.browser().target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo.filter(({ type }) => type === 'renderer').flatMap(({ id }) => peakOf(id) ?? []);
  return peaks.length > 0 ? Math.max(...peaks) : undefined;
}

function peakOf(pid: number): number | undefined {
  let status: string;
  try {
    status = readFileSync(`/proc/${pid}/status`, 'utf8');
  } catch {
    // Another system, or a process that has just ended.
    return undefined;
  }
  const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / MB;
}
