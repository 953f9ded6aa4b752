import { useId, useRef, useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { chosenOf, type Move, moveTo, orderOf, placeFor } from './column-order';
import { ExportColumnRow } from './ExportColumnRow';

/** A column as it is offered, in the reader's language. */
export interface ColumnOffer {
  id: string;
  label: string;
  description: string;
}

export interface ExportColumnChooserProps {
  columns: readonly ColumnOffer[];
  /** In the order of the file. */
  chosen: readonly string[];
  onChosen: (chosen: readonly string[]) => void;
  onReset: () => void;
}

/** Which columns a table has, and in which order. */
export function ExportColumnChooser({ columns, chosen, onChosen, onReset }: ExportColumnChooserProps) {
  const id = useId();
  const [filter, setFilter] = useState('');
  const [moved, setMoved] = useState('');
  const { on, order, shown, setOrder } = useOrder(columns, chosen, filter);
  const movable = shown.flatMap((column) => (on.has(column.id) ? column.id : []));
  const dragged = useRef<string | undefined>(undefined);

  function put(column: ColumnOffer, at: string): void {
    const next = moveTo(order, column.id, at);
    setOrder(next);
    onChosen(chosenOf(next, on));
    const place = chosenOf(next, on).indexOf(column.id) + 1;
    setMoved(t('exportColumnMoved', column.label, formatNumber(place), formatNumber(on.size)));
  }
  function move(column: ColumnOffer, way: Move): void {
    const at = placeFor(movable, column.id, way);
    if (at) put(column, at);
  }
  function toggle(column: ColumnOffer): void {
    const next = new Set(on);
    if (!next.delete(column.id)) next.add(column.id);
    setMoved(next.size === 0 ? t('exportColumnLeast') : '');
    if (next.size > 0) onChosen(chosenOf(order, next));
  }
  return (
    <div class="export-chooser">
      <div class="row">
        <input
          type="search"
          aria-label={t('exportColumnFilter')}
          placeholder={t('exportColumnFilter')}
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
        <button type="button" class="button quiet" onClick={onReset}>
          {t('exportColumnReset')}
        </button>
      </div>
      <p id={id} class="exchange-hint">
        {t('exportColumnKeys')}
      </p>
      <ol class="export-columns" aria-label={t('exportColumns')} aria-describedby={id}>
        {shown.map((column) => (
          <ExportColumnRow
            key={column.id}
            column={column}
            on={on.has(column.id)}
            first={column.id === movable[0]}
            last={column.id === movable.at(-1)}
            onToggle={() => toggle(column)}
            onMove={(way) => move(column, way)}
            onGrab={() => {
              dragged.current = column.id;
            }}
            onDrop={() => {
              const grabbed = columns.find((each) => each.id === dragged.current);
              if (grabbed && grabbed !== column) put(grabbed, column.id);
            }}
          />
        ))}
      </ol>
      {shown.length === 0 && <p class="muted small">{t('exportColumnNone')}</p>}
      <p class="visually-hidden" role="status">
        {moved}
      </p>
    </div>
  );
}

/** Columns that are not chosen stay where they are as long as the chooser is open: nothing jumps when it is ticked. */
function useOrder(columns: readonly ColumnOffer[], chosen: readonly string[], filter: string) {
  const [last, setOrder] = useState<readonly string[]>([]);
  const order = orderOf(
    columns.map((column) => column.id),
    chosen,
    last,
  );
  if (order !== last) setOrder(order);
  const known = new Map(columns.map((column) => [column.id, column]));
  const wanted = filter.trim().toLowerCase();
  const shown = order
    .flatMap((column) => known.get(column) ?? [])
    .filter(({ id, label, description }) => `${id}\n${label}\n${description}`.toLowerCase().includes(wanted));
  return { on: new Set(chosen), order, shown, setOrder };
}
