import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the focus in a frame when what has it goes: it falls to the table or, when that is gone too, to the frame.
 *
 * @returns handlers of the frame
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>, table: RefObject<HTMLElement | null>) {
  const held = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (held.current && isLost) (table.current ?? frame.current)?.focus({ preventScroll: true });
  });
  return {
    onFocusIn: ({ target }: FocusEvent) => {
      held.current = target;
    },
    onFocusOut: ({ target }: FocusEvent) => {
      // Only now is it known whether the reader went away or the element was taken away.
      queueMicrotask(() => {
        const isLeft = (target as Element).isConnected && document.activeElement !== target;
        if (isLeft && held.current === target) held.current = null;
      });
    },
  };
}
