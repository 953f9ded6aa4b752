import { useRef } from 'preact/hooks';
import { localized, t } from '../utils/i18n';
import type { Localized } from '../utils/model/localized';

/** A rule that marks nothing; without a name when no pack of this version has it. */
export interface MutedRule {
  id: string;
  known?: { category: Localized; campaign: Localized; reason: Localized };
}

export interface MutedRulesProps {
  rules: readonly MutedRule[];
  onTurnOn: (rule: string) => void;
}

/** The rules that the reader silenced, each with the way back. */
export function MutedRules({ rules, onTurnOn }: MutedRulesProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const turnOn = (rule: string) => {
    // The button goes with its rule; the heading keeps the place of the focus.
    heading.current?.focus();
    onTurnOn(rule);
  };
  return (
    <section class="muted-rules">
      <h2 ref={heading} tabIndex={-1}>
        {t('optionsMuted')}
      </h2>
      <p class="muted small">{t('optionsMutedHint')}</p>
      {rules.length === 0 ? (
        <p class="none">{t('optionsMutedNone')}</p>
      ) : (
        <ul>
          {rules.map((rule) => (
            <MutedRow key={rule.id} rule={rule} onTurnOn={() => turnOn(rule.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MutedRow({ rule: { id, known }, onTurnOn }: { rule: MutedRule; onTurnOn: () => void }) {
  const name = known ? localized(known.reason) : t('findingRuleGone', id);
  return (
    <li>
      <div>
        <p>{name}</p>
        {known && (
          <p class="muted small">
            {t('categoryCampaign', localized(known.category), localized(known.campaign))}
          </p>
        )}
      </div>
      <button type="button" class="button" aria-label={t('optionsUnmuteOf', name)} onClick={onTurnOn}>
        {t('optionsUnmute')}
      </button>
    </li>
  );
}
