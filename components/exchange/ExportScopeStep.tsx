import { useId } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import { ExchangeChoice } from './ExchangeChoice';

export const EXPORT_SCOPES = ['all', 'view', 'selection'] as const;
export type ExportScope = (typeof EXPORT_SCOPES)[number];

export interface ExportScopeStepProps {
  value: ExportScope;
  counts: Readonly<Record<ExportScope, number>>;
  /** Whether the queue shows less than everything. */
  filtered: boolean;
  onChange: (scope: ExportScope) => void;
}

/** Which reports go out. What holds none cannot be chosen, and says why. */
export function ExportScopeStep({ value, counts, filtered, onChange }: ExportScopeStepProps) {
  const name = useId();
  const hints: Record<ExportScope, string | undefined> = {
    all: counts.all === 0 ? t('exportAllEmpty') : undefined,
    view: counts.view === 0 ? t('exportViewEmpty') : filtered ? undefined : t('exportViewUnfiltered'),
    selection: counts.selection === 0 ? t('exportSelectionEmpty') : undefined,
  };
  const words: Record<ExportScope, (count: string) => string> = {
    all: (count) => t('exportScopeAll', count),
    view: (count) => t('exportScopeView', count),
    selection: (count) => t('exportScopeSelection', count),
  };
  return (
    <fieldset>
      <legend>{t('exportScope')}</legend>
      {EXPORT_SCOPES.map((scope) => (
        <ExchangeChoice
          key={scope}
          type="radio"
          name={name}
          checked={scope === value}
          disabled={counts[scope] === 0}
          hint={hints[scope]}
          onChange={() => onChange(scope)}
        >
          {words[scope](formatNumber(counts[scope]))}
        </ExchangeChoice>
      ))}
    </fieldset>
  );
}
