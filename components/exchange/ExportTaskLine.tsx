import { formatNumber, t } from '@/utils/i18n';

export type ExportTask = 'checking' | 'noting' | 'writing';

export interface ExportTaskLineProps {
  /** What is under way; `undefined` when nothing is. */
  task: { at: ExportTask; done: number; total: number } | undefined;
}

/** How far it is. The count is not announced, only what is being done: it would talk without end. */
export function ExportTaskLine({ task }: ExportTaskLineProps) {
  const names = { checking: t('exportChecking'), noting: t('exportNoting'), writing: t('exportWriting') };
  const count = task && countWords[task.at](formatNumber(task.done), formatNumber(task.total));
  return (
    <>
      <span role="status">{task && names[task.at]}</span>
      {task && (
        <>
          <progress max={Math.max(task.total, 1)} value={task.done} aria-label={names[task.at]} />
          <span class="muted small export-count">{count}</span>
        </>
      )}
    </>
  );
}

const countWords: Record<ExportTask, (done: string, total: string) => string> = {
  checking: (done, total) => t('exportCheckingCount', done, total),
  noting: (done, total) => t('exportNotingCount', done, total),
  writing: (done, total) => t('exportWritingCount', done, total),
};
