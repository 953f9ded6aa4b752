import { errorWords } from '@/utils/error-words';
import { ChangedFileError } from '@/utils/exchange/import-writing';
import { t } from '@/utils/i18n';
import { BusyImportError } from './import-lock';

/** Why something came to nothing; `undefined` when the reader has cancelled it. */
export function failureOf(error: unknown, signal: AbortSignal): string | undefined {
  return signal.aborted ? undefined : failureWords(error);
}

export function failureWords(error: unknown): string {
  if (error instanceof BusyImportError) return t('importBusy');
  const isUnreadable = error instanceof DOMException && error.name === 'NotReadableError';
  return isUnreadable || error instanceof ChangedFileError ? t('importChanged') : errorWords(error);
}
