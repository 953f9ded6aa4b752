import * as v from 'valibot';
import { browser } from '#imports';
import { BackupBuiltSchema } from '@/utils/backup/order';
import { readPlan } from '@/utils/backup/plan';
import { onMessage } from '@/utils/messaging/protocol';
import type { ReportStore } from '@/utils/storage/reports';
import { backupPlan } from '@/utils/storage/settings';
import { documentBuilder, ownBuilder } from './backup-builder';
import { BackupDesk } from './backup-desk';
import { checkOwnPage } from './guard';

const ALARM = 'backup';
/** How often it is looked whether one is due; what is due in a closed browser is made after its start. */
const EVERY_MINUTES = 60;
const FIRST_MINUTES = 1;

/** Everything that makes the background look whether a backup is due, or has been built or saved. */
export function registerBackups(store: ReportStore): void {
  const desk: BackupDesk = new BackupDesk(
    store,
    import.meta.env.FIREFOX
      ? ownBuilder(
          // Most starts of the background build nothing.
          async (order) => (await import('@/utils/backup/run')).buildAddress(store, order),
          (built) => void desk.built(built),
        )
      : documentBuilder,
  );
  browser.alarms.onAlarm.addListener(({ name }) => (name === ALARM ? desk.check() : undefined));
  browser.runtime.onStartup.addListener(() => void desk.check());
  backupPlan.watch(() => void setAlarm().then(() => desk.check()));
  onMessage('backupBuilt', (message) => {
    checkOwnPage(message);
    return desk.built(v.parse(BackupBuiltSchema, message.data));
  });
  followDownloads(desk);
  void setAlarm();
  // What the last background did not see the end of.
  void desk.settle();
}

/** The interface is there once the reader has allowed it. */
function followDownloads(desk: BackupDesk): void {
  const settle = () => void desk.settle();
  const follow = () => {
    if (browser.downloads && !browser.downloads.onChanged.hasListener(settle)) {
      browser.downloads.onChanged.addListener(settle);
    }
  };
  browser.permissions.onAdded.addListener(follow);
  follow();
}

/** Browsers may forget alarms when they are closed. */
async function setAlarm(): Promise<void> {
  const isPlanned = readPlan(await backupPlan.getValue()).every !== 'off';
  const alarm = await browser.alarms.get(ALARM);
  if (!isPlanned) await browser.alarms.clear(ALARM);
  else if (!alarm) {
    browser.alarms.create(ALARM, { delayInMinutes: FIRST_MINUTES, periodInMinutes: EVERY_MINUTES });
  }
}
