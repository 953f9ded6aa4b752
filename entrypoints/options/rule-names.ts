import type { MutedRule } from '@/components/MutedRules';
import { describeFinding } from '@/utils/rules/describe';

/** @param id of a rule, `campaign/category/name` */
export function namedRule(id: string): MutedRule {
  const [campaign, category] = id.split('/');
  const known = describeFinding({ rule: id, category: `${campaign}/${category}` });
  if (!known) return { id };
  return { id, known: { category: known.category, campaign: known.campaign, reason: known.reason } };
}
