import type { MutedRule } from '@/components/MutedRules';
import { describeRule } from '@/utils/rules/describe';

/** @param id of a rule, `campaign/category/name` */
export function namedRule(id: string): MutedRule {
  const known = describeRule(id);
  if (!known) return { id };
  return { id, known: { category: known.category, campaign: known.campaign, reason: known.reason } };
}
