import type { Ref } from 'preact';
import { t } from '../utils/i18n';
import { KeyHint } from './KeyHint';

export interface CardNoteProps {
  note: string;
  fieldRef: Ref<HTMLTextAreaElement>;
  /** Present once there is a report to add the note to. */
  save?: { isSaved: boolean; onSave: () => void } | undefined;
  onNote: (note: string) => void;
}

/** A note is part of the report that is filed next; after that it is saved on the button and on leaving the field. */
export function CardNote({ note, fieldRef, save, onNote }: CardNoteProps) {
  return (
    <section class="card-note">
      <label class="field">
        <span>
          {t('cardNote')} <KeyHint of="N" />
        </span>
        <textarea
          ref={fieldRef}
          rows={2}
          value={note}
          aria-label={t('cardNote')}
          aria-keyshortcuts="n"
          placeholder={t('cardNoteHint')}
          onInput={(event) => onNote(event.currentTarget.value)}
          onBlur={() => save && !save.isSaved && save.onSave()}
        />
      </label>
      {save && (
        <button type="button" onClick={save.onSave} disabled={save.isSaved}>
          {t('actionSaveNote')}
        </button>
      )}
    </section>
  );
}
