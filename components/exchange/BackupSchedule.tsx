import { useId } from 'preact/hooks';
import { formatTime, type MessageKey, t } from '../../utils/i18n';
import { Notice } from '../Notice';
import { Switch } from '../Switch';
import { ExchangeChoice } from './ExchangeChoice';

export const BACKUP_RHYTHMS = ['day', 'week'] as const;
export type BackupRhythm = (typeof BACKUP_RHYTHMS)[number];

export interface BackupScheduleProps {
  /** Undefined while it is off. */
  every: BackupRhythm | undefined;
  /** Below the browser's folder for downloads. */
  folder: string;
  /** False when the browser does not let us save by ourselves (any more). */
  allowed: boolean;
  /** One is being made. */
  running: boolean;
  /** When it was last looked whether one is due, and what came of it. */
  check: { at: number; outcome: BackupOutcome } | undefined;
  nextDue: number | undefined;
  /** Why what was just chosen does not hold. */
  problem: string | undefined;
  /** Called within the click, so that the browser may ask. */
  onSwitch: (on: boolean) => void;
  onEvery: (every: BackupRhythm) => void;
  onAllow: () => void;
}

const OUTCOMES = {
  saved: 'backupCheckSaved',
  'nothing-new': 'backupCheckNothing',
  permission: 'backupCheckPermission',
  interrupted: 'backupCheckInterrupted',
  download: 'backupCheckDownload',
  storage: 'backupCheckStorage',
  unknown: 'backupCheckUnknown',
} as const satisfies Record<string, MessageKey>;
export type BackupOutcome = keyof typeof OUTCOMES;

const NAMES = { day: 'backupDaily', week: 'backupWeekly' } as const satisfies Record<
  BackupRhythm,
  MessageKey
>;

/** Backups that are made without a click: off until the reader turns them on. */
export function BackupSchedule(props: BackupScheduleProps) {
  const { every, folder, allowed, problem, onSwitch, onEvery, onAllow } = props;
  const title = useId();
  const name = useId();
  return (
    <section class="exchange-section" aria-labelledby={title}>
      <h2 id={title}>{t('backupPlanTitle')}</h2>
      <Switch on={every !== undefined} onSwitch={onSwitch}>
        {t('backupPlanSwitch')}
      </Switch>
      <p class="exchange-hint">{t('backupPlanHint', `${folder}/`)}</p>
      {problem && <Notice tone="error">{problem}</Notice>}
      {every && (
        <div class="exchange-steps">
          <fieldset>
            <legend>{t('backupRhythm')}</legend>
            {BACKUP_RHYTHMS.map((rhythm) => (
              <ExchangeChoice
                key={rhythm}
                type="radio"
                name={name}
                checked={rhythm === every}
                onChange={() => onEvery(rhythm)}
              >
                {t(NAMES[rhythm])}
              </ExchangeChoice>
            ))}
          </fieldset>
        </div>
      )}
      {every && !allowed && (
        <Notice tone="warning">
          <p>{t('backupNotAllowed')}</p>
          <button type="button" class="button" onClick={onAllow}>
            {t('backupAllow')}
          </button>
        </Notice>
      )}
      <Told {...props} />
    </section>
  );
}

function Told({ every, running, check, nextDue }: BackupScheduleProps) {
  return (
    <div role="status" class="backup-told small muted">
      {check && <p>{t(OUTCOMES[check.outcome], formatTime(check.at))}</p>}
      {running && <p>{t('backupRunning')}</p>}
      {every && !running && nextDue !== undefined && <p>{t('backupNext', formatTime(nextDue))}</p>}
    </div>
  );
}
