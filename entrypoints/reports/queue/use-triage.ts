import type { RefObject } from 'preact';
import type { TriageKey } from '@/components/queue/triage-keys';
import { t } from '@/utils/i18n';
import type { ReportStatus } from '@/utils/model/report';
import type { Deciding, DecidingOptions } from './use-deciding';
import type { QueueDialog } from './use-queue-dialog';

export interface TriageOptions extends DecidingOptions {
  deciding: Deciding;
  dialog: QueueDialog;
  table: RefObject<HTMLElement | null>;
  search: RefObject<HTMLElement | null>;
  grouped: boolean;
  /** The reader's own name; empty when none was given. */
  reviewer: string;
  onGrouped: (grouped: boolean) => void;
  onNote: (id: string) => void;
  onExport: (ids: readonly string[]) => void;
  onTold: (message: string) => void;
}

/** What each key does; false when there was nothing to do. */
export function triage(options: TriageOptions, key: TriageKey): boolean {
  if (key === 'close') return close(options);
  (MOVES[key] ?? ACTS[key])?.(options);
  return true;
}

type Act = (options: TriageOptions) => void;

const step =
  (by: number): Act =>
  ({ cursor, deciding }) =>
    deciding.moveTo(cursor.index + by);
const page =
  (direction: number): Act =>
  ({ cursor, deciding, table }) =>
    deciding.moveTo(cursor.index + direction * rowsInSight(table.current));
const extend =
  (by: number): Act =>
  ({ cursor, deciding, picking, list }) => {
    const from = cursor.index;
    const to = Math.max(0, Math.min(from + by, list.length - 1));
    deciding.moveTo(to);
    picking.extend(from < 0 ? to : from, to);
  };

const MOVES: Partial<Record<TriageKey, Act>> = {
  next: step(1),
  previous: step(-1),
  pageDown: page(1),
  pageUp: page(-1),
  first: ({ deciding }) => deciding.moveTo(0),
  last: ({ deciding, list }) => deciding.moveTo(list.length - 1),
  extendNext: extend(1),
  extendPrevious: extend(-1),
};

const decide =
  (status: ReportStatus): Act =>
  ({ deciding }) =>
    deciding.change({ action: 'status', status });

const ACTS: Partial<Record<TriageKey, Act>> = {
  open: ({ cursor, onOpen }) => cursor.id !== undefined && onOpen(cursor.id),
  confirm: decide('confirmed'),
  dismiss: decide('dismissed'),
  submit: decide('submitted'),
  note: ({ cursor, onNote }) => cursor.id !== undefined && onNote(cursor.id),
  tag: ({ dialog, deciding }) => dialog.open('tag', deciding.target()),
  assign: ({ reviewer, deciding, dialog }) => {
    if (reviewer === '') dialog.open('assign', deciding.target());
    else deciding.change({ action: 'assignee', assignee: reviewer });
  },
  select: ({ cursor, picking }) => picking.toggle(cursor.index),
  selectAll: ({ picking }) => picking.pickAll(),
  group: ({ grouped, onGrouped, onTold }) => {
    onGrouped(!grouped);
    onTold(t(grouped ? 'queueUngrouped' : 'queueGrouped'));
  },
  undo: ({ actions }) => void actions.undo(),
  export: (options) => {
    const damaged = options.list.damagedAt(options.cursor.index);
    if (damaged && options.picking.ids.size === 0) void options.actions.exportDamaged(damaged.id);
    else {
      const target = options.deciding.target();
      if (target) options.onExport(target.ids);
    }
  },
  remove: ({ deciding }) => deciding.remove(),
  search: ({ search }) => search.current?.focus(),
  help: ({ dialog }) => dialog.openHelp(),
};

/** Back to the queue first: from a report, then from a selection. */
function close({ openId, onOpen, picking, table }: TriageOptions): boolean {
  if (openId !== undefined) {
    onOpen(undefined);
    table.current?.focus();
  } else if (picking.ids.size > 0) picking.clear();
  else return false;
  return true;
}

/** One row stays in sight, so that the reader knows where they are. */
function rowsInSight(table: HTMLElement | null): number {
  const row = table?.querySelector<HTMLElement>('[data-index]')?.offsetHeight;
  return table && row ? Math.max(1, Math.floor(table.clientHeight / row) - 1) : 1;
}
