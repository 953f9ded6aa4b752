import { useId, useState } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { Reviewer } from '@/utils/model/account';
import { ExchangeChoice } from './ExchangeChoice';
import { reviewerWord } from './import-words';

export interface ImportWhoseProps {
  mine: boolean;
  /** It says that it was made by this very copy of the extension. */
  isFromHere: boolean;
  sender: Reviewer | undefined;
  /** Reviewers that rows of the file name, where it holds several. */
  named: readonly Reviewer[];
  /** Rows that name nobody. */
  nameless: number;
  onMine: (mine: boolean) => void;
  /** Who made a file that names nobody. */
  onSender: (name: string) => void;
}

/** Whose file it is, and so what becomes of its reports. */
export function ImportWhose(props: ImportWhoseProps) {
  const { mine, isFromHere, sender, named, nameless, onMine, onSender } = props;
  const name = useId();
  return (
    <fieldset>
      <legend>{t('importWhose')}</legend>
      {isFromHere && <p>{t('importFromHere')}</p>}
      {named.length > 1 && (
        <p class="muted">{t('importNamed', named.map(reviewerWord).join(t('listSeparator')))}</p>
      )}
      <ExchangeChoice
        type="radio"
        name={name}
        checked={!mine}
        onChange={() => onMine(false)}
        hint={t('importTheirsHint')}
      >
        {sender && !mine ? t('importTheirsOf', reviewerWord(sender)) : t('importTheirs')}
      </ExchangeChoice>
      {!mine && nameless > 0 && <SenderName sender={sender} onSender={onSender} />}
      <ExchangeChoice
        type="radio"
        name={name}
        checked={mine}
        disabled={named.length > 1}
        onChange={() => onMine(true)}
        hint={t(named.length > 1 ? 'importMineNot' : 'importMineHint')}
      >
        {t('importMine')}
      </ExchangeChoice>
    </fieldset>
  );
}

function SenderName({ sender, onSender }: Pick<ImportWhoseProps, 'sender' | 'onSender'>) {
  const [name, setName] = useState(sender?.name ?? '');
  const id = useId();
  return (
    <form
      class="import-sender row"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onSender(name);
      }}
    >
      <label for={id}>{t('importSenderName')}</label>
      <input
        type="text"
        id={id}
        class="import-name"
        value={name}
        maxLength={100}
        onInput={({ currentTarget }) => setName(currentTarget.value)}
      />
      <button type="submit" class="button" disabled={!name.trim()}>
        {t('importSenderUse')}
      </button>
    </form>
  );
}
