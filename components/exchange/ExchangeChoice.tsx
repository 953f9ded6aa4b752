import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface ExchangeChoiceProps {
  type: 'radio' | 'checkbox';
  /** Of radios that belong together. */
  name?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
  /** What it means, or why it cannot be chosen. */
  hint?: ComponentChildren;
  children: ComponentChildren;
}

/** Something to choose, with a line that says what it means. */
export function ExchangeChoice({ hint, children, onChange, ...input }: ExchangeChoiceProps) {
  const id = useId();
  return (
    <div class="exchange-choice">
      <input
        {...input}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{children}</label>
      {hint && (
        <p id={`${id}-hint`} class="exchange-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
