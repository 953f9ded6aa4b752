import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { foldForSearch } from '../../utils/search';
import { KeyHint } from '../KeyHint';
import { TAG_FIELD } from './field-ids';

export interface TagEditorProps {
  tags: readonly string[];
  /** Of all reports, to choose from. */
  known: readonly string[];
  /** Resolves to true once it is stored. */
  onTags: (change: { add: string[]; remove: string[] }) => Promise<boolean>;
}

const MAX_LENGTH = 40;

/** The tags of a report, each removable, and a field that adds one. */
export function TagEditor({ tags, known, onTags }: TagEditorProps) {
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const list = useId();

  async function add() {
    const tag = tidied(typed);
    if (!tag) return;
    if (tags.some((each) => foldForSearch(each) === foldForSearch(tag))) {
      setSaid(t('tagThere', tag));
      setTyped('');
    } else if (await onTags({ add: [spelling(tag, known)], remove: [] })) {
      setSaid(t('tagAdded', tag));
      setTyped('');
    }
  }
  async function remove(tag: string) {
    // The button that was pressed goes away.
    field.current?.focus();
    if (await onTags({ add: [], remove: [tag] })) setSaid(t('tagRemoved', tag));
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter is its own.
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    void add();
  };

  return (
    <div class="tag-editor">
      <label class="field-name" for={TAG_FIELD}>
        {t('tagTitle')} <KeyHint of="T" />
      </label>
      {tags.length > 0 && (
        <ul class="chips">
          {tags.map((tag) => (
            <li key={tag}>
              <button type="button" aria-label={t('tagRemove', tag)} onClick={() => void remove(tag)}>
                {tag} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="inline-field">
        <input
          ref={field}
          id={TAG_FIELD}
          type="text"
          list={list}
          maxLength={MAX_LENGTH}
          autocomplete="off"
          placeholder={t('tagHint')}
          aria-label={t('tagTitle')}
          aria-keyshortcuts="t"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <datalist id={list}>
          {known
            .filter((tag) => !tags.includes(tag))
            .map((tag) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
        <button type="button" class="button" aria-disabled={!tidied(typed)} onClick={() => void add()}>
          {t('tagAdd')}
        </button>
      </div>
      <span class="small muted" role="status">
        {said}
      </span>
    </div>
  );
}

/** Without the mark that some put before a tag, and with single spaces. */
export function tidied(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[\s#＃]+/, '')
    .trim();
}

/** As it is written on other reports, so that one tag does not become two by its case or width. */
function spelling(tag: string, known: readonly string[]): string {
  return known.find((each) => foldForSearch(each) === foldForSearch(tag)) ?? tag;
}
