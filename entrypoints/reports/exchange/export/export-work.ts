import { buildFile } from '@/utils/exchange/build-file';
import { openCheckContext } from '@/utils/exchange/check-context';
import { withPictures } from '@/utils/exchange/checked-reports';
import { columnContext } from '@/utils/exchange/column-context';
import { chosenColumns, type ExportChoice } from '@/utils/exchange/export-choice';
import { exportSource } from '@/utils/exchange/source';
import type { Exporter, ExportOptions } from '@/utils/export/define-exporter';
import { saveFile } from '@/utils/export/download';
import { EXCHANGE_VERSION, type FileHead } from '@/utils/model/exchange';
import { overruledGroups } from '@/utils/precheck/overruled';
import { tallyChecks } from '@/utils/precheck/run';
import type { ReportStore } from '@/utils/storage/reports';
import { thisReviewer } from '@/utils/storage/settings';
import { onlyThese, rememberIds } from './chosen-source';
import type { ExportWork } from './use-export-run';

export interface ExportWorkOptions {
  store: ReportStore;
  /** The reports to export; `undefined` stands for all. */
  ids: ReadonlySet<string> | undefined;
  choice: ExportChoice;
  exporter: Exporter;
}

/** Between two reports of a part, a cancelled export goes on. */
const PART = 200;

/** The work of one export over the store. Reports that come in after the check are not in the file. */
export function exportWork({ store, ids, choice, exporter }: ExportWorkOptions): ExportWork {
  const checked = new Set<string>();
  const scope = ids ? { ids } : {};
  return {
    async check({ signal, onProgress }) {
      checked.clear();
      const total = ids?.size ?? (await store.count());
      const picturesLeave = exporter.holds.pictures;
      const context = await openCheckContext({ leaving: 'export', now: store.now(), picturesLeave });
      const source = exportSource(store, { ...scope, signal });
      return tallyChecks(withPictures(rememberIds(source.reports(), checked), store), context, {
        signal,
        onProgress: (done) => onProgress(done, total),
      });
    },
    async note(tallies, choices, { signal, onProgress }) {
      const { name } = await thisReviewer();
      const groups = overruledGroups(tallies, choices, { leaving: 'export', at: store.now(), by: name });
      const total = groups.reduce((sum, group) => sum + group.ids.length, 0);
      let done = 0;
      for (const group of groups) {
        for (let from = 0; from < group.ids.length; from += PART) {
          signal.throwIfAborted();
          const part = group.ids.slice(from, from + PART);
          // Each at its own time: a report that is noted in long after the first one must not look changed since.
          const at = store.now();
          const overruled = group.overruled.map((each) => ({ ...each, at }));
          await store.editMany(part, { action: 'overruled', overruled });
          done += part.length;
          onProgress(done, total);
        }
      }
    },
    async write(left, { signal, onProgress }) {
      const going = checked.difference(left);
      const source = exportSource(store, { ...scope, signal, onProgress });
      const options = await optionsFor(store, choice, exporter);
      const written = onlyThese(source, going);
      const file = await buildFile(exporter, written, options);
      signal.throwIfAborted();
      saveFile(file);
      const { damaged } = source.counts;
      return { name: file.name, size: file.size, count: written.given.reports, damaged };
    },
  };
}

async function optionsFor(
  store: ReportStore,
  choice: ExportChoice,
  { holds }: Exporter,
): Promise<ExportOptions> {
  const { encoding, byteOrderMark } = choice;
  const now = new Date(store.now());
  const reviewer = await thisReviewer();
  const columns = holds.columns ? chosenColumns(choice) : [];
  const mask = choice.mask && holds.everything;
  const head: FileHead = {
    kind: 'qingjian',
    version: EXCHANGE_VERSION,
    exportedAt: now.toISOString(),
    extension: store.version,
    reviewer,
    ...(mask && { masked: true }),
  };
  const context = await columnContext(store, { reviewer, now, columns });
  return { ...context, columns, encoding, byteOrderMark, mask, head };
}
