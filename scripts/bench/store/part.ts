import type { Figure } from '../targets.ts';
import type { StorePages } from './pages.ts';

/** How much is measured. */
export interface Extent {
  quick: boolean;
  /** Reports in the large database. */
  reports: number;
}

/** One question about the store: prints its tables and gives the figures that have targets. */
export interface StorePart {
  title: (extent: Extent) => string;
  /** Whether it reads the large database, which is then there. */
  needsStock: boolean;
  run: (pages: StorePages, extent: Extent) => Promise<Figure[]>;
}
