import type { Share, Verdict } from './statistics.ts';

/** How numbers stand in the tables. */

/** `12 = 0.06 % (0.03–0.10)`: hits, share and interval; `–` when there was nothing to count. */
export function rate({ hits, n, rate: measured, low, high }: Share, digits: number): string {
  if (n === 0 || measured === null || low === null || high === null) return '–';
  const percent = (value: number) => (value * 100).toFixed(digits);
  return `${number(hits)} = ${percent(measured)} % (${percent(low)}–${percent(high)})`;
}

export function bound(sign: '≤' | '≥', target: number | null): string {
  return target === null ? '' : `${sign} ${Number((target * 100).toFixed(2))} %`;
}

export function verdict(value: Verdict | null): string {
  return value === 'missed' ? 'MISSED' : (value ?? '');
}

export function number(value: number): string {
  return value.toLocaleString('en-US');
}

export function nameOf(category: string, categories: ReadonlyMap<string, string>): string {
  return `${category} ${categories.get(category) ?? ''}`.trim();
}
