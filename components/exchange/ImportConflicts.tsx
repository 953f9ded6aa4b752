import { useId, useState } from 'preact/hooks';
import type { Conflict, TakeRule } from '@/utils/exchange/import-choices';
import { formatNumber, type MessageKey, t } from '@/utils/i18n';
import type { ComparedField } from '@/utils/merge/plan';
import { ExchangeChoice } from './ExchangeChoice';
import { ImportConflict } from './ImportConflict';

export interface ImportConflictsProps {
  conflicts: readonly Conflict[];
  /** All that there are; more than the list holds. */
  count: number;
  rule: TakeRule;
  categoryName: (id: string) => string;
  onRule: (rule: TakeRule) => void;
  onField: (postKey: string, field: ComparedField, take: boolean) => void;
}

const RULES: readonly (readonly [TakeRule, MessageKey, MessageKey])[] = [
  ['keep', 'importRuleKeep', 'importRuleKeepHint'],
  ['newer', 'importRuleNewer', 'importRuleNewerHint'],
  ['theirs', 'importRuleTheirs', 'importRuleTheirsHint'],
];
const AT_ONCE = 50;

/** Posts of which the file says something else than what stands here, and what is to become of each field. */
export function ImportConflicts(props: ImportConflictsProps) {
  const { conflicts, count, rule, categoryName, onRule, onField } = props;
  const [shown, setShown] = useState(AT_ONCE);
  const id = useId();
  if (conflicts.length === 0) return null;
  const left = conflicts.length - shown;
  return (
    <section class="import-conflicts" aria-labelledby={id}>
      <h3 id={id}>{t('importConflicts', formatNumber(count))}</h3>
      <fieldset class="import-rules">
        <legend>{t('importRules')}</legend>
        {RULES.map(([each, name, hint]) => (
          <ExchangeChoice
            key={each}
            type="radio"
            name={id}
            checked={rule === each}
            onChange={() => onRule(each)}
            hint={t(hint)}
          >
            {t(name)}
          </ExchangeChoice>
        ))}
      </fieldset>
      <ol class="import-conflict-list">
        {conflicts.slice(0, shown).map((conflict, i) => (
          <ImportConflict
            key={`${conflict.row} ${conflict.postKey}`}
            conflict={conflict}
            isFirst={i === 0}
            categoryName={categoryName}
            onField={(field, take) => onField(conflict.postKey, field, take)}
          />
        ))}
      </ol>
      {left > 0 && (
        <button type="button" class="button" onClick={() => setShown(shown + AT_ONCE)}>
          {t('importShowMore', formatNumber(left))}
        </button>
      )}
      {count > conflicts.length && (
        <p class="muted">{t('importConflictsMore', formatNumber(count - conflicts.length))}</p>
      )}
    </section>
  );
}
