import { formatNumber, t } from '../utils/i18n';
import { CONFIDENCES, type Confidence } from '../utils/model/finding';
import { confidenceWord } from './ConfidenceMark';
import { ConfidenceShape } from './ConfidenceShape';
import type { CategoryTally } from './groups';

/** Strong evidence stands at the axis, where lengths compare best. */
const PARTS: readonly Confidence[] = CONFIDENCES.toReversed();

/** How the found posts divide by category and confidence; a post counts in each of its categories. */
export function CategoryBars({ tallies, limit }: { tallies: readonly CategoryTally[]; limit: number }) {
  if (tallies.length === 0) return null;
  const shown = tallies.slice(0, limit);
  const longest = Math.max(...shown.map(({ total }) => total));
  const left = tallies.length - shown.length;
  return (
    <figure class="bars">
      <figcaption>
        <span>{t('summaryBars')}</span>
        <span class="legend" aria-hidden="true">
          {PARTS.map((confidence) => (
            <ConfidenceShape key={confidence} confidence={confidence} name={undefined} />
          ))}
        </span>
      </figcaption>
      <ul>
        {shown.map(({ id, name, counts, total }) => (
          <li key={id}>
            <span class="bar-name">{name}</span>
            <span class="bar" aria-hidden="true">
              {PARTS.map(
                (confidence) =>
                  counts[confidence] > 0 && (
                    <span
                      key={confidence}
                      class={`bar-part ${confidence}`}
                      style={{ inlineSize: `${(100 * counts[confidence]) / longest}%` }}
                    />
                  ),
              )}
            </span>
            <span class="bar-total">
              {formatNumber(total)}
              <span class="visually-hidden">{partsInWords(counts)}</span>
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="small muted">{t('summaryMoreBars', formatNumber(left))}</p>}
    </figure>
  );
}

function partsInWords(counts: Record<Confidence, number>): string {
  const parts = PARTS.filter((confidence) => counts[confidence] > 0).map((confidence) =>
    t('summaryPart', confidenceWord(confidence), formatNumber(counts[confidence])),
  );
  return t('summaryParts', parts.join(t('listSeparator')));
}
