import type { ComponentChildren, Ref } from 'preact';
import { t } from '@/utils/i18n';
import { countPolicies, POLICIES, type Policy } from '@/utils/rules/catalogue';
import { PolicyBar } from './PolicyBar';
import { policyWord } from './words';

const COUNTS = countPolicies();
const TOTAL = POLICIES.reduce((sum, policy) => sum + COUNTS[policy], 0);

export interface OverviewProps {
  text: string;
  policy: Policy | '';
  searchRef: Ref<HTMLInputElement>;
  onChange: (change: { text?: string; policy?: Policy | '' }) => void;
  /** What came of it, under the search field. */
  children: ComponentChildren;
}

/** How the categories divide, and the two ways to narrow them; the legend of the bar is the filter. */
export function Overview({ text, policy, searchRef, onChange, children }: OverviewProps) {
  const parts = POLICIES.map((each) => t('campaignsChartPart', policyWord(each), COUNTS[each]));
  return (
    <search class="overview">
      <div>
        <label class="field">
          <span class="field-name">{t('filterText')}</span>
          <input
            ref={searchRef}
            type="search"
            placeholder={t('campaignsSearchHint')}
            value={text}
            // While an input method composes, its spelling is not yet what the person means.
            onInput={(event) => !event.isComposing && onChange({ text: event.currentTarget.value })}
            onCompositionEnd={(event) => onChange({ text: event.currentTarget.value })}
          />
        </label>
        {children}
      </div>
      <fieldset class="policies">
        <legend class="field-name">{t('campaignsFilter')}</legend>
        <PolicyBar counts={COUNTS} label={t('campaignsChart', TOTAL, parts.join(t('listSeparator')))} />
        {(['', ...POLICIES] as const).map((each) => (
          <label key={each} class="policy-choice">
            <input
              type="radio"
              name="policy"
              checked={policy === each}
              onChange={() => onChange({ policy: each })}
            />
            {each && <span class={`swatch policy-${each}`} aria-hidden="true" />}
            {each ? policyWord(each) : t('campaignsFilterAll')}{' '}
            <span class="count">{each ? COUNTS[each] : TOTAL}</span>
          </label>
        ))}
      </fieldset>
    </search>
  );
}
