import { StorageError } from '@/utils/errors';
import { t } from '@/utils/i18n';

/** Why the database refused, and what to do about it. */
export function errorWords(error: unknown): string {
  return t(error instanceof StorageError && error.reason === 'full' ? 'errorFull' : 'errorStorage');
}
