import { useId } from 'preact/hooks';
import { type MessageKey, t } from '../utils/i18n';
import { PICTURE_CHOICES, type PictureChoice } from '../utils/model/picture';

export interface PictureChoicesProps {
  value: PictureChoice;
  onChange: (value: PictureChoice) => void;
}

const WORDS: Record<PictureChoice, { name: MessageKey; hint: MessageKey }> = {
  keep: { name: 'picturesKeep', hint: 'picturesKeepHint' },
  ask: { name: 'picturesAsk', hint: 'picturesAskHint' },
  none: { name: 'picturesNone', hint: 'picturesNoneHint' },
};

/** What becomes of a picture of a reported post. */
export function PictureChoices({ value, onChange }: PictureChoicesProps) {
  const id = useId();
  return (
    <fieldset class="picture-choices" aria-describedby={id}>
      <legend>{t('picturesTitle')}</legend>
      <p class="muted small" id={id}>
        {t('picturesHint')}
      </p>
      {PICTURE_CHOICES.map((choice) => (
        <div key={choice} class="picture-choice">
          <input
            type="radio"
            id={`${id}-${choice}`}
            name={id}
            value={choice}
            checked={choice === value}
            aria-describedby={`${id}-${choice}-hint`}
            onChange={() => onChange(choice)}
          />
          <label for={`${id}-${choice}`}>{t(WORDS[choice].name)}</label>
          <p class="muted small" id={`${id}-${choice}-hint`}>
            {t(WORDS[choice].hint)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
