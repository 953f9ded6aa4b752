import { PackInvalidError } from '../errors';
import { foldTerm } from './fold';
import type { Condition, MatchingCategory, MatchingPack, MatchingRule, SharedPack } from './schema';
import { TermIndex } from './term-index';

/** A condition with its wording folded and indexed. */
export type Compiled =
  | { type: 'terms'; leaf: number }
  | { type: 'pattern'; leaf: number; pattern: RegExp }
  | { type: 'any'; parts: Compiled[] }
  | { type: 'all'; parts: Compiled[]; within: number };

export interface CompiledRule {
  rule: MatchingRule;
  category: MatchingCategory;
  when: Compiled;
  /** Term leaves of which at least one must have a hit for the rule to be looked at. */
  leaves: number[];
  unless: CompiledCounter[];
}

export interface CompiledCounter {
  id: string;
  effect: 'cancel' | 'lower';
  when: Compiled;
}

export interface RuleSet {
  index: TermIndex;
  rules: readonly CompiledRule[];
  categories: ReadonlyMap<string, MatchingCategory>;
}

const DEFAULT_WITHIN = 120;

/** Compiles packs once; throws {@link PackInvalidError} naming pack, rule and field. */
export function compilePacks(packs: readonly MatchingPack[], shared: SharedPack): RuleSet {
  const builder = new Builder(shared);
  const categories = new Map(
    packs.flatMap((pack) => pack.categories.map((category) => [category.id, category])),
  );
  const rules = packs.flatMap((pack) =>
    pack.rules.map((rule): CompiledRule => {
      const where = `${pack.id} › rule ${rule.id}`;
      const category = categories.get(rule.category);
      if (!category) throw new PackInvalidError(where, `no category "${rule.category}" in any pack`);
      const when = builder.condition(rule.when, `${where}.when`);
      const leaves = requiredLeaves(when);
      if (!leaves)
        throw new PackInvalidError(`${where}.when`, 'a pattern needs "terms" beside it in an "all"');
      return {
        rule,
        category,
        when,
        leaves,
        unless: rule.unless.map((id) => builder.counter(id, where)),
      };
    }),
  );
  return { index: builder.index, rules, categories };
}

class Builder {
  readonly index = new TermIndex();
  /** Each group is compiled once, so that its words stand in the index once; `undefined` while it is being compiled. */
  readonly #groups = new Map<string, Compiled | undefined>();
  readonly #counters = new Map<string, CompiledCounter>();
  #leaves = 0;

  constructor(readonly shared: SharedPack) {}

  condition(source: Condition, where: string): Compiled {
    if ('terms' in source) {
      const leaf = this.#leaves++;
      for (const term of new Set(source.terms.map(foldTerm))) {
        if (term.length < 2) throw new PackInvalidError(where, 'a term folds to fewer than two characters');
        this.index.add(term, leaf);
      }
      return { type: 'terms', leaf };
    }
    if ('pattern' in source) {
      return {
        type: 'pattern',
        leaf: this.#leaves++,
        pattern: new RegExp(source.pattern, 'gu'),
      };
    }
    if ('use' in source) return this.#group(source.use, where);
    if ('any' in source)
      return {
        type: 'any',
        parts: source.any.map((part) => this.condition(part, where)),
      };
    const parts = source.all.map((part) => this.condition(part, where));
    return { type: 'all', parts, within: source.within ?? DEFAULT_WITHIN };
  }

  #group(id: string, where: string): Compiled {
    const known = this.#groups.get(id);
    if (known) return known;
    const source = this.shared.groups[id];
    if (!source) throw new PackInvalidError(where, `no group "${id}" in packs/shared.json`);
    if (this.#groups.has(id)) throw new PackInvalidError(where, `group "${id}" uses itself`);
    this.#groups.set(id, undefined);
    const group = this.condition(source, `shared › group ${id}`);
    this.#groups.set(id, group);
    return group;
  }

  counter(id: string, where: string): CompiledCounter {
    let counter = this.#counters.get(id);
    if (!counter) {
      const source = this.shared.counters[id];
      if (!source) throw new PackInvalidError(where, `no counter-evidence "${id}" in packs/shared.json`);
      counter = {
        id,
        effect: source.effect,
        when: this.condition(source.when, `shared › counter ${id}`),
      };
      this.#counters.set(id, counter);
    }
    return counter;
  }
}

/** Term leaves such that no hit in any of them means the condition cannot hold; `undefined` if there are none. */
function requiredLeaves(condition: Compiled): number[] | undefined {
  switch (condition.type) {
    case 'terms':
      return [condition.leaf];
    case 'pattern':
      return undefined;
    case 'any': {
      const all = condition.parts.map(requiredLeaves);
      return all.every((leaves) => leaves !== undefined) ? all.flat() : undefined;
    }
    case 'all':
      return condition.parts
        .map(requiredLeaves)
        .filter((leaves) => leaves !== undefined)
        .sort((a, b) => a.length - b.length)[0];
  }
}
