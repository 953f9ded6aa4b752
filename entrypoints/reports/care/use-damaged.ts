import { careFileName } from '@/utils/care/file-name';
import { rawJson } from '@/utils/care/raw-json';
import { errorWords } from '@/utils/error-words';
import { saveFile } from '@/utils/export/download';
import { t } from '@/utils/i18n';
import type { DamagedRow } from '@/utils/storage/reading';
import type { ReportStore } from '@/utils/storage/reports';
import { keptPer, useKept } from './kept';

interface State {
  /** Whole, by id, until they are put back or the page is closed. */
  removed: ReadonlyMap<string, DamagedRow>;
  problem: string | undefined;
}
const stateOf = keptPer<State>({ removed: new Map(), problem: undefined });

export function useDamaged(store: ReportStore) {
  const kept = stateOf(store);
  const state = useKept(kept);

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      kept.update({ problem: undefined });
    } catch (error) {
      kept.update({ problem: t('careDamagedFailed', errorWords(error)) });
    }
  }

  const remove = (id: string) =>
    attempt(async () => {
      const row = await store.removeDamaged(id);
      if (row) kept.update({ removed: new Map(kept.value.removed).set(id, row) });
    });
  const putBack = (id: string) =>
    attempt(async () => {
      const row = kept.value.removed.get(id);
      if (!row) return;
      await store.putBackDamaged(row);
      const removed = new Map(kept.value.removed);
      removed.delete(id);
      kept.update({ removed });
    });
  /** @param done told the file's name */
  const exportRows = (ids: readonly string[], done: (name: string) => void) =>
    attempt(async () => {
      const rows = await store.rows(ids);
      const name = careFileName('damaged', Date.now(), 'json');
      saveFile(new File([rawJson(rows)], name, { type: 'application/json' }));
      done(name);
    });

  return { ...state, remove, putBack, exportRows };
}
