import type { Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { DATABASES, putOnDisk } from '../../fixtures/databases/released';
import { manyReports } from '../../support/many-reports';
import { mend, tamper } from './tamper';

/** The extension's own database, whatever page of it this runs in. */
const NAME = 'qingjian';
const BALLAST = 'ballast';

async function withStore<T>(work: (store: ReportStore) => Promise<T>): Promise<T> {
  const store = new ReportStore('0.1.0');
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Puts generated reports into the database through the store. */
const fill = (count: number, length: number) =>
  withStore(async (store) => {
    const reports = [...manyReports({ count, length })];
    const shift = Date.now() - (reports.at(-1)?.createdAt ?? 0) - 60_000;
    for (let from = 0; from < count; from += 1_000) {
      await store.addMany(
        reports.slice(from, from + 1_000).map((report) => ({
          ...report,
          createdAt: report.createdAt + shift,
          updatedAt: report.updatedAt + shift,
          ...(report.decidedAt !== undefined && { decidedAt: report.decidedAt + shift }),
        })),
      );
    }
  });

/** Puts reports into the database as they are. */
const put = (reports: readonly Report[]) => withStore(async (store) => void (await store.addMany(reports)));

/** Gives a report a picture and a visit, and dismisses another post. */
const belongings = (reportId: string, filing: number) =>
  withStore(async (store) => {
    await store.setPicture({ reportId, seq: filing, blob: new Blob(['a picture'], { type: 'image/webp' }) });
    await store.recordVisit({ reportId, changes: ['edited'], text: '后来改过的文字' });
    await store.dismiss('zhihu:answer:900000999', ['2025-3/fake-staged/wording']);
  });

const tag = (reportId: string, name: string) =>
  withStore(async (store) => void (await store.edit(reportId, { action: 'tags', add: [name], remove: [] })));

/** Removes every report through the store. */
const empty = () => withStore(async (store) => void (await store.removeMany(await store.ids())));

/** Takes up room on the disk, until the browser gives no more; or gives it back. */
async function fillDisk(): Promise<void> {
  for (const bytes of [1_000_000, 200_000, 30_000, 5_000]) while (await ballast(bytes));
}
const freeDisk = () => deleted(BALLAST);

/** False when there was no room. */
async function ballast(bytes: number): Promise<boolean> {
  const opened = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(BALLAST, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
  try {
    // What can be compressed would take up less.
    const noise = new Uint8Array(bytes);
    for (let from = 0; from < bytes; from += 65_536)
      crypto.getRandomValues(noise.subarray(from, from + 65_536));
    const transaction = opened.transaction('rows', 'readwrite');
    transaction.objectStore('rows').add(noise);
    return await new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(true);
      transaction.onabort = () =>
        transaction.error?.name === 'QuotaExceededError' ? resolve(false) : reject(transaction.error);
    });
  } finally {
    opened.close();
  }
}

function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}

/** Puts a database on the disk in the place of the extension's: as a released version stored it, or a later one. */
async function replaceDatabase(version: number): Promise<void> {
  await deleted(NAME);
  const released = DATABASES['version 2']!;
  await putOnDisk(NAME, { ...released, version });
}

const tools = { fill, put, tag, empty, belongings, replaceDatabase, fillDisk, freeDisk, tamper, mend };
export type Tools = typeof tools;
Object.assign(globalThis, { tools });
