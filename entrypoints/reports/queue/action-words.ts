import { headline } from '@/components/headline';
import { actionWord, statusWord } from '@/components/words';
import { formatNumber, t } from '@/utils/i18n';
import type { ReportEdit, UndoResult } from '@/utils/model/edit';
import { readStored } from '@/utils/storage/stored-report';
import type { QueueStore } from './contracts';

/** Reports in words: one by its title, more by their number. */
export async function targetWords(store: Pick<QueueStore, 'rows'>, ids: readonly string[]): Promise<string> {
  const [id] = ids;
  if (ids.length !== 1 || id === undefined) return manyWords(ids.length);
  const [row] = await store.rows([id]);
  const read = readStored(row);
  return 'report' in read ? headline(read.report) : id;
}

export function manyWords(count: number): string {
  return t('queueTargetMany', formatNumber(count));
}

/** What an edit did to reports, for a message and for the undo of it. */
export function editWords(edit: ReportEdit, target: string): string {
  switch (edit.action) {
    case 'status':
      return t('queueDone', statusWord(edit.status), target);
    case 'assignee':
      return edit.assignee ? t('queueAssigned', edit.assignee, target) : t('queueUnassigned', target);
    case 'tags':
      return edit.add.length > 0
        ? t('queueTagged', edit.add.join(t('listSeparator')), target)
        : t('queueUntagged', edit.remove.join(t('listSeparator')), target);
    default:
      return t('queueDone', actionWord(edit.action), target);
  }
}

/** @param words what was to be taken back */
export function undoneWords(words: string, { undone, kept }: UndoResult): string {
  if (kept.length === 0) return t('queueUndone', words);
  return undone.length === 0
    ? t('queueUndoneNone', words)
    : t('queueUndonePart', words, formatNumber(undone.length), formatNumber(kept.length));
}
