import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import { NOTE_FIELD } from './detail/field-ids';
import { KeyHint } from './KeyHint';
import { Notice } from './Notice';

export interface NoteEditorProps {
  note: string;
  /** What was typed earlier in this page and could not be stored. */
  unsaved?: string | undefined;
  /** What is typed and not stored; `undefined` once nothing is. */
  onUnsaved: (text: string | undefined) => void;
  /** Resolves to true once the note is stored. */
  onSave: (note: string) => Promise<boolean>;
}

type SaveState = 'unasked' | 'saved' | 'failed';

/** Saves on the button and on leaving the field: choosing another report must not lose what was typed. */
export function NoteEditor({ note, unsaved, onUnsaved, onSave }: NoteEditorProps) {
  const [text, setText] = useState(unsaved ?? note);
  const [state, setState] = useState<SaveState>(unsaved === undefined ? 'unasked' : 'failed');
  const [stored, setStored] = useState(note);
  const [elsewhere, setElsewhere] = useState<string>();
  /** What is stored, or on its way there: handlers may run before the next render. */
  const sent = useRef(note);
  useLayoutEffect(() => {
    // A change from elsewhere shows up unless it would overwrite what is being typed.
    if (text === stored) setText(note);
    else if (text !== note && note !== sent.current) setElsewhere(note);
    setStored(note);
    sent.current = note;
  }, [note]);
  const isSaved = text === stored;

  async function save() {
    // Leaving the field by its button says it twice.
    if (text === sent.current) return;
    sent.current = text;
    const ok = await onSave(text);
    setState(ok ? 'saved' : 'failed');
    if (!ok) {
      sent.current = stored;
      onUnsaved(text);
      return;
    }
    setStored(text);
    setElsewhere(undefined);
    onUnsaved(undefined);
  }
  function type(typed: string) {
    setText(typed);
    onUnsaved(typed === stored ? undefined : typed);
    if (state === 'saved') setState('unasked');
  }

  return (
    <div class="note-editor">
      <label class="field" for={NOTE_FIELD}>
        <span class="field-name">
          {t('cardNote')} <KeyHint of="N" />
        </span>
      </label>
      <textarea
        id={NOTE_FIELD}
        rows={3}
        placeholder={t('cardNoteHint')}
        aria-label={t('cardNote')}
        aria-keyshortcuts="n"
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => void save()}
      />
      <div class="row">
        <button type="button" class="button" disabled={isSaved} onClick={() => void save()}>
          {t('actionSaveNote')}
        </button>
        {!isSaved && <span class="small unsaved">{t('detailUnsaved')}</span>}
        <span class="small" role="status">
          {isSaved && state === 'saved' && t('stateNoteSaved')}
        </span>
      </div>
      {!isSaved && elsewhere !== undefined && (
        <p class="muted small">{t('detailNoteElsewhere', elsewhere || t('valueEmpty'))}</p>
      )}
      {!isSaved && state === 'failed' && <UnsavedNote text={text} />}
    </div>
  );
}

/** What to do with a note that the database did not take. */
export function UnsavedNote({ text }: { text: string }) {
  const [copied, setCopied] = useState<'yes' | 'refused'>();
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  return (
    <Notice tone="error">
      <p>{t('detailNoteKept')}</p>
      <div class="row">
        <button type="button" class="button" onClick={() => void copy()}>
          {t('detailCopyNote')}
        </button>
        <span role="status">{copied && t(copied === 'yes' ? 'stateCopied' : 'detailCopyRefused')}</span>
      </div>
    </Notice>
  );
}
