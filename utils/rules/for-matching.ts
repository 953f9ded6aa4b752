import type { MatchingPack, Pack, SharedPack } from './schema';

/** What content scripts get of the packs: enough to match and to name a badge. */
export interface MatchingRules {
  packs: MatchingPack[];
  shared: SharedPack;
}

/** Leaves out what only people read, which is more than half of the packs. */
export function forMatching(packs: readonly Pack[], shared: SharedPack): MatchingRules {
  return {
    packs: packs.map(({ id, categories, rules }) => ({
      id,
      categories: categories.map(({ id: category, name, labels }) => ({
        id: category,
        name,
        labels,
      })),
      rules: rules.map(({ id: rule, category, when, unless, confidence }) => ({
        id: rule,
        category,
        when,
        unless,
        confidence,
      })),
    })),
    shared,
  };
}
