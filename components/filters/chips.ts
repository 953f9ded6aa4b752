import { t } from '../../utils/i18n';
import { FACETS, type ReportQuery } from '../../utils/model/queue';
import { presetOf } from '../../utils/views/days';
import { toggling } from '../../utils/views/query';
import { dayWord, type FilterNames, facetWord, presetWord, valueWord } from './facet-words';

/** One filter that is in force, and the change that takes it away. */
export interface Chip {
  key: string;
  text: string;
  without: Partial<ReportQuery>;
}

/** What the search box and the statuses do not show by themselves. */
export function chipsOf(query: ReportQuery, names: FilterNames, today: Date): Chip[] {
  const chips = FACETS.filter((facet) => facet !== 'statuses').flatMap((facet) =>
    query[facet].map((value) => ({
      key: `${facet}:${value}`,
      text: t('filterChip', facetWord(facet), valueWord(facet, value, names)),
      without: toggling(query, facet, value),
    })),
  );
  if (query.from || query.to) {
    const text = t('filterChip', t('filterDate'), daysWord(query, today));
    chips.push({ key: 'days', text, without: { from: '', to: '' } });
  }
  if (query.copies) chips.push({ key: 'copies', text: t('filterCopies'), without: { copies: false } });
  if (query.disagree) {
    chips.push({ key: 'disagree', text: t('filterDisagree'), without: { disagree: false } });
  }
  return chips;
}

function daysWord({ from, to }: ReportQuery, today: Date): string {
  const preset = presetOf({ from, to }, today);
  if (preset) return presetWord(preset);
  if (from === to) return t('filterOneDay', dayWord(from));
  if (!to) return t('filterSince', dayWord(from));
  return from ? t('filterBetween', dayWord(from), dayWord(to)) : t('filterUntil', dayWord(to));
}
