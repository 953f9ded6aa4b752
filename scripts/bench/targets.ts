/** A figure that has a target. */
export interface Figure {
  what: string;
  value: number;
  /** The least or the most that it may be. */
  target: number;
  is: 'least' | 'most';
}

/** Missed by more than this share of the target is a failure: the machine may be shared. */
export const TOLERANCE = 0.3;

/** Share of the target by which a figure misses it; 0 when it is met. Of a target of 0 there is no share. */
export function missedBy({ value, target, is }: Figure): number {
  if (!Number.isFinite(value)) return Number.POSITIVE_INFINITY;
  if (target === 0) return value > 0 && is === 'most' ? Number.POSITIVE_INFINITY : 0;
  return Math.max(0, is === 'most' ? value / target - 1 : 1 - value / target);
}

/** The one line at the end, and whether the run fails. */
export function judge(bench: string, figures: readonly Figure[]): { line: string; failed: boolean } {
  const name = `bench:${bench}`;
  const missed = figures.filter((figure) => missedBy(figure) > 0);
  const failed = missed.some((figure) => missedBy(figure) > TOLERANCE);
  if (missed.length === 0) return { line: `${name}: all targets met`, failed };
  const parts = missed.map(
    (figure) =>
      `${figure.what} ${round(figure.value)} (${figure.is === 'most' ? '≤' : '≥'} ${figure.target}${byHowMuch(figure)})`,
  );
  const head = failed ? `${name}: FAILED, missed` : `${name}: missed within the tolerance`;
  return { line: `${head}: ${parts.join('; ')}`, failed };
}

function byHowMuch(figure: Figure, before = ', '): string {
  const share = missedBy(figure);
  return Number.isFinite(share) ? `${before}by ${Math.round(share * 100)} %` : '';
}

export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** For console.table. */
export function figureRows(figures: readonly Figure[]): Record<string, string | number>[] {
  return figures.map((figure) => ({
    target: figure.what,
    measured: round(figure.value),
    wanted: `${figure.is === 'most' ? '≤' : '≥'} ${figure.target}`,
    verdict: missedBy(figure) === 0 ? 'met' : `missed${byHowMuch(figure, ' ')}`,
  }));
}
