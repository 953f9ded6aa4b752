import { useState } from 'preact/hooks';
import type { Names } from '@/components/ReportDetail';
import type { ColumnContext } from '@/utils/export/columns';
import type { Exporter } from '@/utils/export/define-exporter';
import { buildFile, saveFile } from '@/utils/export/download';
import type { Report } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';

export interface ExportProgress {
  done: number;
  total: number;
}

/** Shorter exports show no progress. */
const QUIET_MS = 1_000;

/** Writes reports that pass `include`, oldest first, straight from the database; resolves to the file's name. */
export function useExport(store: ReportStore, names: Names) {
  const [progress, setProgress] = useState<ExportProgress>();
  async function run(exporter: Exporter, include: (report: Report) => boolean, total: number) {
    const began = Date.now();
    let done = 0;
    async function* chosen(): AsyncGenerator<Report[]> {
      for await (const batch of store.batches()) {
        const included = batch.filter(include);
        done += included.length;
        if (Date.now() - began > QUIET_MS) setProgress({ done, total });
        yield included;
      }
    }
    try {
      const file = await buildFile(exporter, chosen(), await contextOf(store, names));
      saveFile(file);
      return { name: file.name, count: done };
    } finally {
      setProgress(undefined);
    }
  }
  return { progress, run };
}

async function contextOf(store: ReportStore, names: Names): Promise<ColumnContext> {
  return {
    now: new Date(),
    categoryName: (id) => names.category(id, 'zh_CN'),
    siteName: (id) => names.site(id, 'zh_CN'),
    screenshots: await store.countScreenshots(),
  };
}
