import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { heirOf, listKeyOf, targetRow } from './list-keys';

/** Rows carry their name in `data-row`; the element in a row to which keys lead has `data-stop`. */
const ROW = '[data-row]';
const STOP = '[data-stop]';

export interface ListFocus {
  /** The element around all rows; it has the focus itself when no row is left. */
  frame: RefObject<HTMLElement | null>;
  /** The row that had the focus last. */
  current: string | undefined;
  onFocusIn: (event: FocusEvent) => void;
  onFocusOut: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Moves the focus over the rows of a list by keys, and keeps it in the list when the row that has it goes.
 *
 * @param onDismiss told which row has the focus
 */
export function useListFocus(onDismiss: (row: string | undefined) => void): ListFocus {
  const frame = useRef<HTMLElement>(null);
  const [current, setCurrent] = useState<string>();
  const held = useRef<HTMLElement | undefined>(undefined);
  const order = useRef<string[]>([]);

  useLayoutEffect(() => {
    const rows = rowsOf(frame.current);
    const names = rows.map(nameOf);
    const lost = held.current !== undefined && isNowhere(document.activeElement);
    if (lost && held.current?.isConnected) held.current.focus({ preventScroll: true });
    else if (lost) {
      const heir = current === undefined ? undefined : heirOf(current, order.current, new Set(names));
      focusRow(rows.find((row) => nameOf(row) === heir)) || frame.current?.focus();
    }
    order.current = names;
  });

  const onFocusIn = ({ target }: FocusEvent) => {
    held.current = target as HTMLElement;
    const row = held.current.closest<HTMLElement>(ROW);
    if (row) setCurrent(nameOf(row));
  };
  const onFocusOut = ({ target }: FocusEvent) => {
    // Only now is it known whether the reader went away or the element was taken away.
    queueMicrotask(() => {
      const left = (target as HTMLElement).isConnected && document.activeElement !== target;
      if (left && held.current === target) held.current = undefined;
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = listKeyOf(event);
    const target = event.target as HTMLElement;
    const row = target.closest<HTMLElement>(ROW);
    if (!key) return;
    if (key === 'dismiss') onDismiss(row ? nameOf(row) : undefined);
    else if (key === 'show') {
      // Buttons answer by themselves.
      if (!row || target.tagName === 'BUTTON') return;
      row.querySelector('button')?.click();
    } else {
      const rows = rowsOf(frame.current);
      const next = targetRow(key, lastRowBefore(rows, target), rows.length);
      if (next === undefined) return;
      focusRow(rows[next]);
    }
    event.preventDefault();
  };
  return { frame, current, onFocusIn, onFocusOut, onKeyDown };
}

function rowsOf(frame: HTMLElement | null): HTMLElement[] {
  return [...(frame?.querySelectorAll<HTMLElement>(ROW) ?? [])];
}

const nameOf = (row: HTMLElement): string => row.dataset.row ?? '';

function focusRow(row: HTMLElement | undefined): boolean {
  const stop = row?.querySelector<HTMLElement>(STOP);
  stop?.focus();
  return stop !== null && stop !== undefined;
}

function isNowhere(element: Element | null): boolean {
  return element === null || element === document.body;
}

/** The row that an element is in, or else the last one before it; -1 before all rows. */
function lastRowBefore(rows: readonly HTMLElement[], element: HTMLElement): number {
  return rows.findLastIndex(
    (row) => row.contains(element) || row.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
}
