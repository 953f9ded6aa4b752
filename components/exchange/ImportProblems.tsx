import { useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import type { ImportProblem } from '@/utils/import/problems';
import { problemPlace, problemWord } from './import-words';

export interface ImportProblemsProps {
  problems: readonly ImportProblem[];
  /** All that there were; more than the list holds. */
  count: number;
  /** Said below the title. */
  lead: string;
  onSave: () => void;
}

const AT_ONCE = 20;

/** What is wrong with a file, row by row. */
export function ImportProblems({ problems, count, lead, onSave }: ImportProblemsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const left = problems.length - shown;
  if (problems.length === 0) return null;
  return (
    <section class="import-problems notice notice-warning" aria-label={t('importProblems')}>
      <h3>{t('importProblemsCount', formatNumber(count))}</h3>
      <p>{lead}</p>
      <ul class="import-problem-list">
        {problems.slice(0, shown).map((problem, i) => (
          <ProblemItem key={i} problem={problem} />
        ))}
      </ul>
      <div class="row">
        {left > 0 && (
          <button type="button" class="button" onClick={() => setShown(shown + 5 * AT_ONCE)}>
            {t('importShowMore', formatNumber(left))}
          </button>
        )}
        <button type="button" class="button" onClick={onSave}>
          {t('importProblemsSave')}
        </button>
      </div>
    </section>
  );
}

/** One problem as a sentence, with what was found. */
export function ProblemItem({ problem }: { problem: ImportProblem }) {
  const place = problemPlace(problem);
  return (
    <li>
      {place && <strong>{place}</strong>} {problemWord(problem)}{' '}
      {problem.detail && <code class="muted">{problem.detail}</code>}
    </li>
  );
}
