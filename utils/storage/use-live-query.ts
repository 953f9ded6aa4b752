import { useCallback, useEffect, useState } from 'preact/hooks';
import { StorageError } from '../errors';
import type { ReportStore } from './reports';

export interface LiveQuery<T> {
  /** `undefined` until the first answer, and again while a changed query has not been answered. */
  value: T | undefined;
  error: StorageError | undefined;
  /** Asks again after an error. */
  retry: () => void;
}

/**
 * The one bridge between the store and Preact: renders again after every change, also one made elsewhere.
 *
 * @param inputs what `query` depends on beside the database; a change asks anew
 */
export function useLiveQuery<T>(
  store: ReportStore,
  query: (store: ReportStore) => Promise<T>,
  inputs: readonly unknown[],
): LiveQuery<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<{
    asked: unknown;
    value?: T;
    error?: StorageError;
  }>({
    asked: undefined,
  });
  const asked = JSON.stringify(inputs);
  useEffect(() => {
    const subscription = store.watch(query).subscribe({
      next: (value) => setState({ asked, value }),
      error: (error: unknown) =>
        setState({
          asked,
          error: error instanceof StorageError ? error : new StorageError('unknown', error),
        }),
    });
    return () => subscription.unsubscribe();
  }, [store, asked, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const current = state.asked === asked ? state : { asked };
  return { value: current.value, error: current.error, retry };
}
