import { useState } from 'preact/hooks';
import { headline } from '@/components/ReportRow';
import type { Toasts } from '@/components/use-toast';
import { statusWord } from '@/components/words';
import { errorWords } from '@/utils/error-words';
import { type MessageKey, t } from '@/utils/i18n';
import { announceDecisions } from '@/utils/storage/announce';
import type { FullReport, ReportEdit, ReportStore } from '@/utils/storage/reports';

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
      if (!removed) return;
      toasts.show(t('reportDeleted', headline(removed.report)), () => void restore(removed));
      await announceDecisions([removed.report.postKey]);
    });
  }

  async function restore(removed: FullReport) {
    const ok = await attempt('errorRestore', async () => {
      await store.restore(removed);
      await announceDecisions([removed.report.postKey]);
    });
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
