import type { Node } from './program';

/**
 * Lists of leaves of which each must have a hit for the condition to hold; none where it can hold without any word.
 * They let a text that holds nothing of a rule's wording skip the rule at once.
 */
export function gatesOf(node: Node, groups: readonly Node[]): number[][] {
  switch (node.type) {
    case 'terms':
    case 'leftover':
      return [[node.leaf]];
    case 'ref':
      return gatesOf(groups[node.group]!, groups);
    case 'times':
      return gatesOf(node.of, groups);
    case 'any':
      return oneOf(
        node.parts.map((part) => shortest(gatesOf(part, groups))),
        node.parts.length,
      );
    case 'near': {
      const { parts, least } = node;
      const gates = parts.map((part) => gatesOf(part, groups));
      // When all parts must hold, so must each gate of each; else at least one of any `parts - least + 1` parts.
      return least === parts.length ? gates.flat() : oneOf(gates.map(shortest), parts.length - least + 1);
    }
    default:
      return [];
  }
}

/** Whether the condition can hold only for posts whose files say something. */
export function needsMedia(node: Node, groups: readonly Node[]): boolean {
  switch (node.type) {
    case 'media':
      return true;
    case 'ref':
      return needsMedia(groups[node.group]!, groups);
    case 'times':
      return needsMedia(node.of, groups);
    case 'any':
      return node.parts.every((part) => needsMedia(part, groups));
    case 'near':
      return node.parts.filter((part) => !needsMedia(part, groups)).length < node.least;
    default:
      return false;
  }
}

/** One list that covers the `count` parts with the shortest gates; none if too few parts have any. */
function oneOf(gates: readonly (number[] | undefined)[], count: number): number[][] {
  const known = gates.filter((gate) => gate !== undefined).sort((a, b) => a.length - b.length);
  return known.length >= count ? [[...new Set(known.slice(0, count).flat())]] : [];
}

function shortest(gates: readonly number[][]): number[] | undefined {
  return [...gates].sort((a, b) => a.length - b.length)[0];
}
