import type { Finding } from '../model/finding';
import type { Localized } from '../model/localized';
import { builtInPacks, sharedPacks } from './index';
import { type Category, type GuidedCategory, isGuided, type Pack } from './schema';

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

interface Known {
  pack: Pack;
  category: Category;
}

const categories = new Map<string, Known>(
  builtInPacks.flatMap((pack) => pack.categories.map((category) => [category.id, { pack, category }])),
);
const rules = new Map(builtInPacks.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule])));

/** `undefined` for a finding whose rule no longer exists: reports outlive packs. */
export function describeFinding(finding: Pick<Finding, 'rule' | 'category'>): FindingDescription | undefined {
  const known = categories.get(finding.category);
  const rule = rules.get(finding.rule);
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
    also: aliasesOf(finding.category),
  };
}

/** The same for a rule by its id, `campaign/category/name`. */
export function describeRule(rule: string): FindingDescription | undefined {
  const [campaign, category] = rule.split('/');
  return describeFinding({ rule, category: `${campaign}/${category}` });
}

/** Where a category's questions, safeguards and route stand: in itself, or in the one that it is the same as. */
export function guidanceOf(category: Category): GuidedCategory | undefined {
  const own = category.policy === 'same-as' ? categories.get(category.as)?.category : category;
  return own && isGuided(own) ? own : undefined;
}

/** `undefined` for a category that nobody reports under, or of no installed pack. */
export function describeGuidance(id: string): CategoryGuidance | undefined {
  const known = categories.get(id);
  const guidance = known && guidanceOf(known.category);
  if (!guidance) return undefined;
  const { checklist, safeguards } = guidance;
  return {
    checklist,
    reminder: safeguards.reminder,
    never: safeguards.never,
    help: safeguards.help ?? false,
  };
}

function aliasesOf(id: string): FindingDescription['also'] {
  return [...categories.values()]
    .filter(({ category }) => category.policy === 'same-as' && category.as === id)
    .map(({ pack, category }) => ({ campaign: pack.campaign, category: category.name }));
}

/** Every category that a person can report under, in order of campaign. */
export const categoryChoices: readonly CategoryChoice[] = [...categories.values()]
  .filter(({ category }) => guidanceOf(category))
  .map(({ pack, category: { id, name } }) => ({ id, name, campaign: pack.campaign }));

export function counterName(id: string): Localized {
  const [pack, name = ''] = id.split('/');
  return sharedPacks.find((each) => each.id === pack)?.counters[name]?.name ?? { zh_CN: id, en: id };
}
