import type { QueueList } from '@/components/queue/queue-list';
import { formatNumber, t } from '@/utils/i18n';

/** The reports that a key or button acts on. */
export interface Target {
  of: 'picked' | 'row' | 'open';
  ids: readonly string[];
  /** In words, where more is to be said than a title or a number. */
  words: string | undefined;
}

export interface TargetPlace {
  list: QueueList;
  picked: ReadonlySet<string>;
  current: number;
  openId: string | undefined;
  isThere: (id: string) => boolean;
  /** `undefined` while it is not known. */
  titleOf: (id: string) => string | undefined;
}

/**
 * What is selected; else the open report, when the list does not show it any more: what the reader sees is what is
 * decided; else the current row with all its copies. `undefined` when there is no such report.
 */
export function targetAt({
  list,
  picked,
  current,
  openId,
  isThere,
  titleOf,
}: TargetPlace): Target | undefined {
  if (picked.size > 0) return named('picked', [...picked].filter(isThere));
  if (openId !== undefined && isThere(openId) && list.indexOf(openId, current) < 0)
    return named('open', [openId]);
  const members = list.membersAt(current);
  const title = members.length > 1 ? titleOf(list.idAt(current) ?? '') : undefined;
  return named('row', members, title && t('queueTargetCopies', formatNumber(members.length), title));
}

function named(of: Target['of'], ids: readonly string[], words?: string): Target | undefined {
  return ids.length > 0 ? { of, ids, words } : undefined;
}
