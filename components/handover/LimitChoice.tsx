import { useId } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';

export interface LimitChoiceProps {
  limits: readonly number[];
  chosen: number;
  onChoose: (limit: number) => void;
}

/** For forms of which copies with another limit are known. */
export function LimitChoice({ limits, chosen, onChoose }: LimitChoiceProps) {
  const name = useId();
  return (
    <fieldset class="row handover-limits">
      <legend class="visually-hidden">{t('handoverLimit')}</legend>
      <span aria-hidden="true">{t('handoverLimit')}</span>
      {limits.map((limit) => (
        <label key={limit} class="handover-option">
          <input
            type="radio"
            name={name}
            value={limit}
            checked={limit === chosen}
            onChange={() => onChoose(limit)}
          />
          {t('handoverLimitOf', formatNumber(limit))}
        </label>
      ))}
    </fieldset>
  );
}
