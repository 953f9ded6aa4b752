import { DRAFT_RULES, type DraftRule, type RetentionDraft } from '@/components/care/RetentionSection';
import { isDays, type RetentionRules } from '@/utils/care/retention';

/** What the fields of rules that are off propose. */
const PROPOSED: Record<DraftRule, number> = { dismissed: 90, submitted: 365, pictures: 180 };

export function draftOf(rules: RetentionRules): RetentionDraft {
  const field = (rule: DraftRule) => ({
    on: rules[rule] !== null,
    days: String(rules[rule] ?? PROPOSED[rule]),
  });
  return { dismissed: field('dismissed'), submitted: field('submitted'), pictures: field('pictures') };
}

/** The rules that a draft means; `undefined` as long as one that is on has no valid days. */
export function rulesOf(draft: RetentionDraft): { rules: RetentionRules | undefined; invalid: DraftRule[] } {
  const days = (rule: DraftRule) => (draft[rule].on ? toDays(draft[rule].days) : null);
  const rules = { dismissed: days('dismissed'), submitted: days('submitted'), pictures: days('pictures') };
  const invalid = DRAFT_RULES.filter((rule) => draft[rule].on && !isDays(rules[rule]));
  return { rules: invalid.length === 0 ? rules : undefined, invalid };
}

/** Full-width digits, as Chinese input methods write them, are digits too. */
function toDays(typed: string): number {
  const plain = typed.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? Number(plain) : Number.NaN;
}
