import type { Node } from './program';

/** More than any number of words costs: patterns search the whole text. */
const PATTERN = 1000;

/** What looking at a condition costs, in words to look up. */
function cost(node: Node, groups: readonly Node[]): number {
  switch (node.type) {
    case 'terms':
      return 1;
    case 'pattern':
    case 'leftover':
      return PATTERN;
    case 'ref':
      return cost(groups[node.group]!, groups);
    case 'times':
      return cost(node.of, groups);
    case 'any':
    case 'near':
    case 'none':
      return node.parts.reduce((sum, part) => sum + cost(part, groups), 1);
    default:
      return 0;
  }
}

/**
 * Positions of parts, cheap ones first, so that most texts are given up before a pattern runs.
 *
 * @returns `cheap`: how many of them search no text
 */
export function orderOf(parts: readonly Node[], groups: readonly Node[]): { order: number[]; cheap: number } {
  const costs = parts.map((part) => cost(part, groups));
  const order = parts.map((_, at) => at).sort((a, b) => costs[a]! - costs[b]! || a - b);
  return { order, cheap: costs.filter((each) => each < PATTERN).length };
}
