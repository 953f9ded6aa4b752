import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { Verification } from '@/utils/storage/ledger/verify';
import type { ReportStore } from '@/utils/storage/reports';
import { keptPer, useKept } from './kept';
import { rowName } from './row-name';

interface State {
  progress: { done: number; total: number } | undefined;
  found: Verification | undefined;
  /** Of reports that problems belong to and that are still stored. */
  reportNames: ReadonlyMap<string, string>;
  problem: string | undefined;
  news: string | undefined;
  cancel: AbortController | undefined;
}

const NOTHING: State = {
  progress: undefined,
  found: undefined,
  reportNames: new Map(),
  problem: undefined,
  news: undefined,
  cancel: undefined,
};
const stateOf = keptPer(NOTHING);
/** Between two steps of the progress bar; a batch takes less. */
const SHOW_MS = 100;

/** Runs one verification at a time, which goes on while another tab of the page is shown. */
export function useVerification(store: ReportStore, siteName: (site: string) => string) {
  const kept = stateOf(store);
  const state = useKept(kept);

  async function verify(): Promise<void> {
    if (kept.value.cancel) return;
    const cancel = new AbortController();
    kept.update({ ...NOTHING, cancel, progress: { done: 0, total: 0 } });
    let shown = Date.now();
    try {
      const found = await store.verify({
        signal: cancel.signal,
        onProgress: (done, total) => {
          if (Date.now() - shown < SHOW_MS) return;
          shown = Date.now();
          kept.update({ progress: { done, total } });
        },
      });
      kept.update({ ...NOTHING, found, reportNames: await namesOf(store, found, siteName) });
    } catch (error) {
      kept.update({ ...NOTHING, problem: t('careVerifyFailed', errorWords(error)) });
    }
  }

  /** After it the last result holds no more. */
  async function repair(work: () => Promise<void>, news: string): Promise<void> {
    try {
      await work();
      kept.update({ ...NOTHING, news });
    } catch (error) {
      kept.update({ problem: t('careDamagedFailed', errorWords(error)) });
    }
  }

  return {
    ...state,
    verify: () => void verify(),
    stop: () => kept.value.cancel?.abort(),
    recount: () => void repair(() => store.recount(), t('careRecounted')),
    beginLedger: () => void repair(() => store.beginLedger(), t('careBegun')),
  };
}

async function namesOf(
  store: ReportStore,
  { problems }: Verification,
  siteName: (site: string) => string,
): Promise<Map<string, string>> {
  const ids = [...new Set(problems.flatMap(({ reportId }) => reportId ?? []))];
  const rows = await store.rows(ids);
  return new Map(
    ids.flatMap((id, i) => {
      const name = rowName(rows[i], siteName);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}
