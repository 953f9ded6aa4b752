import type { Leaving } from '../model/concern';
import type { Localized } from '../model/localized';
import { type CategoryFacts, type CheckContext, COUNTERS } from '../precheck/define-check';
import { loadRules, sharedPacks } from '../rules';
import { categoryEntry } from '../rules/catalogue';
import type { RuleProgram } from '../rules/compile';
import { linkRules, type RuleSet } from '../rules/match';
import { countersOf } from '../rules/match/counters';
import { isHinted } from '../rules/schema';
import { readPublishedRules } from '../storage/published-rules';

const ASKED: ReadonlySet<string> = new Set(Object.values(COUNTERS).flat());
const NAMES: ReadonlyMap<string, Localized> = new Map(
  sharedPacks.flatMap(({ id, counters }) =>
    Object.entries(counters).map(([name, counter]) => [`${id}/${name}`, counter.name] as const),
  ),
);

export interface CheckAsked {
  leaving: Leaving;
  now: number;
  picturesLeave: boolean;
}

/** What the checks know from the packs, with the rules in force. Costs some tens of milliseconds: open it once. */
export async function openCheckContext(asked: CheckAsked): Promise<CheckContext> {
  return checkContext(asked, linked(await readPublishedRules()) ?? loadRules());
}

/** Before the background has published rules, or just after an update, those that ship are compiled here. */
function linked(program: RuleProgram | undefined): RuleSet | undefined {
  try {
    return program && linkRules(program);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function checkContext(asked: CheckAsked, rules: RuleSet): CheckContext {
  return {
    ...asked,
    category: categoryFacts,
    counters: (post) =>
      countersOf(rules, post, ASKED).flatMap(({ id, text }) => {
        const name = NAMES.get(id);
        return name ? [{ id, name, text }] : [];
      }),
    counterName: (id) => NAMES.get(id),
  };
}

/** `undefined` for a category that the packs no longer have, or that nobody can report. */
function categoryFacts(id: string): CategoryFacts | undefined {
  const entry = categoryEntry(id);
  if (!entry?.guidance) return undefined;
  const { category, guidance } = entry;
  const duties = isHinted(guidance) ? guidance.labels.filter(({ duty }) => duty === true) : [];
  return {
    name: category.name,
    route: guidance.route,
    help: guidance.safeguards.help === true,
    aboutLabel: duties.length > 0,
    aboutAi: duties.some(({ kind }) => kind === 'ai'),
    questions: guidance.checklist,
  };
}
