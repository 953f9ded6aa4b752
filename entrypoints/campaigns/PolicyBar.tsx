import { POLICIES, type Policy } from '@/utils/rules/catalogue';

export interface PolicyBarProps {
  counts: Record<Policy, number>;
  /** The counts in words; without it the bar only repeats what stands beside it. */
  label?: string;
}

/** How categories divide by what is done with them. */
export function PolicyBar({ counts, label }: PolicyBarProps) {
  return (
    <div class="policy-bar" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {POLICIES.map(
        (policy) =>
          counts[policy] > 0 && (
            <span key={policy} class={`policy-${policy}`} style={{ flexGrow: counts[policy] }} />
          ),
      )}
    </div>
  );
}
