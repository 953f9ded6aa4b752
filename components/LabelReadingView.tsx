import { t } from '../utils/i18n';
import type { LabelReading } from '../utils/model/post';
import { labelByWord, labelKindWord } from './words';

/** Says which of the three it was: labels in their own words, an empty label place, or a place that was not read. */
export function LabelReadingView({ labels }: { labels: LabelReading }) {
  if (labels.state !== 'seen')
    return <p class="labels">{t(labels.state === 'none' ? 'labelsNone' : 'labelsUnknown')}</p>;
  return (
    <ul class="labels">
      {labels.items.map(({ kind, text, by }) => (
        <li key={`${kind} ${text}`}>
          <q>{text}</q>{' '}
          <span class="term">
            {labelKindWord(kind)} · {labelByWord(by)}
          </span>
        </li>
      ))}
    </ul>
  );
}
