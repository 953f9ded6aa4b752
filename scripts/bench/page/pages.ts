import type { CDPSession, Page } from 'puppeteer-core';
import { buildBundle, serveBundle } from '../bundle.ts';
import { openChromium } from '../chromium.ts';
import type { Counts } from './inside/bindings.ts';
import type { Answer, Job } from './inside/jobs.ts';
import type { PageInput } from './inside/stage.ts';

/** Runs each job in a fresh page of a real browser. */
export interface Pages {
  run: <J extends Job>(job: J) => Promise<Answer<J>>;
  close: () => Promise<void>;
}

/** @throws BenchError when there is no browser */
export async function openPages(input: PageInput): Promise<Pages> {
  const bundle = await buildBundle({ page: 'scripts/bench/page/inside/jobs.ts' });
  const chromium = await openChromium(serveBundle(bundle, { '/input.json': JSON.stringify(input) }));
  return {
    run: (job) =>
      chromium.inFreshPage(async (page) => {
        await bind(page);
        const answer = await page.evaluate(
          async (path, asked) =>
            ((await import(path)) as typeof import('./inside/jobs.ts')).run(asked as Job) as Promise<unknown>,
          '/page.mjs',
          job as never,
        );
        return answer as Answer<typeof job>;
      }),
    close: async () => {
      await chromium.close();
      bundle.remove();
    },
  };
}

/** Gives the page what only the browser knows of it (inside/bindings.ts). */
async function bind(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  await page.exposeFunction('benchCounts', () => countsOf(session));
  await page.exposeFunction('benchHeap', () => heapOf(session));
}

async function countsOf(session: CDPSession): Promise<Counts> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    layouts: value('LayoutCount'),
    styles: value('RecalcStyleCount'),
    script: value('ScriptDuration') * 1_000,
  };
}

/** Scripts' objects, the elements behind them and their buffers. */
interface HeapUsage {
  usedSize: number;
  embedderHeapUsedSize?: number;
  backingStorageSize?: number;
}

async function heapOf(session: CDPSession): Promise<number> {
  // What the first collection finalises, the second can free.
  for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as HeapUsage;
  return (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / 1e6;
}
