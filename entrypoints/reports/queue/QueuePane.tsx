import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Problem } from '@/components/Problem';
import { BulkBar } from '@/components/queue/BulkBar';
import { EmptyQueue } from '@/components/queue/EmptyQueue';
import { QueueFoot } from '@/components/queue/QueueFoot';
import { QueueTable } from '@/components/queue/QueueTable';
import type { QueueNames } from '@/components/queue/queue-words';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import { EVERYTHING, type ReportQuery, type ReportSort } from '@/utils/model/queue';
import type { QueueIndex, QueueStore } from './contracts';
import { useCursor } from './use-cursor';
import { useDeciding } from './use-deciding';
import { useKeptFocus } from './use-kept-focus';
import { useKeysOff } from './use-keys-off';
import { useNoteFocus } from './use-note-focus';
import { usePicked } from './use-picked';
import type { QueueActions } from './use-queue-actions';
import { QueueDialogView, useQueueDialog } from './use-queue-dialog';
import { useQueueList } from './use-queue-list';
import { useReturn } from './use-return';
import { useRows } from './use-rows';
import { triage } from './use-triage';
import { useTriageKeys } from './use-triage-keys';

export interface QueuePaneProps {
  store: QueueStore;
  index: QueueIndex;
  /** Changes with the index. */
  version: unknown;
  /** While the index is being read. */
  progress: { done: number; total: number } | undefined;
  query: ReportQuery;
  sort: ReportSort;
  grouped: boolean;
  onQuery: (change: Partial<ReportQuery>) => void;
  onSort: (sort: ReportSort) => void;
  onGrouped: (grouped: boolean) => void;
  names: QueueNames;
  /** The report in the split view. */
  openId: string | undefined;
  onOpen: (id: string | undefined) => void;
  toasts: Toasts;
  actions: QueueActions;
  /** The reader's own name; empty when none was given. */
  reviewer: string;
  /** Of the grid, to which the search leads on; and of the search box, to which a key leads. */
  tableRef: RefObject<HTMLDivElement | null>;
  searchRef: RefObject<HTMLInputElement | null>;
  onExport: (ids: readonly string[]) => void;
  /** Above the table. */
  filters: ComponentChildren;
  /** The browser has not promised to keep what is stored. */
  atRisk: boolean;
}

/** The queue: table, bar for what is selected, keys and dialogs. Changes go through `actions`, whose problems the page shows. */
export function QueuePane(props: QueuePaneProps) {
  const { index, progress, openId, actions, filters } = props;
  const frame = useRef<HTMLElement>(null);
  const queue = useQueue(props);
  const { list, rows, picking, deciding, dialog } = queue;
  const empty = list.length > 0 ? undefined : whyEmpty(index, progress);
  const focus = useKeptFocus(frame, props.tableRef);
  useReturn(openId, props.tableRef);
  return (
    <section class="queue" ref={frame} tabIndex={-1} aria-label={t('reportsListLabel')} {...focus}>
      <div class="queue-top">
        {filters}
        {rows.problem && (
          <Problem text={t('errorNotLoaded', rows.problem)} action={t('actionRetry')} onAction={rows.retry} />
        )}
      </div>
      {empty ? (
        <EmptyQueue why={empty} atRisk={props.atRisk} onEverything={() => props.onQuery(EVERYTHING)} />
      ) : (
        <Table {...props} queue={queue} />
      )}
      <div class="queue-bars">
        <BulkBar
          count={picking.ids.size}
          shown={picking.shown}
          all={picking.all}
          onStatus={(status) => deciding.change({ action: 'status', status })}
          onAssign={() => dialog.open('assign', deciding.target())}
          onTag={() => dialog.open('tag', deciding.target())}
          onExport={() => props.onExport([...picking.ids])}
          onRemove={deciding.remove}
          onClear={picking.clear}
        />
        <QueueFoot
          at={queue.cursor.index + 1}
          of={list.length}
          progress={progress}
          busy={actions.busy}
          undo={actions.undoable}
          onUndo={() => void actions.undo()}
          onHelp={() => dialog.openHelp()}
        />
      </div>
      <QueueDialogView {...queue} index={index} reviewer={props.reviewer} />
    </section>
  );
}

function useQueue(props: QueuePaneProps) {
  const { store, index, version, openId, onOpen, toasts, actions } = props;
  const list = useQueueList(props);
  const cursor = useCursor(list);
  const picking = usePicked(list, index, version);
  const rows = useRows(store, index, version);
  const dialog = useQueueDialog();
  const lettersOff = useKeysOff();
  const onNote = useNoteFocus(openId, onOpen);
  const common = { index, list, cursor, picking, rows, actions, openId, onOpen };
  const deciding = useDeciding({ ...common, onDamaged: toasts.show });
  useLayoutEffect(() => {
    if (openId !== undefined) cursor.goTo(openId);
  }, [openId]);
  useTriageKeys({
    table: props.tableRef,
    lettersOff,
    onKey: (key) =>
      triage(
        {
          ...props,
          ...common,
          deciding,
          dialog,
          table: props.tableRef,
          search: props.searchRef,
          onNote,
          onDamaged: toasts.show,
          onTold: toasts.show,
        },
        key,
      ),
  });
  return { ...common, dialog, lettersOff, deciding };
}

function Table(props: QueuePaneProps & { queue: ReturnType<typeof useQueue> }) {
  const { index, query, sort, grouped, actions, onOpen, queue } = props;
  const { list, cursor, picking, rows } = queue;
  return (
    <QueueTable
      list={list}
      view={JSON.stringify([query, sort])}
      digestOf={(id) => index.get(id)}
      copiesOf={({ id, members }) => (grouped ? members.length : index.copies.clusterOf(id).length)}
      contentOf={rows.contentOf}
      names={props.names}
      sort={sort}
      current={cursor.index}
      openId={props.openId}
      picked={picking.ids}
      pickedShown={picking.all ? 'all' : picking.shown > 0 ? 'some' : 'none'}
      tableRef={props.tableRef}
      onSort={props.onSort}
      onRows={rows.want}
      onFocus={() => cursor.index < 0 && cursor.moveTo(0)}
      onPress={(at, how) => {
        const from = cursor.index;
        cursor.moveTo(at);
        if (how === 'extend') picking.extend(from < 0 ? at : from, at);
        else if (how === 'toggle') picking.toggle(at);
        else onOpen(list.idAt(at));
      }}
      onPickAll={picking.pickAll}
      onDamaged={(id, action) =>
        void (action === 'export' ? actions.exportDamaged(id) : actions.removeDamaged(id))
      }
    />
  );
}

function whyEmpty(index: QueueIndex, progress: QueuePaneProps['progress']) {
  if (progress && index.size === 0) return 'reading';
  return index.size + index.corrupt.size === 0 ? 'no-report' : 'no-match';
}
