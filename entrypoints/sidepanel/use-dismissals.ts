import { useState } from 'preact/hooks';
import type { FoundPost } from '@/components/groups';
import type { Toasts } from '@/components/use-toast';
import { errorWords } from '@/utils/error-words';
import { formatNumber, t } from '@/utils/i18n';
import { announceDecisions } from '@/utils/storage/announce';
import type { ReportStore } from '@/utils/storage/reports';

/** What could not be done, in words, and the same once more. */
export interface Failure {
  text: string;
  retry: () => void;
}

/**
 * Dismisses posts and takes that back; open pages are told at once, and failures are said, never swallowed.
 *
 * @param onUndo called when the reader presses Undo, before its button goes
 */
export function useDismissals(store: ReportStore, toasts: Toasts, onUndo: () => void) {
  const [failure, setFailure] = useState<Failure>();

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      setFailure(undefined);
      return true;
    } catch (error) {
      const text = t('errorNotSaved', errorWords(error));
      setFailure({ text, retry: () => void attempt(work) });
      return false;
    }
  }

  const dismiss = (posts: readonly FoundPost[]) =>
    attempt(async () => {
      await store.dismissMany(posts.map(({ key, rules }) => ({ postKey: key, rules: [...rules] })));
      const [first] = posts;
      const message =
        posts.length === 1 && first
          ? t('listDismissedOne', first.text)
          : t('listDismissed', formatNumber(posts.length));
      toasts.show(message, () => {
        onUndo();
        void takeBack(posts, t('stateUndone'));
      });
      await announceDecisions(posts.map(({ key }) => key));
    });

  const takeBack = (posts: readonly FoundPost[], message: string) =>
    attempt(async () => {
      const keys = posts.map(({ key }) => key);
      await store.undoDismissals(keys);
      toasts.show(message);
      await announceDecisions(keys);
    });

  return { failure, dismiss, takeBack };
}
