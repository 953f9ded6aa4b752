import '@/components/exchange/backup.css';
import { BackupNow } from '@/components/exchange/BackupNow';
import { BackupRestore } from '@/components/exchange/BackupRestore';
import { BackupSchedule } from '@/components/exchange/BackupSchedule';
import {
  BACKUP_FOLDER,
  isOverdue,
  nextDue,
  readBackupRun,
  readCheck,
  readLast,
  readPlan,
} from '@/utils/backup/plan';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { backupCheck, backupPlan, backupRun, lastBackup } from '@/utils/storage/settings';
import { useStored } from '../../care/use-stored';
import { changedSince } from './changed-since';
import { useBackingUp } from './use-backing-up';
import { useMayDownload } from './use-may-download';
import { usePlanning } from './use-planning';

export interface BackupPaneProps {
  store: ReportStore;
  /** To be rendered again when it has changed. */
  index: Pick<ReportIndex, 'digests'>;
  /** Leads to the import, which puts backups back. */
  onRestore: () => void;
}

/** A whole copy of everything: made by hand, by plan, and brought back. */
export function BackupPane({ store, index, onRestore }: BackupPaneProps) {
  const storedLast = useStored(lastBackup);
  const storedPlan = useStored(backupPlan);
  const storedCheck = useStored(backupCheck);
  const storedRun = useStored(backupRun);
  const allowed = useMayDownload();
  const { work, backUp, cancel } = useBackingUp(store);
  const planning = usePlanning();
  // Nothing is said before it is known: "never" would frighten for a moment.
  if (!storedLast || !storedPlan || !storedCheck || !storedRun || allowed === undefined) return null;

  const now = store.now();
  const last = readLast(storedLast.value);
  const plan = readPlan(storedPlan.value);
  const check = readCheck(storedCheck.value);
  const since = changedSince(index, last);
  return (
    <>
      <BackupNow
        last={last}
        now={now}
        overdue={isOverdue(since.changed, since.from, now) ? since.changed : undefined}
        work={work}
        onBackUp={() => void backUp()}
        onCancel={cancel}
      />
      <BackupSchedule
        every={plan.every === 'off' ? undefined : plan.every}
        folder={BACKUP_FOLDER}
        allowed={allowed}
        running={readBackupRun(storedRun.value) !== undefined}
        check={check}
        nextDue={nextDue(plan, { last, check }, now)}
        problem={planning.problem}
        onSwitch={(on) => void planning.turn(on)}
        onEvery={(every) => void planning.choose(every)}
        onAllow={() => void planning.turn(true, plan)}
      />
      <BackupRestore onRestore={onRestore} />
    </>
  );
}
