import { type Figure, figureRows, judge } from './targets.ts';

/** Prints the targets and, last, the line of verdict. @returns the exit status */
export function conclude(bench: string, figures: readonly Figure[]): number {
  console.log('\n── Targets');
  console.table(figureRows(figures));
  const { line, failed } = judge(bench, figures);
  console.log(line);
  return failed ? 1 : 0;
}
