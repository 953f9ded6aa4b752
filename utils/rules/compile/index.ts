import { PackInvalidError } from '../../errors';
import { isHinted, type Pack, type SharedPack } from '../schema';
import { ConditionCompiler } from './conditions';
import { gatesOf, needsMedia } from './gates';
import type { Node, RuleEntry, RuleProgram, Way } from './program';

/** Compiles packs once; throws {@link PackInvalidError} naming pack, rule and field. */
export function compilePacks(packs: readonly Pack[], shared: readonly SharedPack[]): RuleProgram {
  const compiler = new ConditionCompiler(shared);
  const categories = packs.flatMap((pack) => pack.categories.filter(isHinted));
  const known = new Set(categories.map(({ id }) => id));
  const always = shared.flatMap(({ id, counters }) =>
    Object.entries(counters).flatMap(([name, { always: bears }]) => (bears ? [`${id}/${name}`] : [])),
  );
  const ways: Way[] = [];
  let number = 0;
  const rules = packs.flatMap((pack) =>
    pack.rules.map((rule): RuleEntry => {
      const where = `${pack.id} › rule ${rule.id}`;
      if (!known.has(rule.category))
        throw new PackInvalidError(where, `no category "${rule.category}" that takes rules in any pack`);
      for (const when of alternatives(compiler.condition(rule.when, `${where}.when`))) {
        const gates = gatesOf(when, compiler.groups);
        if (gates.length === 0 && !needsMedia(when, compiler.groups))
          throw new PackInvalidError(`${where}.when`, 'a pattern needs "terms" beside it in an "all"');
        ways.push({ rule: number, when, gates, reach: when.type === 'near' ? when.within : 0 });
      }
      number++;
      const unless = [...new Set([...always.filter((id) => !rule.despite.includes(id)), ...rule.unless])];
      return {
        id: rule.id,
        category: rule.category,
        confidence: rule.confidence,
        unless: unless.map((id) => compiler.counter(id, where)),
      };
    }),
  );
  sortGates(ways, compiler.leafWeights());
  return {
    ...compiler.build(),
    rules,
    ways,
    categories: categories.map(({ id, name, labels }) => ({ id, name, labels })),
  };
}

function alternatives(node: Node): Node[] {
  return node.type === 'any' ? node.parts.flatMap(alternatives) : [node];
}

/** The rarest gate first: it decides how many texts look at the way. */
function sortGates(ways: readonly Way[], weights: Float64Array): void {
  const weight = (gate: readonly number[]) => gate.reduce((sum, leaf) => sum + weights[leaf]!, 0);
  for (const { gates } of ways) gates.sort((a, b) => weight(a) - weight(b));
}

export type { RuleProgram } from './program';
