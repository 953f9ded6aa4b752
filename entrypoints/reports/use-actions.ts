import { useState } from 'preact/hooks';
import { headline } from '@/components/ReportRow';
import { statusWord } from '@/components/words';
import { type MessageKey, t } from '@/utils/i18n';
import type { FullReport, ReportEdit, ReportStore } from '@/utils/storage/reports';
import { errorWords } from './error-words';
import type { Toasts } from './use-toast';

export type Actions = ReturnType<typeof useActions>;

/** Everything that changes reports; failures become a problem in words, never silence. */
export function useActions(store: ReportStore, toasts: Toasts) {
  const [problem, setProblem] = useState<string>();

  async function attempt(failed: MessageKey, work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(t(failed, errorWords(error)));
      return false;
    }
  }

  async function remove(id: string, done: () => void) {
    await attempt('errorNotSaved', async () => {
      const removed = await store.remove(id);
      done();
      if (removed) toasts.show(t('reportDeleted', headline(removed.report)), () => void restore(removed));
    });
  }

  async function restore(removed: FullReport) {
    const ok = await attempt('errorRestore', () => store.restore(removed));
    if (ok) toasts.show(t('stateDeletedUndone'));
    else toasts.close();
  }

  async function edit(id: string, change: ReportEdit): Promise<boolean> {
    return attempt('errorNotSaved', async () => {
      await store.edit(id, change);
      if (change.action === 'status') toasts.show(t('statusChanged', statusWord(change.status)));
    });
  }

  return {
    problem,
    dismissProblem: () => setProblem(undefined),
    attempt,
    remove,
    edit,
  };
}
