import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { formatNumber, formatTime, t } from '../../utils/i18n';
import { formatBytes } from '../care/format-bytes';
import { formatDuration } from '../charts/format';
import { Notice } from '../Notice';

export interface BackupFacts {
  /** Milliseconds since 1970. */
  at: number;
  reports: number;
  /** In bytes. */
  size: number;
  file: string;
}

export interface BackupNowProps {
  /** `undefined` when there never was one. */
  last: BackupFacts | undefined;
  now: number;
  /** Reports that were changed since, when they are many and it is long ago. */
  overdue: number | undefined;
  work:
    | { state: 'idle' }
    | { state: 'running'; done: number; total: number }
    | { state: 'done'; file: string; reports: number; size: number; damaged: number }
    | { state: 'cancelled' }
    | { state: 'failed'; problem: string };
  onBackUp: () => void;
  onCancel: () => void;
}

/** How old the last backup is, and one button that makes another. */
export function BackupNow({ last, now, overdue, work, onBackUp, onCancel }: BackupNowProps) {
  const title = useId();
  const isRunning = work.state === 'running';
  return (
    <section class="exchange-section" aria-labelledby={title}>
      <h2 id={title}>{t('backupTitle')}</h2>
      <p>{t('backupLead')}</p>
      <p class="backup-last">
        {last ? (
          <>
            <strong>{t('backupLast', ageWords(last.at, now))}</strong>{' '}
            <span class="muted">{t('backupLastFacts', formatTime(last.at), ...facts(last), last.file)}</span>
          </>
        ) : (
          <strong>{t('backupNever')}</strong>
        )}
      </p>
      {overdue !== undefined && (
        <Notice tone="warning">
          {t(last ? 'backupOverdue' : 'backupOverdueNever', formatNumber(overdue))}
        </Notice>
      )}
      <div class="exchange-actions">
        {/* Not disabled: it keeps the focus while it works. */}
        <button
          type="button"
          class="button primary"
          aria-disabled={isRunning}
          onClick={() => !isRunning && onBackUp()}
        >
          {t('backupNow')}
        </button>
        {isRunning && (
          <>
            <progress aria-label={t('backupTitle')} max={Math.max(1, work.total)} value={work.done} />
            <span class="muted">
              {t('backupProgress', formatNumber(work.done), formatNumber(work.total))}
            </span>
            <button type="button" class="button" onClick={onCancel}>
              {t('actionCancel')}
            </button>
          </>
        )}
      </div>
      <p role="status">{isRunning ? t('backupRunning') : outcome(work)}</p>
      {work.state === 'failed' && <Notice tone="error">{t('backupFailed', work.problem)}</Notice>}
    </section>
  );
}

/** How long ago, in hours or days. */
export function ageWords(at: number, now: number): string {
  const age = Math.max(0, now - at);
  return age < 60_000 ? t('backupJustNow') : t('backupAgo', formatDuration(age));
}

function facts({ reports, size }: { reports: number; size: number }): [string, string] {
  return [formatNumber(reports), formatBytes(size)];
}

function outcome(work: BackupNowProps['work']): ComponentChildren {
  if (work.state === 'cancelled') return t('backupCancelled');
  if (work.state !== 'done') return null;
  const damaged = work.damaged > 0 ? ` ${t('backupDamaged', formatNumber(work.damaged))}` : '';
  return t('backupDone', work.file, ...facts(work)) + damaged;
}
