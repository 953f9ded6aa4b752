import { formatNumber } from '@/utils/i18n';
import type { ReportPlan } from '@/utils/merge/plan';
import { verdictWord } from './import-words';

export interface ImportNumbersProps {
  counts: Record<ReportPlan['verdict'], number>;
}

const ORDER = ['new', 'same', 'added', 'differs'] as const;
/** Shapes beside the colours, so that bar and list belong together without them. */
const SIGNS = { new: '+', same: '=', added: '›', differs: '≠' } as const;

/** What a file's reports are to those that are here. */
export function ImportNumbers({ counts }: ImportNumbersProps) {
  const shown = ORDER.filter((verdict) => counts[verdict] > 0);
  return (
    <div class="import-numbers">
      <div class="import-bar" aria-hidden="true">
        {shown.map((verdict) => (
          <span
            key={verdict}
            class={`import-part import-part-${verdict}`}
            style={{ flexGrow: counts[verdict] }}
          >
            {SIGNS[verdict]}
          </span>
        ))}
      </div>
      <ul class="import-legend">
        {ORDER.map((verdict) => (
          <li key={verdict}>
            <span class={`import-part import-part-${verdict}`} aria-hidden="true">
              {SIGNS[verdict]}
            </span>
            <strong>{formatNumber(counts[verdict])}</strong> {verdictWord(verdict)}
          </li>
        ))}
      </ul>
    </div>
  );
}
