import { t } from '../utils/i18n';
import type { LabelPlaceReading, LabelReading } from '../utils/model/post';
import { labelByWord, labelKindWord, labelPlaceWord } from './words';

interface LabelReadingViewProps {
  labels: LabelReading;
  /** What the reading rests on; reports filed before 2026-12 do not say. */
  places: readonly LabelPlaceReading[] | undefined;
}

/**
 * Says which of the three it was: labels in their own words, a label place without one, or a place that was not read.
 * Where it was read can be opened.
 */
export function LabelReadingView({ labels, places = [] }: LabelReadingViewProps) {
  return (
    <div class="labels">
      {labels.state === 'seen' ? <Labels items={labels.items} /> : <p>{silence(labels.state, places)}</p>}
      {places.length > 0 && <Places places={places} />}
    </div>
  );
}

function silence(state: 'none' | 'unknown', places: readonly LabelPlaceReading[]): string {
  if (state === 'unknown') return t('labelsUnknown');
  return places.some(({ text }) => text) ? t('labelsNoneAmongWords') : t('labelsNone');
}

function Labels({ items }: Pick<LabelReading, 'items'>) {
  return (
    <ul>
      {items.map(({ kind, text, by }) => (
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

function Places({ places }: { places: readonly LabelPlaceReading[] }) {
  return (
    <details>
      <summary>{t('labelPlaces')}</summary>
      <ul>
        {places.map(({ from, where, text }) => (
          <li key={`${from} ${where} ${text}`}>
            <span class="term">{labelPlaceWord(from)}</span> <code>{where}</code>{' '}
            {text ? <q>{text}</q> : <span class="term">{t('labelPlaceEmpty')}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
