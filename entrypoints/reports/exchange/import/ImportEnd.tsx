import { ImportProblems } from '@/components/exchange/ImportProblems';
import { t } from '@/utils/i18n';
import type { ImportStep } from './import-task';
import { saveProblems } from './save-problems';

export interface ImportEndProps {
  step: Extract<ImportStep, { at: 'ended' }>;
  onAgain: () => void;
}

/** What is left to say and to do after an import; its numbers and its undo stand in the list below. */
export function ImportEnd({ step: { file, result }, onAgain }: ImportEndProps) {
  const problems = result.state === 'done' ? result.problems : [];
  return (
    <>
      <ImportProblems
        problems={problems}
        count={problems.length}
        lead={t('importPicturesLead')}
        onSave={() => saveProblems(file.name, problems)}
      />
      <div class="exchange-actions">
        <button type="button" class="button primary" onClick={onAgain}>
          {t('importAnother')}
        </button>
      </div>
    </>
  );
}
