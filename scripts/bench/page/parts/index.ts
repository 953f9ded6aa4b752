import type { PagePart } from '../part.ts';
import { append } from './append.ts';
import { ranges } from './ranges.ts';
import { recycle } from './recycle.ts';
import { start } from './start.ts';
import { scanOnce } from './static.ts';
import { tick } from './tick.ts';

/** In the order in which they run. */
export const PAGE_PARTS = {
  static: scanOnce,
  append,
  start,
  tick,
  recycle,
  ranges,
} as const satisfies Record<string, PagePart>;

export type PagePartName = keyof typeof PAGE_PARTS;
