import type { Handover } from '../../utils/model/handover';
import { handoverWords } from '../handover/handover-words';

/** Where a report was handed in, and what came of it. */
export function HandoverList({ handovers }: { handovers: readonly Handover[] }) {
  return (
    <ul class="detail-handovers">
      {handovers.map((each) => (
        <li key={each.id}>{handoverWords(each)}</li>
      ))}
    </ul>
  );
}
