import { t } from '../../utils/i18n';
import type { Place } from '../../utils/model/concern';
import type { Report } from '../../utils/model/report';
import { textAt } from '../../utils/model/texts';
import { placeWords } from './check-words';

export interface PlaceListProps {
  report: Report;
  places: readonly Place[];
  /** They are masked in what leaves. */
  isMasked: boolean;
}

/** So many are shown at once. */
const FIRST = 5;

/** Each place that was found, marked in the words around it. */
export function PlaceList({ report, places, isMasked }: PlaceListProps) {
  const rest = places.slice(FIRST);
  return (
    <>
      <PlaceItems report={report} places={places.slice(0, FIRST)} isMasked={isMasked} />
      {rest.length > 0 && (
        <details>
          <summary class="small">{t('checkMorePlaces', rest.length)}</summary>
          <PlaceItems report={report} places={rest} isMasked={isMasked} />
        </details>
      )}
    </>
  );
}

function PlaceItems({ report, places, isMasked }: PlaceListProps) {
  return (
    <ul class="precheck-places">
      {places.map((place) => {
        const { before, after } = around(textAt(report, place), place);
        return (
          <li key={`${place.account} ${place.field} ${place.item} ${place.start}`}>
            <span class="muted">{placeWords(place)}</span>{' '}
            <q>
              {before}
              <mark class={isMasked ? 'precheck-place precheck-masked' : 'precheck-place'}>{place.text}</mark>
              {after}
            </q>
          </li>
        );
      })}
    </ul>
  );
}

/** Characters shown on each side of a place. */
const BESIDE = 16;

function around(text: string, { start, end }: Place): { before: string; after: string } {
  const [before, after] = [[...text.slice(0, start)], [...text.slice(end)]];
  return {
    before: before.length > BESIDE ? `…${before.slice(-BESIDE).join('')}` : before.join(''),
    after: after.length > BESIDE ? `${after.slice(0, BESIDE).join('')}…` : after.join(''),
  };
}
