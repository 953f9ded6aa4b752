import { useMemo, useState } from 'preact/hooks';
import type { Toasts } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import { type MessageKey, t } from '@/utils/i18n';
import type { QueueStore } from './contracts';
import { type Editing, editing, type Making } from './editing';
import { PutBackError } from './put-back';
import { type Removing, removing } from './removing';
import { type InLine, useUndo } from './use-undo';
import { WorkLine } from './work-line';

export interface QueueActions extends Editing, Removing {
  /** Why the last thing failed; stays until it is closed or something succeeds. */
  problem: string | undefined;
  dismissProblem: () => void;
  /** Something takes longer than a second. */
  busy: boolean;
  /** What `undo` would take back. */
  undoable: string | undefined;
  /** Takes the last change of this page back that was not taken back yet, at any depth. */
  undo: () => Promise<void>;
  /** Runs what else may fail, and tells of it in the same place. */
  attempt: InLine;
}

/** Everything that changes reports. Changes are written one after another; failures become words, never silence. */
export function useQueueActions(store: QueueStore, toasts: Toasts): QueueActions {
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const line = useMemo(() => new WorkLine(setBusy), []);
  async function attempt(failed: MessageKey, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(error instanceof PutBackError ? t('errorRestore') : t(failed, errorWords(error)));
      return false;
    }
  }
  const inLine: InLine = (failed, work) => line.run(() => attempt(failed, work));
  const undo = useUndo(inLine, toasts);
  const announce = (work: () => Promise<void>) =>
    void work().catch((error: unknown) => setProblem(t('queueErrorAnnounce', errorWords(error))));
  const making: Making = { store, toasts, inLine, done: undo.done, announce };
  return {
    ...editing(making),
    ...removing(making),
    problem,
    dismissProblem: () => setProblem(undefined),
    busy,
    undoable: undo.words,
    undo: undo.undo,
    attempt,
  };
}
