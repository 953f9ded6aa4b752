import type { BenchInput } from '../input.ts';
import type { Runner } from '../runners.ts';
import type { Figure } from '../targets.ts';

/** One question of the bench: prints its tables and gives the figures that have targets. */
export interface Part {
  title: string;
  run: (input: BenchInput, runners: readonly Runner[]) => Promise<Figure[]>;
}
