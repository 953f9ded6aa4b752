import { StorageError } from './errors';
import { t } from './i18n';

/** Why the database refused, and what to do about it. */
export function errorWords(error: unknown): string {
  return t(error instanceof StorageError && error.reason === 'full' ? 'errorFull' : 'errorStorage');
}
