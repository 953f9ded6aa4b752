import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface ScrollToOptions {
  scroller: RefObject<HTMLElement | null>;
  rowHeight: number;
  headHeight: number;
  view: string;
  /** The current row; -1 for none. */
  current: number;
  id: string | undefined;
}

/**
 * Brings the current row into sight when it becomes another one, and holds it where it stands in the window when rows
 * before it come or go. Another view begins at its beginning.
 */
export function useScrollTo({ scroller, rowHeight, headHeight, view, current, id }: ScrollToOptions): void {
  const last = useRef({ view, current, id });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { view, current, id };
    const element = scroller.current;
    if (!element) return;
    if (before.view !== view) element.scrollTop = 0;
    else if (before.id === id && id !== undefined) {
      if (wasInSight(element, before.current, rowHeight, headHeight))
        element.scrollTop += (current - before.current) * rowHeight;
    } else if (current >= 0) bringIntoSight(element, current, rowHeight, headHeight);
  }, [view, current, id]);
}

function wasInSight(element: HTMLElement, index: number, rowHeight: number, headHeight: number): boolean {
  const { scrollTop, clientHeight } = element;
  // At the top the reader sees what is new.
  if (scrollTop === 0) return false;
  return (index + 1) * rowHeight > scrollTop && index * rowHeight < scrollTop + clientHeight - headHeight;
}

function bringIntoSight(element: HTMLElement, index: number, rowHeight: number, headHeight: number): void {
  const [top, room] = [index * rowHeight, element.clientHeight - headHeight];
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeight > element.scrollTop + room) element.scrollTop = top + rowHeight - room;
}
