import type { Share } from '../../utils/figures/share.ts';

export { type Share, share } from '../../utils/figures/share.ts';

export type Verdict = 'met' | 'missed' | 'no data';

/** A target is judged on the measured rate itself; the interval says how sure that is. */
export function atMost({ rate }: Share, target: number): Verdict {
  if (rate === null) return 'no data';
  return rate <= target ? 'met' : 'missed';
}

export function atLeast({ rate }: Share, target: number): Verdict {
  if (rate === null) return 'no data';
  return rate >= target ? 'met' : 'missed';
}
