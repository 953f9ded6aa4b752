import { undoneWords } from '@/components/exchange/ImportJournal';
import { formatNumber, t } from '@/utils/i18n';
import { plainName } from '@/utils/model/account';
import { failureWords } from './import-failures';
import type { ImportStep } from './import-task';

/** Where an import stands, in a sentence that is announced. */
export function stepWords(step: ImportStep): string {
  switch (step.at) {
    case 'start':
      return '';
    case 'reading':
      return t('importReading', plainName(step.file.name));
    case 'preview': {
      if (step.going) return t('importComparing');
      const { counts } = step.preview;
      return t(
        'importPreviewed',
        ...[counts.new, counts.same, counts.added, counts.differs].map(formatNumber),
      );
    }
    case 'writing':
      return t(step.takingBack ? 'importTakingBack' : 'importWriting');
    case 'ended':
      return endWords(step);
  }
}

function endWords({ file, result }: Extract<ImportStep, { at: 'ended' }>): string {
  if (result.state === 'done') return t('importEnded', plainName(file.name));
  const { undone } = result;
  const back = 'error' in undone ? t('importNotTakenBack', failureWords(undone.error)) : undoneWords(undone);
  const why =
    result.state === 'cancelled' ? t('importCancelled') : t('importFailed', failureWords(result.error));
  return `${why} ${back}`;
}
