import type { Finding } from '../model/finding';
import type { Localized } from '../model/localized';
import { type Category, type GuidedCategory, isGuided, type Pack, type SharedPack } from './schema';

/** What a person needs to know about a finding, in words; plain data for components and messages. */
export interface FindingDescription {
  category: Localized;
  campaign: Localized;
  /** The words of the notice that the rule rests on. */
  basis: Localized;
  reason: Localized;
  checklist: readonly Localized[];
  reminder: Localized;
  /** Minors or self-harm may be concerned: help comes before a report. */
  help: boolean;
  /** The same check under other campaigns. */
  also: readonly { campaign: Localized; category: Localized }[];
}

/** What a person needs before reporting under a category that was chosen by hand. */
export interface CategoryGuidance {
  checklist: readonly Localized[];
  reminder: Localized;
  /** What is never marked under the category. */
  never: Localized;
  help: boolean;
}

export interface CategoryChoice {
  id: string;
  name: Localized;
  campaign: Localized;
}

/** What packs say for people. */
export interface RuleTexts {
  /** Every category that a person can report under, in order of campaign. */
  categoryChoices: readonly CategoryChoice[];
  isRule: (id: string) => boolean;
  /** `undefined` for a finding whose rule no longer exists: reports outlive packs. */
  describeFinding: (finding: Pick<Finding, 'rule' | 'category'>) => FindingDescription | undefined;
  /** The same for a rule by its id, `campaign/category/name`. */
  describeRule: (rule: string) => FindingDescription | undefined;
  /** `undefined` for a category that nobody reports under, or of no installed pack. */
  describeGuidance: (category: string) => CategoryGuidance | undefined;
  /** Where a category's questions, safeguards and route stand: in itself, or in the one that it is the same as. */
  guidanceOf: (category: Category) => GuidedCategory | undefined;
  /** Of counter-evidence; one of no installed pack keeps its id. */
  counterName: (id: string) => Localized;
}

interface Known {
  pack: Pack;
  category: Category;
}

/** Pages make it from the packs that they hold, the background from those that it reads when it needs them. */
export function ruleTexts(packs: readonly Pack[], shared: readonly SharedPack[]): RuleTexts {
  const categories = new Map<string, Known>(
    packs.flatMap((pack) => pack.categories.map((category) => [category.id, { pack, category }])),
  );
  const rules = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule])));

  const describeFinding: RuleTexts['describeFinding'] = ({ rule: ruleId, category: id }) => {
    const known = categories.get(id);
    const rule = rules.get(ruleId);
    if (!known || !rule || !isGuided(known.category)) return undefined;
    const { name, checklist, safeguards } = known.category;
    const { zh_CN, en } = rule.basis;
    return {
      category: name,
      campaign: known.pack.campaign,
      basis: { zh_CN, en },
      reason: rule.reason,
      checklist,
      reminder: safeguards.reminder,
      help: safeguards.help ?? false,
      also: aliasesOf(id, [...categories.values()]),
    };
  };
  const guidanceOf: RuleTexts['guidanceOf'] = (category) => {
    const own = category.policy === 'same-as' ? categories.get(category.as)?.category : category;
    return own && isGuided(own) ? own : undefined;
  };
  return {
    describeFinding,
    guidanceOf,
    isRule: (id) => rules.has(id),
    describeRule: (rule) => {
      const [campaign, category] = rule.split('/');
      return describeFinding({ rule, category: `${campaign}/${category}` });
    },
    describeGuidance: (id) => {
      const known = categories.get(id);
      const guidance = known && guidanceOf(known.category);
      return guidance && describeGuided(guidance);
    },
    categoryChoices: [...categories.values()]
      .filter(({ category }) => guidanceOf(category))
      .map(({ pack, category: { id, name } }) => ({ id, name, campaign: pack.campaign })),
    counterName: (id) => {
      const [pack, name = ''] = id.split('/');
      return shared.find((each) => each.id === pack)?.counters[name]?.name ?? { zh_CN: id, en: id };
    },
  };
}

function describeGuided({ checklist, safeguards }: GuidedCategory): CategoryGuidance {
  return {
    checklist,
    reminder: safeguards.reminder,
    never: safeguards.never,
    help: safeguards.help ?? false,
  };
}

function aliasesOf(id: string, categories: readonly Known[]): FindingDescription['also'] {
  return categories
    .filter(({ category }) => category.policy === 'same-as' && category.as === id)
    .map(({ pack, category }) => ({ campaign: pack.campaign, category: category.name }));
}
