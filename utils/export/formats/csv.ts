import { defineExporter } from '../define-exporter';
import { columnsOf, inEncoding, tableBegin, tableLines } from '../table';

/** A table for spreadsheets: see {@link tableLines}. */
export const exporter = defineExporter({
  id: 'csv',
  extension: 'csv',
  mime: ({ encoding }) => `text/csv;charset=${encoding}`,
  holds: { everything: false, columns: true, pictures: false },
  async *write(source, options) {
    const columns = columnsOf(options.columns);
    yield tableBegin(columns, options);
    for await (const reports of source.reports()) {
      if (reports.length > 0) yield inEncoding(tableLines(reports, columns, options), options);
    }
  },
});
