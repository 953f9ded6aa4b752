import { useId } from 'preact/hooks';
import { formatNumber, t } from '../../utils/i18n';
import type { CheckChoice, CheckId, CheckTally } from '../../utils/model/concern';
import { checkName, checkWhy } from './check-words';

export interface PrecheckSummaryProps {
  /** Of how many reports. */
  total: number;
  /** Of checks that found something. */
  tallies: readonly CheckTally[];
  /** What was chosen; it starts with `defaultChoices` (utils/precheck/choices). */
  choices: ReadonlyMap<CheckId, CheckChoice>;
  onChoice: (check: CheckId, choice: CheckChoice) => void;
  /** Leads to the reports in the queue. */
  onShow?: (check: CheckId) => void;
}

/** What many reports raise before they leave: for each check how many, why it matters, and whether they go along. */
export function PrecheckSummary({ total, tallies, choices, onChoice, onShow }: PrecheckSummaryProps) {
  if (tallies.length === 0) return <p role="status">{t('checkSummaryNothing', formatNumber(total))}</p>;
  const open = tallies.filter(({ check, count }) => count > 0 && !choices.has(check)).length;
  return (
    <div class="precheck">
      <p role="status" class="precheck-open">
        {open > 0 ? t('checkOpenCount', open) : t('checkAllSettled')}
      </p>
      <ul class="precheck-list">
        {tallies.map((tally) => (
          <TallyItem
            key={tally.check}
            total={total}
            tally={tally}
            choice={choices.get(tally.check)}
            onChoice={(choice) => onChoice(tally.check, choice)}
            onShow={onShow && (() => onShow(tally.check))}
          />
        ))}
      </ul>
    </div>
  );
}

interface TallyItemProps {
  total: number;
  tally: CheckTally;
  choice: CheckChoice | undefined;
  onChoice: (choice: CheckChoice) => void;
  onShow: (() => void) | undefined;
}

function TallyItem({ total, tally, choice, onChoice, onShow }: TallyItemProps) {
  const { check, count, passed } = tally;
  const id = useId();
  const radio = (value: CheckChoice, words: string) => (
    <label class="precheck-choice">
      <input type="radio" name={id} checked={choice === value} onChange={() => onChoice(value)} />
      {words}
    </label>
  );
  return (
    <li class="precheck-concern">
      <div role="radiogroup" aria-labelledby={`${id}-name`} aria-describedby={`${id}-count ${id}-why`}>
        <h4 id={`${id}-name`} class="precheck-name">
          {checkName(check)}
        </h4>
        <p id={`${id}-count`}>
          {t('checkSummaryOf', formatNumber(count), formatNumber(total))}
          {passed > 0 && <span class="muted"> · {t('checkSummaryPassed', formatNumber(passed))}</span>}
        </p>
        <p id={`${id}-why`} class="muted small">
          {checkWhy(check)}
        </p>
        {count > 0 && (
          <div class="row">
            {radio('leave', t('checkLeave'))}
            {radio('take', t('checkTake'))}
            {!choice && <span class="precheck-must small">{t('checkMustChoose')}</span>}
            {onShow && (
              <button
                type="button"
                class="button quiet"
                aria-label={t('checkShowNamed', checkName(check))}
                onClick={onShow}
              >
                {t('checkShow')}
              </button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
