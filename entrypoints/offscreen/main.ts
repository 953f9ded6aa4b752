import type { BackupOrder } from '@/utils/backup/order';
import { openEngine } from '@/utils/evidence/engine/worker-engine';
import { onMessage, sendMessage } from '@/utils/messaging/protocol';
import { checkOwnPage } from '../background/guard';

/**
 * What Chromium's service worker cannot do for want of a document. Of the extension's interfaces only messages are
 * there: settings and version come with the order. The background closes the document when it is not in use.
 */

/** Id of the run whose backup is built or held. */
let backup: string | undefined;
let address: string | undefined;
const engine = openEngine((wanted) => sendMessage('needPageBytes', wanted));

/** Most of these documents look into files alone: what builds a backup is loaded for one. */
async function build(order: BackupOrder): Promise<void> {
  const { buildAddress } = await import('@/utils/backup/run');
  const { ReportStore } = await import('@/utils/storage/reports');
  const store = new ReportStore(order.head.extension);
  const built = await buildAddress(store, order);
  store.close();
  if (backup === order.run) address = 'address' in built ? built.address : undefined;
  await sendMessage('backupBuilt', built);
}

onMessage('buildBackup', (message) => {
  checkOwnPage(message);
  backup = message.data.run;
  void build(message.data);
});
onMessage('endBackup', (message) => {
  checkOwnPage(message);
  if (address) URL.revokeObjectURL(address);
  backup = address = undefined;
});
onMessage('checkFile', (message) => {
  checkOwnPage(message);
  return engine.check(message.data);
});
onMessage('stopFile', (message) => {
  checkOwnPage(message);
  engine.stop(message.data);
});
onMessage('offscreenWork', (message) => {
  checkOwnPage(message);
  return { backup: backup !== undefined, media: engine.isBusy };
});
