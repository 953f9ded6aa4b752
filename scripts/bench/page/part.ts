import type { Figure } from '../targets.ts';
import type { Pages } from './pages.ts';

/** One question about the work in a page: prints its tables and gives the figures that have targets. */
export interface PagePart {
  title: string;
  /** @param quick fewer rounds */
  run: (pages: Pages, quick: boolean) => Promise<Figure[]>;
}
