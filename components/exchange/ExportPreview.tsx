import { useId } from 'preact/hooks';
import { t } from '@/utils/i18n';
import type { ColumnOffer } from './ExportColumnChooser';

export interface ExportPreviewProps {
  columns: readonly ColumnOffer[];
  /** Cells in the order of the columns; `undefined` until they were read. */
  rows: readonly (readonly string[])[] | undefined;
}

/** The first rows as they will stand in the table. */
export function ExportPreview({ columns, rows }: ExportPreviewProps) {
  const id = useId();
  return (
    <div class="export-preview">
      <h3 id={id}>{t('exportPreview')}</h3>
      {rows?.length === 0 && <p class="muted small">{t('exportPreviewEmpty')}</p>}
      {rows && rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section class="export-table" aria-labelledby={id} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id} scope="col" title={column.label}>
                    {column.id}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((cells) => (
                <tr key={cells.join('\n')}>
                  {columns.map((column, i) => (
                    <td key={column.id}>
                      <div>{cells[i]}</div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  );
}
