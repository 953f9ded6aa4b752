import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Closing a report leads back to the queue, unless the focus is somewhere already. */
export function useReturn(openId: string | undefined, table: RefObject<HTMLElement | null>): void {
  const last = useRef(openId);
  useLayoutEffect(() => {
    const isClosed = last.current !== undefined && openId === undefined;
    last.current = openId;
    if (isClosed && document.activeElement === document.body) table.current?.focus();
  }, [openId]);
}
