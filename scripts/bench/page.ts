import { parsePageArgs } from './args.ts';
import { conclude } from './conclude.ts';
import { createPageInput } from './page/input.ts';
import { openPages } from './page/pages.ts';
import { PAGE_PARTS } from './page/parts/index.ts';
import type { Figure } from './targets.ts';

/** Prints tables, then one line of verdict. @returns the exit status @throws BenchError for bad input */
export async function benchPage(args: string[]): Promise<number> {
  const { quick, parts } = parsePageArgs(args);
  const pages = await openPages(await createPageInput());
  try {
    console.log(
      'A generated feed in Chromium, 10,000 terms (mark.js: 1,000). Ratios are medians of paired rounds; times are for comparison in one run only.',
    );
    const figures: Figure[] = [];
    for (const name of parts) {
      console.log(`\n── ${PAGE_PARTS[name].title}`);
      figures.push(...(await PAGE_PARTS[name].run(pages, quick)));
    }
    return conclude('page', figures);
  } finally {
    await pages.close();
  }
}
