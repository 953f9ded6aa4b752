import { useState } from 'preact/hooks';
import { t } from '@/utils/i18n';

export interface Attempts {
  /** Why the last change was not made. */
  problem: string | undefined;
  /** Makes a change, and says so when it could not be saved. */
  attempt: (change: Promise<void>, done?: () => void) => void;
  refuse: (problem: string) => void;
}

export function useAttempt(): Attempts {
  const [problem, setProblem] = useState<string>();
  const attempt: Attempts['attempt'] = (change, done) => {
    setProblem(undefined);
    change.then(done, (error: unknown) => {
      setProblem(t('optionsNotSaved', error instanceof Error ? error.message : String(error)));
    });
  };
  return { problem, attempt, refuse: setProblem };
}
