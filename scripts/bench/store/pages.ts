import { buildBundle, serveBundle } from '../bundle.ts';
import { openChromium } from '../chromium.ts';
import type { Answer, Job } from './inside/jobs.ts';
import { type Memory, watchMemory } from './memory.ts';

/** Runs each job in a fresh page of a real browser, all with the same databases, on disk in a profile of their own. */
export interface StorePages {
  run: <J extends Job>(job: J) => Promise<Answer<J>>;
  /** The same, and what memory the page held meanwhile. */
  weigh: <J extends Job>(job: J) => Promise<{ answer: Answer<J>; memory: Memory }>;
  close: () => Promise<void>;
}

/** @throws BenchError when there is no browser */
export async function openStorePages(): Promise<StorePages> {
  const bundle = await buildBundle({ store: 'scripts/bench/store/inside/jobs.ts' });
  const chromium = await openChromium(serveBundle(bundle));
  const weigh = <J extends Job>(job: J) =>
    chromium.inFreshPage(async (page) => {
      const watched = await watchMemory(page);
      const answer = await page.evaluate(
        async (path, asked) =>
          ((await import(path)) as typeof import('./inside/jobs.ts')).run(asked as Job) as Promise<unknown>,
        '/store.mjs',
        job as never,
      );
      return { answer: answer as Answer<J>, memory: await watched.stop() };
    });
  return {
    weigh,
    run: async <J extends Job>(job: J): Promise<Answer<J>> => (await weigh(job)).answer,
    close: async () => {
      await chromium.close();
      bundle.remove();
    },
  };
}
