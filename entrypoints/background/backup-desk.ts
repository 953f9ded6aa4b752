import { browser } from '#imports';
import { settingsToKeep } from '@/utils/backup/contents';
import { backupHead } from '@/utils/backup/head';
import type { BackupBuilt } from '@/utils/backup/order';
import {
  BACKUP_FOLDER,
  type BackupCheck,
  type BackupRun,
  backupName,
  isRunning,
  nextDue,
  readBackupRun,
  readCheck,
  readLast,
  readPlan,
} from '@/utils/backup/plan';
import { StorageError } from '@/utils/errors';
import type { ReportStore } from '@/utils/storage/reports';
import { backupCheck, backupPlan, backupRun, lastBackup } from '@/utils/storage/settings';
import type { BackupBuilder } from './backup-builder';

export const DOWNLOADS = { permissions: ['downloads' as const] };
type BackupStore = Pick<ReportStore, 'state' | 'fingerprint' | 'now' | 'version'>;

/**
 * Makes scheduled backups. Each step begins from what is stored and stores what it has come to, because the
 * background may be stopped between any two; steps are made one after another.
 */
export class BackupDesk {
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    readonly store: BackupStore,
    readonly builder: BackupBuilder,
  ) {}

  /** Ends what was left behind, and begins a backup when one is due. */
  check(): Promise<void> {
    return this.#inLine(async () => {
      await this.#settle();
      if (isRunning(await this.#run(), this.store.now())) return;
      if (await this.#isDue()) await this.#begin();
    });
  }

  /** Saves what was built. */
  built(built: BackupBuilt): Promise<void> {
    return this.#inLine(async () => {
      const run = await this.#run();
      if (run?.id !== built.run || run.saving) return;
      if ('failed' in built) return this.#end(built.failed);
      const { address, rev, fingerprint, reports, size } = built;
      const file = `${BACKUP_FOLDER}/${backupName(run.startedAt)}`;
      let download: number;
      try {
        download = await browser.downloads.download({
          url: address,
          filename: file,
          conflictAction: 'uniquify',
          saveAs: false,
        });
      } catch {
        // Refused: no room, no folder, or the permission was taken away. The pane tells what can be done.
        return this.#end('download');
      }
      const saving = { download, at: run.startedAt, rev, fingerprint, reports, size, file };
      await backupRun.setValue({ ...run, saving });
      await this.#settle();
    });
  }

  /** Looks what has become of the run. */
  settle(): Promise<void> {
    return this.#inLine(() => this.#settle());
  }

  async #isDue(): Promise<boolean> {
    const [plan, last, check] = await Promise.all([
      backupPlan.getValue().then(readPlan),
      lastBackup.getValue().then(readLast),
      backupCheck.getValue().then(readCheck),
    ]);
    const now = this.store.now();
    const due = nextDue(plan, { last, check }, now);
    return due !== undefined && due <= now;
  }

  async #begin(): Promise<void> {
    if (!(await browser.permissions.contains(DOWNLOADS))) return this.#note('permission');
    const now = this.store.now();
    try {
      if (await this.#hasNothingNew()) return await this.#note('nothing-new');
      const run: BackupRun = { id: crypto.randomUUID(), startedAt: now };
      await backupRun.setValue(run);
      await this.builder.begin({
        run: run.id,
        head: await backupHead(this.store.version, now),
        settings: await settingsToKeep(),
      });
    } catch (error) {
      await this.#end(error instanceof StorageError ? 'storage' : 'unknown');
    }
  }

  async #hasNothingNew(): Promise<boolean> {
    const last = readLast(await lastBackup.getValue());
    if (last) return last.fingerprint === (await this.store.fingerprint());
    return (await this.store.state()).reports === 0;
  }

  async #settle(): Promise<void> {
    const run = await this.#run();
    if (!run) return;
    if (!run.saving) {
      const isAlive = isRunning(run, this.store.now()) && (await this.builder.isBusy());
      if (!isAlive) await this.#end('interrupted');
      return;
    }
    const { download, ...last } = run.saving;
    const [item] = await (browser.downloads?.search({ id: download }) ?? []);
    if (item?.state === 'in_progress') return;
    if (item?.state !== 'complete') return this.#end('download');
    await lastBackup.setValue({ ...last, file: nameWithFolder(item.filename) });
    await this.#end('saved');
  }

  async #end(outcome: BackupCheck['outcome']): Promise<void> {
    await this.#note(outcome);
    await backupRun.setValue(null);
    await this.builder.end();
  }

  #note(outcome: BackupCheck['outcome']): Promise<void> {
    return backupCheck.setValue({ at: this.store.now(), outcome });
  }

  async #run(): Promise<BackupRun | undefined> {
    return readBackupRun(await backupRun.getValue());
  }

  /** A step that failed does not stop the next. */
  #inLine(step: () => Promise<void>): Promise<void> {
    const made = this.#line.then(step, step);
    this.#line = made;
    return made;
  }
}

/** Of a path on the reader's disk only its end: the rest names the reader. */
function nameWithFolder(path: string): string {
  return path.split(/[\\/]/).slice(-2).join('/');
}
