import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { StorageError } from '../errors';
import { toStorageError } from '../storage/failures';
import type { ReportStore } from '../storage/reports';
import { followReports, type Progress } from './follow';
import { Paced } from './paced';
import { ReportIndex } from './report-index';

export interface FollowedIndex {
  /** The same object as long as the store is. */
  index: ReportIndex;
  /** Another number when the index has changed since the last rendering. */
  version: number;
  /** Absent once all reports are read; a total of 0 while their number is not known. */
  progress: Progress | undefined;
  error: StorageError | undefined;
  /** Reads again after an error. */
  retry: () => void;
}

type State = Pick<FollowedIndex, 'version' | 'progress' | 'error'>;

const BEGINNING: State = { version: 0, progress: { done: 0, total: 0 }, error: undefined };
/** Between two renderings, in milliseconds; longer ones while many reports are read, as each shows more of them. */
const GAP = 100;
const LONGEST_GAP = 1_000;
const SHARE = 5;

/** All reports, read once and followed; renders as they come in. */
export function useReportIndex(store: ReportStore): FollowedIndex {
  const index = useMemo(() => new ReportIndex(), [store]);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>(BEGINNING);
  useEffect(() => {
    const stop = new AbortController();
    const begun = performance.now();
    let progress = BEGINNING.progress;
    const paced = new Paced(
      () => setState({ version: index.version, progress, error: undefined }),
      () => (progress ? gapAfter(performance.now() - begun) : GAP),
    );
    paced.call();
    followReports(store, index, {
      signal: stop.signal,
      onChange: () => paced.call(),
      onProgress: (now) => {
        progress = now;
        paced.call();
      },
    }).catch((error: unknown) => {
      paced.stop();
      setState({ version: index.version, progress: undefined, error: toStorageError(error) });
    });
    return () => {
      stop.abort();
      paced.stop();
    };
  }, [store, index, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { index, ...state, retry };
}

function gapAfter(elapsed: number): number {
  return Math.min(LONGEST_GAP, Math.max(GAP, elapsed / SHARE));
}
