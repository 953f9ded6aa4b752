import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { LONGEST } from '../../utils/views/values';

/** How long nothing is typed before the reports are searched, in milliseconds. */
const PAUSE = 150;

export interface SearchBoxProps {
  text: string;
  boxRef: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  /** Enter: the search is asked for and the reader goes on to what it found. */
  onDone: () => void;
}

/** Searches when the reader pauses; while an input method composes, its spelling is not yet what they mean. */
export function SearchBox({ text, boxRef, onText, onDone }: SearchBoxProps) {
  const [typed, setTyped] = useState(text);
  const asked = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wait = () => clearTimeout(timer.current);
  const ask = (value: string) => {
    wait();
    asked.current = value;
    if (value !== text) onText(value);
  };
  const askSoon = (value: string) => {
    wait();
    timer.current = setTimeout(() => ask(value), PAUSE);
  };
  useEffect(() => wait, []);
  useLayoutEffect(() => {
    if (text === asked.current) return;
    // Changed from elsewhere: a view was chosen, or the filters were cleared.
    wait();
    asked.current = text;
    setTyped(text);
  }, [text]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    ask(typed);
    onDone();
  };
  return (
    <input
      ref={boxRef}
      class="filter-search"
      type="search"
      aria-label={t('filterText')}
      aria-keyshortcuts="/"
      placeholder={t('filterTextHint')}
      maxLength={LONGEST}
      value={typed}
      onCompositionStart={wait}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        if (!event.isComposing) askSoon(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => askSoon(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
