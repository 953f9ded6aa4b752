import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface PopoverProps {
  /** What its button says. */
  label: ComponentChildren;
  /** What the opened part is called. */
  name: string;
  /** Whether something in it is in force. */
  active?: boolean;
  /** Rendered while it is open. */
  children: (close: () => void) => ComponentChildren;
}

const CHOSEN = '[data-option]:is([aria-current="true"], [aria-pressed="true"])';

/**
 * A button that opens a part above the page. Esc or a press elsewhere closes it, and the focus goes back to the button.
 * Arrows lead over what is marked `data-option`, letters to the field that is marked `data-narrow`.
 */
export function Popover({ label, name, active, children }: PopoverProps) {
  const id = useId();
  const anchor = `--${id}`;
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class={active ? 'button menu-button is-active' : 'button menu-button'}
        popovertarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
        style={{ anchorName: anchor }}
      >
        {label}
      </button>
      <div
        id={id}
        ref={frame}
        class="menu"
        popover="auto"
        role="dialog"
        aria-label={name}
        style={{ positionAnchor: anchor }}
        onToggle={({ newState }) => setOpen(newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open && <Opened>{children(() => frame.current?.hidePopover())}</Opened>}
      </div>
    </>
  );
}

function Opened({ children }: { children: ComponentChildren }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const find = (selector: string) => frame.current?.querySelector<HTMLElement>(selector);
    (find('[data-narrow]') ?? find(CHOSEN) ?? find('[data-option]') ?? find('input'))?.focus();
  }, []);
  return <div ref={frame}>{children}</div>;
}

function onKeyDown(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  // Letters decide reports where the page hears them; here they are for the list.
  event.stopPropagation();
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as HTMLElement;
  const isOption = target.hasAttribute('data-option');
  const narrow = event.currentTarget.querySelector<HTMLElement>('[data-narrow]');
  if (!isOption && target !== narrow) return;
  const next = optionAt(event.key, target, [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-option]'),
  ]);
  if (next !== undefined) {
    event.preventDefault();
    (next ?? narrow)?.focus();
  } else if (isOption && event.key.length === 1 && event.key !== ' ') narrow?.focus();
}

/** Where a key leads: an option, the field above all options (null), or nowhere. */
function optionAt(
  key: string,
  from: HTMLElement,
  options: readonly HTMLElement[],
): HTMLElement | null | undefined {
  const at = options.indexOf(from);
  if (key === 'ArrowDown') return options[at + 1];
  if (key === 'ArrowUp') return at < 0 ? undefined : (options[at - 1] ?? null);
  // In the field these move over what is written.
  if (at < 0) return undefined;
  if (key === 'Home') return options[0];
  return key === 'End' ? options.at(-1) : undefined;
}
