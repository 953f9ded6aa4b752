import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface NameFieldProps {
  id?: string;
  label: string;
  action: string;
  /** Names to choose from. */
  known?: readonly string[];
  /** The field came into being by a press, and is what comes next. */
  isNext?: boolean;
  /** Resolves to true once it is stored; the field is then empty again. Rejects with words for the person. */
  onName: (name: string) => Promise<boolean>;
}

const MAX_LENGTH = 40;

/** A person's name, taken on Enter or on the button. */
export function NameField({ id, label, action, known = [], isNext = false, onName }: NameFieldProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  useLayoutEffect(() => {
    if (isNext) field.current?.focus();
  }, []);
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  async function submit() {
    if (!name) return;
    try {
      if (await onName(name)) setTyped('');
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }
  return (
    <div class="inline-field">
      <input
        {...(id && { id })}
        ref={field}
        type="text"
        list={list}
        aria-label={label}
        placeholder={label}
        maxLength={MAX_LENGTH}
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          // While an input method composes, Enter is its own.
          if (event.key !== 'Enter' || event.isComposing) return;
          event.preventDefault();
          void submit();
        }}
      />
      <datalist id={list}>
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <button type="button" class="button" aria-disabled={!name} onClick={() => void submit()}>
        {action}
      </button>
      {problem && (
        <p class="small" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
