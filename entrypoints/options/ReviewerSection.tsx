import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { reviewer } from '@/utils/storage/settings';

interface ReviewerSectionProps {
  attempt: (change: Promise<void>, done?: () => void) => void;
}

const MAX_LENGTH = 40;

/** The reader's own name, which says in the histories of reports who changed them. */
export function ReviewerSection({ attempt }: ReviewerSectionProps) {
  const [stored, setStored] = useState<string>();
  const [typed, setTyped] = useState('');
  const [isSaved, setSaved] = useState(false);
  const field = useId();
  useEffect(() => {
    const follow = (name: string) => {
      setStored(name);
      setTyped(name);
    };
    void reviewer.getValue().then(follow);
    return reviewer.watch(follow);
  }, []);
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim();
  const save = () => {
    if (name === stored) return;
    attempt(reviewer.setValue(name), () => setSaved(true));
  };
  return (
    <section class="reviewer-name">
      <h2>{t('detailOwnName')}</h2>
      <p class="muted small">{t('optionsReviewerHint')}</p>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label class="visually-hidden" for={field}>
          {t('detailOwnName')}
        </label>
        <input
          id={field}
          type="text"
          maxLength={MAX_LENGTH}
          autocomplete="off"
          disabled={stored === undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setSaved(false);
          }}
          onBlur={save}
        />
        <button type="submit" class="button" aria-disabled={name === stored}>
          {t('detailSaveName')}
        </button>
        <span class="small" role="status">
          {isSaved && t(name ? 'detailNameSaved' : 'detailNameRemoved')}
        </span>
      </form>
    </section>
  );
}
