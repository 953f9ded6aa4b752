import { failureWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import { sendMessage } from '@/utils/messaging/protocol';
import { pause } from '@/utils/pause';

type Request =
  | 'fileReport'
  | 'undoReport'
  | 'amendReport'
  | 'dismissPost'
  | 'undoDismissal'
  | 'getDecisions'
  | 'getReportsAt'
  | 'recordVisit'
  | 'muteRule'
  | 'unmuteRule'
  | 'setPicture'
  | 'getCardTexts'
  | 'getGuidance'
  | 'openCampaigns'
  | 'openOptions'
  | 'openReport'
  | 'showOnButton';

/** Longer than a cold start of the background and a slow disk together. */
const PATIENCE_MS = 4_000;
const PAUSE_MS = 300;
/** Doing these twice is not the same as doing them once; everything else may be said again. */
const ONCE: readonly Request[] = ['undoReport', 'openCampaigns', 'openOptions', 'openReport'];
const ATTEMPTS = (type: Request) => (ONCE.includes(type) ? 1 : 3);

/**
 * Sends a message to the background and waits with bounded patience: a worker that is stopped in the middle of its
 * work loses the message or its answer, so it is asked again, and "saving" never stays on the screen for ever.
 *
 * @throws Error whose message is in the reader's language
 */
export async function call<T extends Request>(
  type: T,
  data: Parameters<typeof sendMessage<T>>[1],
): Promise<Awaited<ReturnType<typeof sendMessage<T>>>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(type, data);
    } catch (error) {
      if (attempt >= ATTEMPTS(type) || isFinal(error)) throw new Error(explain(error), { cause: error });
      await pause(PAUSE_MS);
    }
  }
}

async function once<T extends Request>(
  type: T,
  data: unknown,
): Promise<Awaited<ReturnType<typeof sendMessage<T>>>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), PATIENCE_MS);
  });
  try {
    const send = sendMessage as (type: T, data: unknown) => ReturnType<typeof sendMessage<T>>;
    return await Promise.race([send(type, data), tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** The background has answered, and its answer is no. Errors cross the boundary as name and message. */
function isFinal(error: unknown): boolean {
  return isStorageError(error) || isRefusal(error);
}

export function explain(error: unknown): string {
  if (isStorageError(error)) return failureWords(/\((\w+)\)/.exec(error.message)?.[1] ?? 'unknown');
  return isRefusal(error) ? t('errorRefused') : t('errorNoAnswer');
}

function isStorageError(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('Storage failed');
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && / refused: /.test(error.message);
}
