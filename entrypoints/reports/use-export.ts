import { useRef, useState } from 'preact/hooks';
import type { Names } from '@/components/ReportDetail';
import type { ColumnContext } from '@/utils/export/columns';
import type { Exporter } from '@/utils/export/define-exporter';
import { buildFile, saveFile } from '@/utils/export/download';
import type { Report } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';

export interface ExportProgress {
  done: number;
  total: number;
}

export interface Exported {
  name: string;
  count: number;
  /** Rows that were asked for and cannot be read. */
  damaged: number;
}

/** Shorter exports show no progress. */
const QUIET_MS = 1_000;

/** Writes reports, oldest first, straight from the database. */
export function useExport(store: ReportStore, names: Names) {
  const [progress, setProgress] = useState<ExportProgress>();
  const abort = useRef<AbortController | undefined>(undefined);
  /**
   * @param ids the reports to write; `undefined` stands for all
   * @param total how many that will be, for the progress
   * @returns `undefined` when it was cancelled
   */
  async function run(
    exporter: Exporter,
    ids: ReadonlySet<string> | undefined,
    total: number,
  ): Promise<Exported | undefined> {
    const began = Date.now();
    abort.current = new AbortController();
    const { signal } = abort.current;
    let done = 0;
    let damaged = 0;
    async function* chosen(): AsyncGenerator<Report[]> {
      for await (const batch of store.batches()) {
        if (signal.aborted) return;
        const read = batch.filter(({ id }) => ids?.has(id) ?? true).map(readStored);
        const reports = read.flatMap((each) => ('report' in each ? each.report : []));
        done += reports.length;
        damaged += read.length - reports.length;
        if (Date.now() - began > QUIET_MS) setProgress({ done, total });
        yield reports;
      }
    }
    try {
      const file = await buildFile(exporter, chosen(), await contextOf(store, names));
      if (signal.aborted) return undefined;
      saveFile(file);
      return { name: file.name, count: done, damaged };
    } finally {
      setProgress(undefined);
    }
  }
  return { progress, run, cancel: () => abort.current?.abort() };
}

async function contextOf(store: ReportStore, names: Names): Promise<ColumnContext> {
  return {
    now: new Date(),
    categoryName: (id) => names.category(id, 'zh_CN'),
    siteName: (id) => names.site(id, 'zh_CN'),
    screenshots: await store.countScreenshots(),
  };
}
