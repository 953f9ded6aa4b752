import { useEffect, useState } from 'preact/hooks';
import { StorageSection } from '@/components/care/StorageSection';
import { askToPersist, isNearlyFull, readStorageState, type StorageState } from '@/utils/care/storage-state';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportStore } from '@/utils/storage/reports';
import { useLiveQuery } from '@/utils/storage/use-live-query';

/** Asks the browser anew whenever the totals have changed. */
export function StorageCare({ store }: { store: ReportStore }) {
  const totals = useLiveQuery(store, (each) => each.totals(), []);
  const [room, setRoom] = useState<StorageState>();
  const [problem, setProblem] = useState<string>();
  const [answer, setAnswer] = useState<'granted' | 'refused'>();

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      setProblem(undefined);
    } catch (error) {
      setProblem(t('careUsageFailed', error instanceof Error ? error.message : String(error)));
    }
  }
  useEffect(() => {
    let current = true;
    void attempt(async () => {
      const state = await readStorageState();
      if (current) setRoom(state);
    });
    return () => {
      current = false;
    };
  }, [totals.value]);
  const ask = () =>
    attempt(async () => {
      setAnswer((await askToPersist()) ? 'granted' : 'refused');
      setRoom(await readStorageState());
    });

  return (
    <StorageSection
      room={room}
      nearlyFull={room !== undefined && isNearlyFull(room)}
      totals={totals.value}
      problem={totals.error ? t('errorNotLoaded', errorWords(totals.error)) : problem}
      answer={answer}
      onAsk={() => void ask()}
    />
  );
}
