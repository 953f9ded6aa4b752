import { useId, useRef } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Move } from './column-order';
import type { ColumnOffer } from './ExportColumnChooser';

export interface ExportColumnRowProps {
  column: ColumnOffer;
  on: boolean;
  first: boolean;
  last: boolean;
  onToggle: () => void;
  onMove: (move: Move) => void;
  /** By the mouse: taken up, and another one let go over this. */
  onGrab: () => void;
  onDrop: () => void;
}

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** One column: in or out, and its place by buttons, keys or mouse. */
export function ExportColumnRow(props: ExportColumnRowProps) {
  const { column, on, first, last, onToggle, onMove, onGrab, onDrop } = props;
  const id = useId();
  const row = useRef<HTMLLIElement>(null);
  /** A row that moves in the list loses the focus, and a button that cannot move it further is disabled. */
  const moving = (way: Move, from: EventTarget | null) => {
    onMove(way);
    const keep = from as HTMLElement | null;
    setTimeout(() => {
      const fallback = row.current?.querySelector<HTMLElement>('button:not(:disabled)');
      (keep instanceof HTMLButtonElement && keep.disabled ? fallback : keep)?.focus();
      row.current?.scrollIntoView({ block: 'nearest' });
    });
  };
  const button = (way: Move, words: string, sign: string, disabled: boolean) => (
    <button
      type="button"
      class="button quiet"
      aria-label={words}
      title={words}
      disabled={disabled}
      onClick={(event) => moving(way, event.currentTarget)}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
  return (
    <li
      ref={row}
      class={on ? 'export-column is-on' : 'export-column'}
      draggable={on}
      onDragStart={onGrab}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
      onKeyDown={(event) => {
        const way = KEYS[event.key];
        if (!way || !event.altKey || !on) return;
        event.preventDefault();
        moving(way, event.target);
      }}
    >
      <input
        type="checkbox"
        id={id}
        checked={on}
        aria-describedby={`${id}-about`}
        onChange={(event) => {
          // What is shown is what holds: the last column stays.
          event.currentTarget.checked = on;
          onToggle();
        }}
      />
      <label for={id}>
        {column.label} <code>{column.id}</code>
      </label>
      <span class="export-column-moves">
        {on && button('up', t('exportColumnUp', column.label), '↑', first)}
        {on && button('down', t('exportColumnDown', column.label), '↓', last)}
      </span>
      <p id={`${id}-about`} class="exchange-hint">
        {column.description}
      </p>
    </li>
  );
}
