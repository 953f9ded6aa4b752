import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/i18n';
import type { QueueRow, ReportDigest, ReportSort } from '../../utils/model/queue';
import { isPicked } from './picked';
import { QueueHead } from './QueueHead';
import { QueueRowView } from './QueueRowView';
import type { QueueList } from './queue-list';
import { type QueueNames, queueRowId, type RowContent } from './queue-words';
import { useHeight } from './use-height';
import { useScrollTo } from './use-scroll-to';
import { useVirtualRows } from './use-virtual-rows';

export interface QueueTableProps {
  list: QueueList;
  /** Changes when the list is another one, not the same one with other rows: then it is shown from its beginning. */
  view: string;
  digestOf: (id: string) => ReportDigest | undefined;
  copiesOf: (row: QueueRow) => number;
  contentOf: (id: string) => RowContent | undefined;
  names: QueueNames;
  sort: ReportSort;
  /** The row that keys act on; -1 for none. */
  current: number;
  openId: string | undefined;
  picked: ReadonlySet<string>;
  pickedShown: 'none' | 'some' | 'all';
  tableRef: RefObject<HTMLDivElement | null>;
  onSort: (sort: ReportSort) => void;
  /** Told which rows are rendered. */
  onRows: (ids: readonly string[]) => void;
  onFocus: () => void;
  /** A row was pressed: alone, with Shift, or on its box or with Ctrl. */
  onPress: (index: number, how: 'open' | 'extend' | 'toggle') => void;
  onPickAll: () => void;
  onDamaged: (id: string, action: 'export' | 'remove') => void;
}

const ROW_HEIGHT = 56;
const HEAD_HEIGHT = 34;

/**
 * The queue as a grid that renders the rows in sight only. The grid itself has the focus and names its current row, so
 * that no row that leaves can take the focus with it.
 */
export function QueueTable(props: QueueTableProps) {
  const { list, view, current, tableRef, onRows } = props;
  const [probe, head] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const rowHeight = useHeight(probe, ROW_HEIGHT);
  const headHeight = useHeight(head, HEAD_HEIGHT);
  const { rows, height } = useVirtualRows({
    scroller: tableRef,
    count: list.length,
    rowHeight,
    headHeight,
    keep: current,
  });
  useScrollTo({ scroller: tableRef, rowHeight, headHeight, view, current, id: list.idAt(current) });
  const ids = rows.map(({ index }) => list.idAt(index) ?? '');
  useLayoutEffect(() => onRows(ids), [ids.join(' ')]);
  return (
    <div class="queue-frame">
      <div class="queue-probe" ref={probe} />
      {/* biome-ignore lint/a11y: keys of the whole page act on the current row, and rows are placed one by one */}
      <div
        role="grid"
        class="queue-table"
        ref={tableRef}
        tabIndex={0}
        aria-label={t('reportsListLabel')}
        aria-multiselectable="true"
        aria-rowcount={list.length + 1}
        aria-activedescendant={
          ids[rows.findIndex(({ index }) => index === current)] && queueRowId(list.idAt(current) ?? '')
        }
        onFocus={props.onFocus}
        onMouseDown={keepFocus}
        onClick={(event) => press(event, props)}
      >
        {/* biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself */}
        <div role="rowgroup" class="queue-head-place">
          <QueueHead headRef={head} sort={props.sort} picked={props.pickedShown} onSort={props.onSort} />
        </div>
        {/* biome-ignore lint/a11y: a grid whose rows are placed one by one has roles, and the focus itself */}
        <div role="rowgroup" class="queue-body" style={{ height: `${height}px` }}>
          {rows.map(({ index, start }) => (
            <Row key={list.idAt(index)} {...props} index={index} start={start} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Row(props: QueueTableProps & { index: number; start: number }) {
  const { list, index, start, names, digestOf, contentOf, copiesOf, openId, picked, current } = props;
  const row = list.rowAt(index);
  const id = list.idAt(index) ?? '';
  const members = list.membersAt(index);
  return (
    <QueueRowView
      index={index}
      start={start}
      id={id}
      copies={row ? copiesOf(row) : 1}
      digest={row && digestOf(id)}
      content={contentOf(id)}
      names={names}
      current={index === current}
      open={openId !== undefined && (openId === id || members.includes(openId))}
      picked={isPicked(picked, members)}
    />
  );
}

/** A press inside leaves the focus on the grid; buttons of the head keep their own. */
function keepFocus(event: MouseEvent & { currentTarget: HTMLElement }): void {
  const target = event.target as Element;
  if (target === event.currentTarget || target.closest('.queue-head button')) return;
  event.preventDefault();
  event.currentTarget.focus({ preventScroll: true });
}

function press(event: MouseEvent, { list, onPress, onPickAll, onDamaged }: QueueTableProps): void {
  const target = event.target as Element;
  if (target.closest('.queue-box-all')) onPickAll();
  const row = target.closest<HTMLElement>('[data-index]');
  if (!row) return;
  const index = Number(row.dataset.index);
  const id = list.idAt(index);
  const action = target.closest<HTMLElement>('[data-damaged]')?.dataset.damaged;
  if (id !== undefined && (action === 'export' || action === 'remove')) onDamaged(id, action);
  else if (event.shiftKey) onPress(index, 'extend');
  else if (event.ctrlKey || event.metaKey || target.closest('.queue-cell-box')) onPress(index, 'toggle');
  else onPress(index, 'open');
}
