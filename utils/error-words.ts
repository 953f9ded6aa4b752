import { StorageError, type StorageFailure } from './errors';
import { type MessageKey, t } from './i18n';

const WORDS: Record<StorageFailure, MessageKey> = {
  full: 'errorFull',
  closed: 'errorClosed',
  blocked: 'errorBlocked',
  newer: 'errorNewer',
  unknown: 'errorStorage',
};

/** Why the database refused, and what to do about it. */
export function errorWords(error: unknown): string {
  return failureWords(error instanceof StorageError ? error.reason : 'unknown');
}

/** @param reason as it was stored, maybe by another version */
export function failureWords(reason: string): string {
  return t(Object.hasOwn(WORDS, reason) ? WORDS[reason as StorageFailure] : WORDS.unknown);
}
