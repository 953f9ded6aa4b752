import { useState } from 'preact/hooks';
import { formatNumber, t } from '@/utils/i18n';
import type { ProblemGroup } from './found';
import { problemWords } from './problem-words';

export interface ProblemGroupsProps {
  groups: readonly ProblemGroup[];
  reportName: (reportId: string) => string | undefined;
  onOpen: (reportId: string) => void;
}

const AT_ONCE = 50;

/** Problems in words, report by report. */
export function ProblemGroups({ groups, reportName, onOpen }: ProblemGroupsProps) {
  const [shown, setShown] = useState(AT_ONCE);
  const more = groups.length - shown;
  return (
    <>
      <ul class="care-list" aria-label={t('careProblems')}>
        {groups.slice(0, shown).map(({ reportId, problems }) => (
          <li key={reportId ?? ''} class="care-item">
            <GroupTitle reportId={reportId} reportName={reportName} onOpen={onOpen} />
            <ul class="care-lines">
              {problems.map((problem) => (
                <li key={`${problem.table} ${problem.key} ${problem.kind}`}>{problemWords(problem)}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="button" onClick={() => setShown(shown + AT_ONCE)}>
          {t('careShowMore', formatNumber(more))}
        </button>
      )}
    </>
  );
}

function GroupTitle({
  reportId,
  reportName,
  onOpen,
}: Omit<ProblemGroupsProps, 'groups'> & Pick<ProblemGroup, 'reportId'>) {
  if (reportId === undefined) return <h3>{t('careGroupOther')}</h3>;
  const name = reportName(reportId);
  if (name === undefined) return <h3>{t('careGroupGone', reportId)}</h3>;
  return (
    <div class="care-item-head">
      <h3>{name}</h3>
      <button
        type="button"
        class="button"
        aria-label={t('careOpenOf', name)}
        onClick={() => onOpen(reportId)}
      >
        {t('actionOpenReport')}
      </button>
    </div>
  );
}
