import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface ExchangeTabsProps<T extends string> {
  tabs: readonly T[];
  names: Record<T, string>;
  /** What the tabs are called together. */
  label: string;
  value: T;
  onChange: (tab: T) => void;
  children: Record<T, ComponentChildren>;
}

/** One of several parts at a time. A part is rendered when it is first opened, and stays: its work goes on unseen. */
export function ExchangeTabs<T extends string>(props: ExchangeTabsProps<T>) {
  const { tabs, names, label, value, onChange, children } = props;
  const id = useId();
  const opened = useOpened(value);
  const focus = useFollowingFocus(value);
  return (
    <>
      <div
        class="exchange-tabs"
        role="tablist"
        aria-label={label}
        ref={focus.list}
        onKeyDown={(event) => {
          const to = neighbour(tabs, value, event.key);
          if (!to) return;
          event.preventDefault();
          onChange(to);
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            id={`${id}-${tab}`}
            class="exchange-tab"
            role="tab"
            aria-selected={tab === value}
            aria-controls={`${id}-${tab}-panel`}
            tabIndex={tab === value ? 0 : -1}
            onClick={() => onChange(tab)}
          >
            {names[tab]}
          </button>
        ))}
      </div>
      {tabs.map((tab) => (
        <div
          key={tab}
          id={`${id}-${tab}-panel`}
          class="exchange-panel"
          role="tabpanel"
          aria-labelledby={`${id}-${tab}`}
          hidden={tab !== value}
        >
          {opened.has(tab) && children[tab]}
        </div>
      ))}
    </>
  );
}

function useOpened<T>(value: T): ReadonlySet<T> {
  const [opened, setOpened] = useState<ReadonlySet<T>>(() => new Set([value]));
  if (opened.has(value)) return opened;
  const more = new Set(opened).add(value);
  setOpened(more);
  return more;
}

/** Wherever the tab was changed from, the keyboard goes on at its name. */
function useFollowingFocus(value: string) {
  const list = useRef<HTMLDivElement>(null);
  const last = useRef(value);
  useLayoutEffect(() => {
    if (last.current !== value) {
      list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    }
    last.current = value;
  }, [value]);
  return { list };
}

function neighbour<T>(tabs: readonly T[], value: T, key: string): T | undefined {
  const at = tabs.indexOf(value);
  const last = tabs.length - 1;
  if (key === 'ArrowRight') return tabs[at === last ? 0 : at + 1];
  if (key === 'ArrowLeft') return tabs[at === 0 ? last : at - 1];
  if (key === 'Home') return tabs[0];
  if (key === 'End') return tabs[last];
  return undefined;
}
