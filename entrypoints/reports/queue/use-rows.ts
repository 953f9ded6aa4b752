import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { RowContent } from '@/components/queue/queue-words';
import { useAgain } from '@/components/queue/use-again';
import { errorWords } from '@/utils/error-words';
import type { QueueIndex, QueueStore } from './contracts';
import { RowCache } from './row-cache';

export interface Rows {
  contentOf: (id: string) => RowContent | undefined;
  /** Told which rows are rendered. */
  want: (ids: readonly string[]) => void;
  /** Why rows could not be read. */
  problem: string | undefined;
  retry: () => void;
}

/** @param version changes with the index, so that rows that have changed are read anew */
export function useRows(store: QueueStore, index: QueueIndex, version: unknown): Rows {
  const renderAgain = useAgain();
  const [ids, setIds] = useState<readonly string[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [problem, setProblem] = useState<string>();
  const cache = useMemo(() => new RowCache(store, (id) => index.get(id)?.rev, renderAgain), [store, index]);
  useEffect(() => {
    const wanted = ids.filter((id) => index.get(id));
    cache.want(wanted).then(
      () => setProblem(undefined),
      (error: unknown) => setProblem(errorWords(error)),
    );
  }, [cache, ids, version, attempt]);
  const contentOf = (id: string): RowContent | undefined => {
    const corrupt = index.corrupt.get(id);
    return corrupt ? { type: 'damaged', problem: corrupt.problem } : cache.get(id);
  };
  return {
    contentOf,
    want: useCallback(setIds, []),
    problem,
    retry: () => setAttempt((count) => count + 1),
  };
}
