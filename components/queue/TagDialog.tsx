import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Modal } from './Modal';

export interface TagDialogProps {
  /** What is tagged, in words. */
  target: string;
  /** Tags that some of the reports have. */
  present: readonly string[];
  /** Tags of all reports, to choose from. */
  known: readonly string[];
  /** Resolves to false when it was not stored: the dialog stays with what was typed. */
  onChange: (change: { add: string[]; remove: string[] }) => Promise<boolean>;
  onClose: () => void;
}

/** Gives a tag to reports, or takes one of theirs away. */
export function TagDialog({ target, present, known, onChange, onClose }: TagDialogProps) {
  const [tag, setTag] = useState('');
  const list = useId();
  const change = async (add: string[], remove: string[]) => {
    if (await onChange({ add, remove })) onClose();
  };
  const add = (event: Event) => {
    event.preventDefault();
    const tags = tagsIn(tag);
    if (tags.length > 0) void change(tags, []);
  };
  return (
    <Modal title={t('queueTagTitle', target)} onClose={onClose}>
      <form onSubmit={add}>
        <label class="field">
          <span class="field-name">{t('queueTagNew')}</span>
          <input list={list} value={tag} onInput={({ currentTarget }) => setTag(currentTarget.value)} />
        </label>
        <datalist id={list}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <div class="row">
          <button type="submit" class="button primary">
            {t('queueTagAdd')}
          </button>
        </div>
      </form>
      {present.length > 0 && (
        <section>
          <h3>{t('queueTagsPresent')}</h3>
          <div class="queue-dialog-tags">
            {present.map((each) => (
              <button key={each} type="button" class="button" onClick={() => void change([], [each])}>
                {t('queueTagRemove', each)}
              </button>
            ))}
          </div>
        </section>
      )}
    </Modal>
  );
}

/** Tags as they are typed: several may stand between commas, a leading # is only its sign. */
export function tagsIn(typed: string): string[] {
  const tags = typed.split(/[,，、]/).map((each) =>
    each
      .trim()
      .replace(/^[#＃]+/, '')
      .trim(),
  );
  return [...new Set(tags.filter(Boolean))];
}
