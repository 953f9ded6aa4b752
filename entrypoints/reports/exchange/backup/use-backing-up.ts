import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupNowProps } from '@/components/exchange/BackupNow';
import { settingsToKeep } from '@/utils/backup/contents';
import { backupHead } from '@/utils/backup/head';
import { buildBackup } from '@/utils/backup/run';
import { errorWords } from '@/utils/error-words';
import { saveFile } from '@/utils/export/download';
import type { ReportStore } from '@/utils/storage/reports';
import { lastBackup } from '@/utils/storage/settings';

/** A backup made by hand: where it stands, and what begins and ends it. */
export function useBackingUp(store: ReportStore) {
  const [work, setWork] = useState<BackupNowProps['work']>({ state: 'idle' });
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => control.current?.abort(), []);

  async function backUp(): Promise<void> {
    const cancelling = new AbortController();
    control.current = cancelling;
    const { signal } = cancelling;
    setWork({ state: 'running', done: 0, total: 0 });
    try {
      const at = store.now();
      const order = { head: await backupHead(store.version, at), settings: await settingsToKeep() };
      const { file, damaged, ...facts } = await buildBackup(store, order, {
        signal,
        onProgress: (done, total) => setWork({ state: 'running', done, total }),
      });
      saveFile(file);
      await lastBackup.setValue({ at, ...facts, size: file.size, file: file.name });
      setWork({ state: 'done', file: file.name, reports: facts.reports, size: file.size, damaged });
    } catch (error) {
      setWork(signal.aborted ? { state: 'cancelled' } : { state: 'failed', problem: errorWords(error) });
    }
  }

  return { work, backUp, cancel: () => control.current?.abort() };
}
