import { formatTime, t } from '@/utils/i18n';
import { type Found, groupByReport } from './found';
import { checkedWords, problemWords, verdict } from './problem-words';

/** A result as plain text in the reader's language, for a person who was not there. */
export function resultText(found: Found): string {
  const { at, since, cancelled, fingerprint, problems } = found;
  return [
    t('careTextTitle'),
    t('careVerifiedAt', formatTime(at), formatTime(since)),
    '',
    verdict(found),
    ...(cancelled && found.found > 0 ? [t('careVerifyCancelled')] : []),
    ...checkedWords(found.checked).map(({ table, rows }) => `${table}: ${rows}`),
    ...(fingerprint ? [`${t('careFingerprint')}: ${fingerprint}`] : []),
    ...groupByReport(problems).flatMap((group) => [
      '',
      group.reportId === undefined ? t('careGroupOther') : t('careGroupReport', group.reportId),
      ...group.problems.map((problem) => `- ${problemWords(problem)}`),
    ]),
    ...(found.found > problems.length ? ['', t('careProblemsFirst', problems.length)] : []),
    '',
    `${t('careProvesTitle')} ${t('careProves')}`,
    `${t('careProvesNotTitle')} ${[t('careProvesNotTruth'), t('careProvesNotClock'), t('careProvesNotRewrite')].join(' ')}`,
    '',
  ].join('\n');
}
