import { useId } from 'preact/hooks';
import { type HandoverForm, isSecondHand } from '../../utils/handover/define-form';
import { formatTime, localized, t } from '../../utils/i18n';

export interface ChannelChoiceProps {
  forms: readonly HandoverForm[];
  /** Ids. */
  suggested: string | undefined;
  chosen: string;
  onChoose: (id: string) => void;
}

/** Where a report is handed in: the forms that take it, the one to begin with marked in words. */
export function ChannelChoice({ forms, suggested, chosen, onChoose }: ChannelChoiceProps) {
  const name = useId();
  return (
    <fieldset class="handover-channels">
      <legend class="handover-label">{t('handoverWhere')}</legend>
      {forms.map((form) => (
        <label key={form.id} class="handover-option">
          <input
            type="radio"
            name={name}
            value={form.id}
            checked={form.id === chosen}
            onChange={() => onChoose(form.id)}
          />
          <span>
            {localized(form.name)}
            {form.id === suggested && <span class="handover-mark">{t('handoverSuggested')}</span>}
            {form.standing === 'firm' && <span class="muted small"> · {t('handoverOnlyFirm')}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** How to get to the form, what to know before, and on what its fields rest. */
export function ChannelFacts({ form }: { form: HandoverForm }) {
  return (
    <div class="handover-facts">
      {form.standing === 'firm' && <p class="handover-warning">{t('handoverFirm')}</p>}
      <p>{localized(form.where)}</p>
      {form.page && (
        <p>
          <a href={form.page} target="_blank" rel="noreferrer">
            {t('handoverOpenPage', form.page)}
          </a>
        </p>
      )}
      {form.before.length > 0 && (
        <ul class="handover-before">
          {form.before.map((each) => (
            <li key={each.zh_CN}>{localized(each)}</li>
          ))}
        </ul>
      )}
      <details class="small muted">
        <summary>
          {t(isSecondHand(form) ? 'handoverSecondHand' : 'handoverFirstHand', day(form.checked))}
        </summary>
        {form.missing && <p>{localized(form.missing)}</p>}
        <ul>
          {form.sources.map(({ id, grade, what }) => (
            <li key={id}>{t('handoverSource', localized(what), id, grade)}</li>
          ))}
        </ul>
        {form.sources.length === 0 && <p>{t('handoverNoSource')}</p>}
      </details>
    </div>
  );
}

/** Without the time, which a day does not have. */
function day(checked: string): string {
  return formatTime(`${checked}T00:00`).replace(/[,，]?\s*\d{1,2}:\d\d.*$/, '');
}
