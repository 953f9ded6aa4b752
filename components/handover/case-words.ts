import { formatNumber, type MessageKey, t } from '../../utils/i18n';
import type { Outcome } from '../../utils/model/handover';
import type { Change } from '../../utils/model/report';
import { changeWord } from '../words';

const OUTCOME: Record<Outcome, MessageKey> = {
  open: 'caseOpen',
  removed: 'caseRemoved',
  labelled: 'caseLabelled',
  handled: 'caseHandled',
  rejected: 'caseRejected',
  'no-answer': 'caseNoAnswer',
};

export const outcomeWord = (outcome: Outcome) => t(OUTCOME[outcome]);

/** `9 days`; the day on which it was handed in counts as none. */
export function ageWords(days: number): string {
  if (days === 0) return t('caseToday');
  return days === 1 ? t('caseOneDay') : t('caseDays', formatNumber(days));
}

/**
 * How the posts of a case were found since, each finding once with its number.
 *
 * @param found one for each post; `undefined` where nothing was noted
 */
export function foundWords(found: readonly (readonly Change[] | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const changes of found) {
    for (const word of changes?.map(changeWord) ?? [t('caseNothingSeen')]) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([word, count]) => (found.length === 1 ? word : t('caseFoundCount', word, formatNumber(count))))
    .join(t('listSeparator'));
}
