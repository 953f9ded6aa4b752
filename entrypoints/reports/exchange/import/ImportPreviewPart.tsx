import { formatBytes } from '@/components/care/format-bytes';
import { ExchangeChoice } from '@/components/exchange/ExchangeChoice';
import { ImportConflicts } from '@/components/exchange/ImportConflicts';
import { ImportNumbers } from '@/components/exchange/ImportNumbers';
import { ImportProblems } from '@/components/exchange/ImportProblems';
import { ImportProgress } from '@/components/exchange/ImportProgress';
import { formatWord } from '@/components/exchange/import-words';
import { Notice } from '@/components/Notice';
import type { Names } from '@/components/ReportDetail';
import { conflictOf, type ImportChoices, withField, withRule } from '@/utils/exchange/import-choices';
import type { ImportPreview } from '@/utils/exchange/import-plan';
import type { Whose } from '@/utils/exchange/whose-file';
import { formatNumber, formatTime, t } from '@/utils/i18n';
import { plainName } from '@/utils/model/account';
import { ImportOwner } from './ImportOwner';
import type { ImportStep } from './import-task';
import { offerOf } from './offer';
import { saveProblems } from './save-problems';

export interface ImportPreviewPartProps {
  step: Extract<ImportStep, { at: 'preview' }>;
  names: Pick<Names, 'category'>;
  onWhose: (whose: Whose) => void;
  onChoices: (choices: ImportChoices) => void;
  onImport: () => void;
  onBack: () => void;
}

/** What importing a file would do, with all that the reader can choose before it is done. */
export function ImportPreviewPart({ step, names, onWhose, ...on }: ImportPreviewPartProps) {
  const { file, preview, choices, going } = step;
  const { counts, differing, problems } = preview;
  const offer = offerOf(preview);
  return (
    <div class="exchange-steps">
      <p>
        <strong class="import-headline">{plainName(file.name)}</strong>{' '}
        <span class="muted">{fileWords(file, preview)}</span>
      </p>
      {offer !== 'nothing-read' && <ImportOwner preview={preview} onWhose={onWhose} />}
      {going ? (
        <ImportProgress what={t('importComparing')} progress={{ ...going, of: 'bytes' }} />
      ) : (
        <>
          {offer !== 'nothing-read' && <ImportNumbers counts={counts} />}
          {counts.damaged > 0 && (
            <Notice tone="warning">{t('importDamaged', formatNumber(counts.damaged))}</Notice>
          )}
          <ImportProblems
            problems={problems}
            count={counts.problems}
            lead={t(offer === 'nothing-read' ? 'importProblemsNothing' : 'importProblemsLead')}
            onSave={() => saveProblems(file.name, problems)}
          />
          <ImportConflicts
            conflicts={differing.map((post) => conflictOf(choices, post))}
            count={counts.differs}
            rule={choices.rule}
            categoryName={names.category}
            onRule={(rule) => on.onChoices(withRule(choices, rule))}
            onField={(postKey, field, take) => on.onChoices(withField(choices, postKey, field, take))}
          />
          {preview.settings && preview.whose.mine && (
            <ExchangeChoice
              type="checkbox"
              checked={choices.settings}
              onChange={(settings) => on.onChoices({ ...choices, settings })}
              hint={t('importSettingsHint')}
            >
              {t('importSettings')}
            </ExchangeChoice>
          )}
          {offer === 'nothing-new' && <p>{t('importNothingNew')}</p>}
        </>
      )}
      <div class="exchange-actions">
        {(offer === 'import' || (offer === 'nothing-new' && choices.settings)) && (
          <button
            type="button"
            class="button primary"
            aria-disabled={going !== undefined}
            onClick={() => !going && on.onImport()}
          >
            {t('importStart')}
          </button>
        )}
        {offer === 'name-first' && <p class="muted">{t('importNameFirst')}</p>}
        <button type="button" class="button" onClick={on.onBack}>
          {t('importAnother')}
        </button>
      </div>
    </div>
  );
}

function fileWords({ size }: File, { format, head }: ImportPreview): string {
  const exported = head?.head && t('importExportedAt', formatTime(head.head.exportedAt));
  return [formatWord(format), formatBytes(size), exported].filter(Boolean).join(' · ');
}
