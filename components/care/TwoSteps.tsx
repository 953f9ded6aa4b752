import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface TwoStepsProps {
  first: string;
  /** What the second step does, to be read before it is taken. */
  consequence: string;
  yes: string;
  no: string;
  onYes: () => void;
}

/** For what cannot be undone: the first press only says what the second would do. */
export function TwoSteps({ first, consequence, yes, no, onYes }: TwoStepsProps) {
  const [asking, setAsking] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const refusal = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (asking) refusal.current?.focus();
    else if (asked.current) button.current?.focus();
    asked.current = asking;
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class="button danger" ref={button} onClick={() => setAsking(true)}>
        {first}
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons
    <div
      role="group"
      class="care-asking"
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && setAsking(false)}
    >
      <p id={id}>{consequence}</p>
      <div class="row">
        <button
          type="button"
          class="button"
          ref={refusal}
          aria-describedby={id}
          onClick={() => setAsking(false)}
        >
          {no}
        </button>
        <button
          type="button"
          class="button danger"
          aria-describedby={id}
          onClick={() => {
            setAsking(false);
            onYes();
          }}
        >
          {yes}
        </button>
      </div>
    </div>
  );
}
