import { parseStoreArgs } from './args.ts';
import { conclude } from './conclude.ts';
import { openStorePages } from './store/pages.ts';
import type { Extent } from './store/part.ts';
import { STORE_PARTS } from './store/parts/index.ts';
import type { Figure } from './targets.ts';

const REPORTS = 100_000;
const QUICK_REPORTS = 10_000;

/** Prints tables, then one line of verdict. @returns the exit status @throws BenchError for bad input */
export async function benchStore(args: string[]): Promise<number> {
  const { quick, parts } = parseStoreArgs(args);
  const extent: Extent = { quick, reports: quick ? QUICK_REPORTS : REPORTS };
  const pages = await openStorePages();
  try {
    console.log(
      'Generated reports of 960 characters in Chromium, on disk. Ratios are of paired rounds; times are for comparison in one run only.',
    );
    const figures: Figure[] = [];
    for (const name of parts) {
      const { title, needsStock, run } = STORE_PARTS[name];
      console.log(`\n── ${title(extent)}`);
      if (needsStock) await pages.run({ kind: 'stock', reports: extent.reports });
      figures.push(...(await run(pages, extent)));
    }
    return conclude('store', figures);
  } finally {
    await pages.close();
  }
}
