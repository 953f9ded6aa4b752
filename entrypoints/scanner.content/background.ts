import { t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';

/** Longer than a cold start of the background and a slow disk together. */
const PATIENCE_MS = 10_000;

/**
 * Sends a message to the background and waits for its answer with bounded patience: a worker that is stopped in the
 * middle of its work must not leave "saving" on the screen for ever.
 *
 * @throws Error whose message is in the reader's language
 */
export async function call<T extends 'fileReport' | 'undoReport' | 'amendReport' | 'dismissPost' | 'undoDismissal' | 'getDecisions' | 'showMarked'>(
  type: T,
  data: Parameters<typeof sendMessage<T>>[1],
): Promise<Awaited<ReturnType<typeof sendMessage<T>>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), PATIENCE_MS);
  });
  try {
    const send = sendMessage as (type: T, data: unknown) => ReturnType<typeof sendMessage<T>>;
    return await Promise.race([send(type, data), tooLong]);
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** Errors cross the boundary as name and message. */
export function explain(error: unknown): string {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'StorageError' || message.startsWith('Storage failed')) {
    return message.includes('(full)') ? t('errorFull') : t('errorStorage');
  }
  if (name === 'RefusedMessageError' || message.includes('refused:')) return t('errorRefused');
  return t('errorNoAnswer');
}
