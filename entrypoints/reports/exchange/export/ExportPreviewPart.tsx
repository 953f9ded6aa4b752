import { useMemo } from 'preact/hooks';
import { ExportPreview } from '@/components/exchange/ExportPreview';
import { chosenColumns, type ExportChoice } from '@/utils/exchange/export-choice';
import { type ColumnContext, columnOf } from '@/utils/export/columns';
import { exporters } from '@/utils/export/index';
import type { Report } from '@/utils/model/report';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import { columnOffers } from './column-offers';
import { useFirstRows } from './use-first-rows';
import { usePreviewContext } from './use-preview-context';

export interface ExportPreviewPartProps {
  store: ReportStore;
  index: ReportIndex;
  /** The reports of the file; `undefined` stands for all. */
  ids: ReadonlySet<string> | undefined;
  choice: ExportChoice;
  onProblem: (error: unknown) => void;
}

/** How the table will begin; nothing for formats without one. */
export function ExportPreviewPart({ store, index, ids, choice, onProblem }: ExportPreviewPartProps) {
  const fulls = useFirstRows({ store, index, ids, onProblem });
  const context = usePreviewContext(store, fulls, onProblem);
  const offers = useMemo(() => new Map(columnOffers().map((offer) => [offer.id, offer])), []);
  const columns = chosenColumns(choice);
  const rows = useMemo(
    () => context && fulls?.map(({ report }) => cellsOf(report, columns, context)),
    [fulls, columns, context],
  );
  if (!exporters.find(({ id }) => id === choice.format)?.holds.columns) return null;
  return <ExportPreview columns={columns.flatMap((id) => offers.get(id) ?? [])} rows={rows} />;
}

function cellsOf(report: Report, columns: readonly string[], context: ColumnContext): string[] {
  return columns.map((id) => String(columnOf(id)?.value(report, context) ?? ''));
}
