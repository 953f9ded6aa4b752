import { StorageError } from '@/utils/errors';
import type { FullReport } from '@/utils/storage/reports';
import type { QueueStore } from './contracts';

/** Removed reports cannot be put back: a post of theirs has another report by now. */
export class PutBackError extends Error {
  override name = 'PutBackError';
}

/** Puts removed reports back, all or none. */
export async function putBack(
  store: Pick<QueueStore, 'restoreMany'>,
  removed: readonly FullReport[],
): Promise<void> {
  try {
    await store.restoreMany(removed);
  } catch (error) {
    // A sound database refuses only what is there already.
    const isRefused = error instanceof StorageError && error.reason === 'unknown';
    throw isRefused ? new PutBackError(error.message, { cause: error }) : error;
  }
}
