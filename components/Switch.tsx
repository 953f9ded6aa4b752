import type { ComponentChildren } from 'preact';

export interface SwitchProps {
  on: boolean;
  /** Called within the click, so that the browser still takes it for one. */
  onSwitch: (on: boolean) => void;
  /** It cannot be switched now; what `describedBy` names says why. */
  disabled?: boolean;
  /** Id of the element that says more. */
  describedBy?: string | undefined;
  children: ComponentChildren;
}

/** Something that takes effect at once. */
export function Switch({ on, onSwitch, disabled, describedBy, children }: SwitchProps) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        aria-disabled={disabled}
        aria-describedby={describedBy}
        onClick={(event) => {
          const wanted = event.currentTarget.checked;
          // What is shown is what holds; it follows when the change has been made.
          event.currentTarget.checked = on;
          if (!disabled) onSwitch(wanted);
        }}
      />
      <span>{children}</span>
    </label>
  );
}
