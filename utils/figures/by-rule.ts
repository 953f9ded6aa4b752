import type { ReportDigest } from '../model/queue';
import type { RuleTally } from '../model/report';
import { type Share, share } from './share';

/** Fewer decisions say nothing about a rule. */
export const ENOUGH = 5;

/** How often people agreed with a rule. */
export interface RuleFigures {
  rule: string;
  /** Confirmed and submitted reports. */
  confirmed: number;
  /** Reports that were dismissed. */
  dismissed: number;
  /** Posts that were dismissed on their page. */
  dismissedPosts: number;
  /** Reports that nobody has decided about. */
  undecided: number;
  /** Confirmed ones among the decisions: reports and posts. */
  share: Share;
}

export const RULE_ORDERS = ['weakest', 'decisions'] as const;
export type RuleOrder = (typeof RULE_ORDERS)[number];

/** Rules of which anything was reported or dismissed; those without a decision have no rate. */
export function byRule(digests: readonly ReportDigest[], tallies: readonly RuleTally[]): RuleFigures[] {
  const counts = new Map<string, Omit<RuleFigures, 'share'>>();
  const of = (rule: string) => {
    let count = counts.get(rule);
    if (!count) {
      count = { rule, confirmed: 0, dismissed: 0, dismissedPosts: 0, undecided: 0 };
      counts.set(rule, count);
    }
    return count;
  };
  for (const { rules, status } of digests) {
    for (const rule of rules) {
      const count = of(rule);
      if (status === 'new') count.undecided++;
      else if (status === 'dismissed') count.dismissed++;
      else count.confirmed++;
    }
  }
  for (const { rule, dismissed } of tallies) {
    if (dismissed > 0) of(rule).dismissedPosts += dismissed;
  }
  return [...counts.values()].map((count) => ({
    ...count,
    share: share(count.confirmed, count.confirmed + count.dismissed + count.dismissedPosts),
  }));
}

/** Rules with a decision; with too few of them at the end, where a first place would mean nothing. */
export function ordered(rules: readonly RuleFigures[], order: RuleOrder): RuleFigures[] {
  const weakness = (a: RuleFigures, b: RuleFigures) =>
    order === 'weakest' ? (a.share.low ?? 0) - (b.share.low ?? 0) : 0;
  return rules
    .filter(({ share: { n } }) => n > 0)
    .sort(
      (a, b) =>
        Number(hasEnough(b)) - Number(hasEnough(a)) ||
        weakness(a, b) ||
        b.share.n - a.share.n ||
        (a.rule < b.rule ? -1 : 1),
    );
}

export function hasEnough({ share: { n } }: RuleFigures): boolean {
  return n >= ENOUGH;
}
