import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { OUTCOMES, type Outcome } from '../../utils/model/handover';
import { outcomeWord } from './case-words';
import { fromLocalField, toLocalField } from './local-time';

/** What came of a case. */
export interface OutcomeNote {
  outcome: Outcome;
  /** Absent while it is open. */
  outcomeAt?: number;
  queryCode: string;
  note: string;
}

export interface OutcomeFormProps {
  /** What is noted already. */
  known: OutcomeNote;
  now: () => number;
  /** Resolves to false when it was not stored: the form stays with what was typed. */
  onSave: (noted: OutcomeNote) => Promise<boolean>;
  onClose: () => void;
}

/** Notes the answer to a case, or its query code when that came later. */
export function OutcomeForm({ known, now, onSave, onClose }: OutcomeFormProps) {
  const [outcome, setOutcome] = useState(known.outcome);
  const [at, setAt] = useState(toLocalField(known.outcomeAt ?? now()));
  const [queryCode, setQueryCode] = useState(known.queryCode);
  const [note, setNote] = useState(known.note);
  const time = fromLocalField(at, now());
  const isReady = outcome === 'open' || time !== undefined;
  async function save() {
    if (!isReady) return;
    const noted = { outcome, queryCode: queryCode.trim(), note: note.trim() };
    await onSave({ ...noted, ...(outcome !== 'open' && time !== undefined && { outcomeAt: time }) });
  }
  return (
    <form
      class="case-form"
      aria-label={t('caseNoteOutcome')}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <OutcomeSelect outcome={outcome} onOutcome={setOutcome} />
      {outcome !== 'open' && (
        <Field
          name={t('caseOutcomeAt')}
          type="datetime-local"
          value={at}
          invalid={time === undefined}
          onValue={setAt}
        />
      )}
      <Field name={t('handoverCode')} type="text" value={queryCode} onValue={setQueryCode} />
      <Field name={t('handoverNote')} type="text" value={note} onValue={setNote} />
      <div class="row">
        <button type="submit" class="button primary" disabled={!isReady}>
          {t('caseSave')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('actionCancel')}
        </button>
        <span class="small handover-over" role="status">
          {!isReady && t('handoverAtInvalid')}
        </span>
      </div>
    </form>
  );
}

/** Has the focus when the form opens. */
function OutcomeSelect({ outcome, onOutcome }: { outcome: Outcome; onOutcome: (outcome: Outcome) => void }) {
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => select.current?.focus(), []);
  return (
    <label class="field">
      <span class="field-name">{t('caseOutcome')}</span>
      <select
        ref={select}
        value={outcome}
        onChange={({ currentTarget }) => onOutcome(currentTarget.value as Outcome)}
      >
        {OUTCOMES.map((each) => (
          <option key={each} value={each}>
            {outcomeWord(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface FieldProps {
  name: string;
  type: 'text' | 'datetime-local';
  value: string;
  invalid?: boolean;
  onValue: (value: string) => void;
}

function Field({ name, type, value, invalid = false, onValue }: FieldProps) {
  const id = useId();
  const shared = {
    value,
    'aria-invalid': invalid,
    onInput: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onValue(currentTarget.value),
  };
  return (
    <div class="field">
      <label class="field-name" for={id}>
        {name}
      </label>
      {type === 'text' ? (
        <input id={id} type="text" autocomplete="off" {...shared} />
      ) : (
        <input id={id} type="datetime-local" {...shared} />
      )}
    </div>
  );
}
