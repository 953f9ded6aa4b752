import { useId } from 'preact/hooks';
import { t } from '@/utils/i18n';
import { Switch } from '../Switch';

export interface DayRuleProps {
  name: string;
  on: boolean;
  /** As typed. */
  days: string;
  /** Why what was typed does not do; absent while it does. */
  problem: string | undefined;
  onSwitch: (on: boolean) => void;
  onDays: (days: string) => void;
}

/** One rule with its number of days. */
export function DayRule({ name, on, days, problem, onSwitch, onDays }: DayRuleProps) {
  const id = useId();
  return (
    <div class="care-rule">
      <Switch on={on} onSwitch={onSwitch}>
        {name}
      </Switch>
      <div class="row care-days">
        <input
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={days}
          disabled={!on}
          aria-label={t('careDaysOf', name)}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id} ${id}-problem` : id}
          onInput={(event) => onDays(event.currentTarget.value)}
        />
        <span id={id} class="small">
          {t('careDaysAfter')}
        </span>
      </div>
      {problem && (
        <p id={`${id}-problem`} class="care-problem small">
          {problem}
        </p>
      )}
    </div>
  );
}
