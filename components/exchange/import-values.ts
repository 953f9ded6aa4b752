import { localized, t } from '@/utils/i18n';
import type { ComparedField } from '@/utils/merge/plan';
import type { MediaCheck } from '@/utils/model/media-check';
import type { Author, LabelReading } from '@/utils/model/post';
import type { CheckAnswer, ReportStatus } from '@/utils/model/report';
import { verdictWord } from '../media/verdict-words';
import { labelKindWord, statusWord } from '../words';

/**
 * A compared value as a text for people; a field that holds nothing says so.
 *
 * @param value of that field, as `utils/merge/plan.ts` tells it
 */
export function valueText(
  field: ComparedField,
  value: unknown,
  categoryName: (id: string) => string,
): string {
  return textOf(field, value, categoryName) || t('valueEmpty');
}

function textOf(field: ComparedField, value: unknown, categoryName: (id: string) => string): string {
  if (value === undefined || value === null) return '';
  switch (field) {
    case 'status':
      return statusWord(value as ReportStatus);
    case 'categories':
      return (value as string[]).map(categoryName).join(t('listSeparator'));
    case 'tags':
      return (value as string[]).join(t('listSeparator'));
    case 'answers':
      return (value as CheckAnswer[]).map(answerText).join('\n');
    case 'labels':
      return labelsText(value as LabelReading);
    case 'files':
      return verdictWord(value as MediaCheck);
    case 'author':
      return authorText(value as Author);
    default:
      return String(value);
  }
}

function answerText({ question, answer }: CheckAnswer): string {
  return `${localized(question)} ${t(answer === 'yes' ? 'answerYes' : 'answerNo')}`;
}

function labelsText({ state, items }: LabelReading): string {
  if (state === 'none') return t('importLabelsNone');
  if (state === 'unknown') return t('importLabelsUnknown');
  return items.map(({ kind, text }) => `${labelKindWord(kind)} ${text}`).join(t('listSeparator'));
}

function authorText({ name, id }: Author): string {
  return [name, id].filter(Boolean).join(t('listSeparator'));
}
