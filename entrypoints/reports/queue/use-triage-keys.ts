import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type TriageKey, triageKeyOf } from '@/components/queue/triage-keys';
import { isTyping } from '@/utils/keys/typing';

/** What has keys of its own while it has the focus or is open. */
const OWN_KEYS = 'dialog, [popover], [role="dialog"], [role="menu"], [role="listbox"]';
const OPEN_DIALOG = 'dialog[open], [aria-modal="true"]';

export interface TriageKeysOptions {
  table: RefObject<HTMLElement | null>;
  lettersOff: boolean;
  /** False when the key had nothing to do: then it keeps what it does in the browser. */
  onKey: (key: TriageKey) => boolean;
}

/** Keys of the queue, from anywhere on the page but fields and dialogs. */
export function useTriageKeys({ table, lettersOff, onKey }: TriageKeysOptions): void {
  const latest = useRef({ lettersOff, onKey });
  useLayoutEffect(() => {
    latest.current = { lettersOff, onKey };
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || isTyping(target, () => null)) return;
      if (target.closest(OWN_KEYS) || document.querySelector(OPEN_DIALOG)) return;
      const inTable = target === table.current;
      const key = triageKeyOf(event, { inTable, lettersOff: latest.current.lettersOff });
      if (key && latest.current.onKey(key)) event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
