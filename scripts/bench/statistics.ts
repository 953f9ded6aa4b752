import type { Measured } from './inside/measure.ts';

/** Times of the rounds, in any unit. */
type Timed = Pick<Measured, 'times'>;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The median of the round-by-round ratios: what slows both down in a round falls out. */
export function ratio(numerator: Timed, denominator: Timed): number {
  const rounds = Math.min(numerator.times.length, denominator.times.length);
  return median(Array.from({ length: rounds }, (_, i) => numerator.times[i]! / denominator.times[i]!));
}

/** Puts the rounds of several processes together, engine by engine. */
export function join(runs: readonly Measured[][]): Measured[] {
  const [first = [], ...others] = runs;
  return first.map((measured) => ({
    ...measured,
    times: [measured, ...others.map((run) => run.find(({ name }) => name === measured.name))].flatMap(
      (each) => each?.times ?? [],
    ),
  }));
}
