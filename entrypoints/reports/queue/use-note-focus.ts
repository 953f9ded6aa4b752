import { useLayoutEffect, useRef } from 'preact/hooks';
import { NOTE_FIELD } from '@/components/detail/field-ids';

/** A report that takes longer to read than this does not take the focus any more, in milliseconds. */
const PATIENCE = 5_000;

/** Leads to the note of a report: at once when it is open, else when it has been read. */
export function useNoteFocus(openId: string | undefined, onOpen: (id: string) => void): (id: string) => void {
  const wanted = useRef<string | undefined>(undefined);
  useLayoutEffect(() => {
    if (openId === undefined || wanted.current !== openId) return;
    wanted.current = undefined;
    if (focusNote()) return;
    const observer = new MutationObserver(() => focusNote() && observer.disconnect());
    observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), PATIENCE);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [openId]);
  return (id) => {
    if (id === openId && focusNote()) return;
    wanted.current = id;
    onOpen(id);
  };
}

function focusNote(): boolean {
  const field = document.getElementById(NOTE_FIELD);
  field?.focus();
  return field !== null;
}
