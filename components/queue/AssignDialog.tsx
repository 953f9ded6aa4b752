import { useId, useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { Modal } from './Modal';

export interface AssignDialogProps {
  /** What is assigned, in words. */
  target: string;
  /** The reader's own name; empty when none was given. */
  reviewer: string;
  /** Names that reports have, to choose from. */
  known: readonly string[];
  /** Nobody's when empty. Resolves to false when it was not stored: the dialog stays with what was typed. */
  onAssign: (name: string) => Promise<boolean>;
  onClose: () => void;
}

/** Says whose reports are: a name that stays on this machine. */
export function AssignDialog({ target, reviewer, known, onAssign, onClose }: AssignDialogProps) {
  const [name, setName] = useState('');
  const list = useId();
  const assign = async (to: string) => {
    if (await onAssign(to)) onClose();
  };
  return (
    <Modal title={t('queueAssignTitle', target)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) void assign(name.trim());
        }}
      >
        <label class="field">
          <span class="field-name">{t('queueAssignName')}</span>
          <input list={list} value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        <datalist id={list}>
          {known.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        {reviewer === '' && <p class="muted small">{t('queueAssignNoName')}</p>}
        <div class="row">
          <button type="submit" class="button primary">
            {t('queueAssignTo')}
          </button>
          {reviewer !== '' && (
            <button type="button" class="button" onClick={() => void assign(reviewer)}>
              {t('queueAssignMe', reviewer)}
            </button>
          )}
          <button type="button" class="button" onClick={() => void assign('')}>
            {t('queueAssignNobody')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
