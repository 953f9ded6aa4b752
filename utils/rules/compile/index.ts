import { PackInvalidError } from '../../errors';
import { isHinted, type Pack, type SharedPack } from '../schema';
import { ConditionCompiler } from './conditions';
import { gatesOf } from './gates';
import type { RuleEntry, RuleProgram } from './program';

/** Compiles packs once; throws {@link PackInvalidError} naming pack, rule and field. */
export function compilePacks(packs: readonly Pack[], shared: readonly SharedPack[]): RuleProgram {
  const compiler = new ConditionCompiler(shared);
  const categories = packs.flatMap((pack) => pack.categories.filter(isHinted));
  const known = new Set(categories.map(({ id }) => id));
  const always = shared.flatMap(({ id, counters }) =>
    Object.entries(counters).flatMap(([name, { always: bears }]) => (bears ? [`${id}/${name}`] : [])),
  );
  const rules = packs.flatMap((pack) =>
    pack.rules.map((rule): RuleEntry => {
      const where = `${pack.id} › rule ${rule.id}`;
      if (!known.has(rule.category))
        throw new PackInvalidError(where, `no category "${rule.category}" that takes rules in any pack`);
      const when = compiler.condition(rule.when, `${where}.when`);
      const gates = gatesOf(when, compiler.groups).sort((a, b) => a.length - b.length);
      if (gates.length === 0)
        throw new PackInvalidError(`${where}.when`, 'a pattern needs "terms" beside it in an "all"');
      const unless = [...new Set([...always.filter((id) => !rule.despite.includes(id)), ...rule.unless])];
      return {
        id: rule.id,
        category: rule.category,
        confidence: rule.confidence,
        when,
        gates,
        unless: unless.map((id) => compiler.counter(id, where)),
      };
    }),
  );
  return {
    ...compiler.build(),
    rules,
    categories: categories.map(({ id, name, labels }) => ({ id, name, labels })),
  };
}

export type { RuleProgram } from './program';
