import type { Finding } from '../model/finding';
import type { Localized } from '../model/localized';
import { builtInPacks, sharedPack } from './index';

/** What a person needs to know about a finding, in words; plain data for components and messages. */
export interface FindingDescription {
  category: Localized;
  campaign: Localized;
  clause: Localized;
  reason: Localized;
  checklist: readonly Localized[];
}

export interface CategoryChoice {
  id: string;
  name: Localized;
  campaign: Localized;
}

/** `undefined` for a finding whose rule no longer exists: reports outlive packs. */
export function describeFinding(finding: Pick<Finding, 'rule' | 'category'>): FindingDescription | undefined {
  const pack = builtInPacks.find(({ id }) => finding.category.startsWith(`${id}/`));
  const category = pack?.categories.find(({ id }) => id === finding.category);
  const rule = builtInPacks.flatMap(({ rules }) => rules).find(({ id }) => id === finding.rule);
  if (!pack || !category || !rule) return undefined;
  const { name, clause, checklist } = category;
  return {
    category: name,
    campaign: pack.campaign,
    clause,
    reason: rule.reason,
    checklist,
  };
}

/** Every category that a person can report under, in order of campaign. */
export const categoryChoices: readonly CategoryChoice[] = builtInPacks.flatMap(({ campaign, categories }) =>
  categories.map(({ id, name }) => ({ id, name, campaign })),
);

export function counterName(id: string): Localized {
  return sharedPack.counters[id]?.name ?? { zh_CN: id, en: id };
}
