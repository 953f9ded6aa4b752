import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { type NameProblem, nameProblem } from '../../utils/views/saved-views';
import { LONGEST_NAME } from '../../utils/views/stored-views';
import type { NamedView } from './ViewMenu';

export interface ViewNameFormProps {
  /** What is written at first. */
  name: string;
  views: readonly NamedView[];
  /** The view that is renamed. */
  own?: string;
  onName: (name: string) => void;
  onCancel: () => void;
}

/** Asks for the name of a view, in place; Esc gives up. */
export function ViewNameForm({ name, views, own, onName, onCancel }: ViewNameFormProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<NameProblem>();
  useLayoutEffect(() => field.current?.select(), []);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const written = field.current?.value ?? '';
    const found = nameProblem(written, views, own);
    setProblem(found);
    if (found) field.current?.focus();
    else onName(written.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' && !event.isComposing) onCancel();
  };
  return (
    <form class="view-form" onSubmit={submit} onKeyDown={onKeyDown}>
      <input
        ref={field}
        type="text"
        class="view-field"
        aria-label={t('viewName')}
        aria-invalid={problem !== undefined}
        aria-describedby={id}
        defaultValue={name}
      />
      <button type="submit" class="button primary">
        {t('viewSave')}
      </button>
      <button type="button" class="button" onClick={onCancel}>
        {t('actionCancel')}
      </button>
      <span id={id} role="alert" class="view-problem">
        {problem && problemWord(problem)}
      </span>
    </form>
  );
}

function problemWord(problem: NameProblem): string {
  if (problem === 'empty') return t('viewNameEmpty');
  return problem === 'long' ? t('viewNameLong', LONGEST_NAME) : t('viewNameTaken');
}
