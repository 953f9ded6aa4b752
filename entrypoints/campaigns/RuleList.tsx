import { ConfidenceMark } from '@/components/ConfidenceMark';
import { localized, t } from '@/utils/i18n';
import type { Rule } from '@/utils/rules/schema';

/** What each rule sees, how far that reaches, and the words of the notice that it rests on. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  return (
    <section>
      <h4>{t('rulesTitle', rules.length)}</h4>
      {rules.length === 0 && <p class="muted">{t('rulesNone')}</p>}
      <ul class="rules">
        {rules.map(({ id, reason, basis, confidence }) => (
          <li key={id}>
            <p>
              {localized(reason)} <ConfidenceMark confidence={confidence} />
            </p>
            <p class="small muted">{t('ruleBasis', localized(basis))}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
