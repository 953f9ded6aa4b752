import type { ComponentChildren } from 'preact';
import type { HandoverCase } from '../../utils/handover/cases';
import { formatNumber, t } from '../../utils/i18n';

export interface CaseListProps {
  title: string;
  cases: readonly HandoverCase[];
  /** Said when there is none. */
  empty: string;
  /** How many are shown; more on demand. */
  shown: number;
  onMore: () => void;
  children: (item: HandoverCase) => ComponentChildren;
}

export const CASES_AT_ONCE = 20;

/** Cases under a heading with their number. */
export function CaseList({ title, cases, empty, shown, onMore, children }: CaseListProps) {
  const left = cases.length - shown;
  return (
    <section class="handover-section">
      <h2>
        {title} <span class="muted">{formatNumber(cases.length)}</span>
      </h2>
      {cases.length === 0 && <p class="muted">{empty}</p>}
      <ul class="case-list">{cases.slice(0, shown).map(children)}</ul>
      {left > 0 && (
        <button type="button" class="button" onClick={onMore}>
          {t('caseMore', formatNumber(left))}
        </button>
      )}
    </section>
  );
}
