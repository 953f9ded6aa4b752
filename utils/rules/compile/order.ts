import type { Node } from './program';

/** From what is known of the post at once to what searches its text. */
const COSTS: readonly Node['type'][] = [
  'label',
  'post',
  'author',
  'terms',
  'ref',
  'any',
  'near',
  'times',
  'none',
  'pattern',
];

/** Positions of parts, cheap ones first, so that most texts are given up before a pattern runs. */
export function orderOf(parts: readonly Node[]): number[] {
  const cost = (at: number) => COSTS.indexOf(parts[at]!.type);
  return parts.map((_, at) => at).sort((a, b) => cost(a) - cost(b) || a - b);
}
