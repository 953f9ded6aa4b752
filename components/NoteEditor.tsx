import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';

export interface NoteEditorProps {
  note: string;
  /** Resolves to true once the note is stored. */
  onSave: (note: string) => Promise<boolean>;
}

/** Saves on the button and on leaving the field: choosing another report must not lose what was typed. */
export function NoteEditor({ note, onSave }: NoteEditorProps) {
  const [text, setText] = useState(note);
  const [saved, setSaved] = useState(false);
  const stored = useRef(note);
  useEffect(() => {
    // A change from elsewhere shows up unless it would overwrite what is being typed.
    if (text === stored.current) setText(note);
    stored.current = note;
  }, [note]);

  async function save() {
    const before = stored.current;
    if (text === before) return;
    stored.current = text;
    const ok = await onSave(text);
    if (!ok) stored.current = before;
    setSaved(ok);
  }

  return (
    <div class="note-editor">
      <label class="field">
        <span class="field-name">{t('cardNote')}</span>
        <textarea
          rows={3}
          placeholder={t('cardNoteHint')}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setSaved(false);
          }}
          onBlur={() => void save()}
        />
      </label>
      <div class="row">
        <button type="button" class="button" disabled={text === stored.current} onClick={() => void save()}>
          {t('actionSaveNote')}
        </button>
        <span class="small" role="status">
          {saved && t('stateNoteSaved')}
        </span>
      </div>
    </div>
  );
}
