/** k of n, with a 95 % interval; `rate` and bounds are fractions, `null` when n is 0. */
export interface Share {
  hits: number;
  n: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054;

/** Wilson's score interval (Wilson 1927), which stays inside 0–1 and holds for rates near 0. */
export function share(hits: number, n: number): Share {
  if (n === 0) return { hits, n, rate: null, low: null, high: null };
  const rate = hits / n;
  const scale = 1 + Z ** 2 / n;
  const centre = (rate + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((rate * (1 - rate)) / n + Z ** 2 / (4 * n ** 2));
  return {
    hits,
    n,
    rate,
    low: hits === 0 ? 0 : centre - half,
    high: hits === n ? 1 : centre + half,
  };
}
