import { useRef } from 'preact/hooks';
import { headline } from '@/components/headline';
import type { QueueList } from '@/components/queue/queue-list';
import { t } from '@/utils/i18n';
import type { ReportEdit } from '@/utils/model/edit';
import type { QueueIndex } from './contracts';
import { type Target, targetAt } from './targets';
import type { Cursor } from './use-cursor';
import type { Picking } from './use-picked';
import type { QueueActions } from './use-queue-actions';
import type { Rows } from './use-rows';

export interface DecidingOptions {
  index: QueueIndex;
  list: QueueList;
  cursor: Cursor;
  picking: Picking;
  rows: Rows;
  actions: QueueActions;
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  /** Nothing can be decided about a row that cannot be read: it is told. */
  onDamaged: (message: string) => void;
}

export interface Deciding {
  /** What a key acts on now; `undefined` when there is nothing, which is then told. */
  target: () => Target | undefined;
  /** Moves on to the next row at once, and back when the change was not stored. */
  change: (edit: ReportEdit) => void;
  /** The same for what a dialog was opened for; resolves to false when it was not stored. */
  changeThese: (target: Target, edit: ReportEdit) => Promise<boolean>;
  remove: () => void;
  /** Goes to a row; an open report changes with it. */
  moveTo: (index: number) => void;
}

/** While keys are held down, only the report at which they are let go is read; in milliseconds. */
const FOLLOW_AFTER = 60;

export function useDeciding(options: DecidingOptions): Deciding {
  const { index, list, cursor, picking, rows, actions, openId, onOpen, onDamaged } = options;
  const follow = useRef<ReturnType<typeof setTimeout>>(undefined);

  function moveTo(at: number) {
    cursor.moveTo(at);
    clearTimeout(follow.current);
    if (openId !== undefined) follow.current = setTimeout(() => onOpen(cursor.id), FOLLOW_AFTER);
  }

  function target(): Target | undefined {
    const found = targetAt({
      list,
      picked: picking.ids,
      current: cursor.index,
      openId,
      isThere: (id) => index.get(id) !== undefined,
      titleOf: (id) => {
        const content = rows.contentOf(id);
        return content?.type === 'read' ? headline(content.report) : undefined;
      },
    });
    if (!found) onDamaged(t(list.damagedAt(cursor.index) ? 'queueDamagedUndecided' : 'queueChooseRow'));
    return found;
  }

  async function change(edit: ReportEdit) {
    const found = target();
    if (!found) return;
    const before = cursor.id;
    const movesOn = edit.action === 'status' && found.of === 'row' && cursor.index + 1 < list.length;
    if (movesOn) moveTo(cursor.index + 1);
    const isStored = await actions.edit(found.ids, edit, found.words);
    if (isStored && found.of === 'picked' && edit.action === 'status') picking.clear();
    if (!isStored && movesOn && before !== undefined) cursor.goTo(before);
  }

  async function remove() {
    const damaged = picking.ids.size === 0 ? list.damagedAt(cursor.index) : undefined;
    if (damaged) return actions.removeDamaged(damaged.id);
    const found = target();
    if (!found) return;
    const isLast = cursor.index + 1 >= list.length;
    if (found.of === 'row' && !isLast) moveTo(cursor.index + 1);
    else if (openId !== undefined && found.ids.includes(openId)) onOpen(undefined);
    await actions.remove(found.ids, found.words);
  }

  return {
    target,
    change: (edit) => void change(edit),
    changeThese: (found, edit) => actions.edit(found.ids, edit, found.words),
    remove: () => void remove(),
    moveTo,
  };
}
