import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import type { EditBatch, ReportEdit, UndoResult } from '@/utils/model/edit';
import { editWords, targetWords, undoneWords } from './action-words';
import { announceReports } from './announce-reports';
import type { QueueStore } from './contracts';
import type { InLine, Undo } from './use-undo';

/** What changes of reports are made with. */
export interface Making {
  store: QueueStore;
  toasts: Toasts;
  inLine: InLine;
  done: Undo['done'];
  /** Lets open pages know; a failure is told, and changes nothing of what was stored. */
  announce: (work: () => Promise<void>) => void;
}

export interface Editing {
  /**
   * One write with undo. Resolves to false when it was not stored; the person has then been told.
   *
   * @param target the reports in words; their number, or the title of one, when it is not given
   */
  edit: (ids: readonly string[], edit: ReportEdit, target?: string) => Promise<boolean>;
  undoEntries: (seqs: readonly number[]) => Promise<void>;
  revert: (reportId: string, seq: number) => Promise<void>;
}

/** Edits that show nowhere but in the message; a note or an answer is seen where it was changed. */
const TOLD: ReadonlySet<ReportEdit['action']> = new Set(['status', 'tags', 'assignee', 'handover']);
/** Edits that change what open pages show of a report. */
const ON_PAGES: ReadonlySet<ReportEdit['action']> = new Set(['status', 'categories', 'handover']);

export function editing(making: Making): Editing {
  const { store, toasts, inLine, announce } = making;
  return {
    edit: (ids, change, target) =>
      inLine('errorNotSaved', async () => {
        const words = editWords(change, target ?? (await targetWords(store, ids)));
        const [told, onPages] = [TOLD.has(change.action), ON_PAGES.has(change.action)];
        const batch = await store.editMany(ids, change);
        if (batch.entries.length > 0) made(making, batch, { words, told, onPages });
        else if (told) toasts.show(t('queueUnchanged', words));
      }),
    async undoEntries(seqs) {
      await inLine('queueErrorUndo', async () => {
        const result = await store.undoEntries(seqs);
        toasts.show(undoneWords(t('queueEntry'), result));
        announce(() => announceReports(store, result.undone));
      });
    },
    async revert(reportId, seq) {
      await inLine('errorNotSaved', async () => {
        const words = t('queueReverted', await targetWords(store, [reportId]));
        const batch = await store.revertTo(reportId, seq);
        if (batch.entries.length > 0) made(making, batch, { words, told: true, onPages: true });
        else toasts.show(t('queueUnchanged', words));
      });
    },
  };
}

interface Made {
  words: string;
  told: boolean;
  onPages: boolean;
}

function made({ store, done, announce }: Making, { entries, reportIds }: EditBatch, how: Made): void {
  const undo = async (): Promise<UndoResult> => {
    const result = await store.undoEntries(entries);
    if (how.onPages) announce(() => announceReports(store, result.undone));
    return result;
  };
  done({ words: how.words, undo }, how.told);
  if (how.onPages) announce(() => announceReports(store, reportIds));
}
