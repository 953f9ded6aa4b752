import { t } from '../../utils/i18n';

export interface ChartRow {
  id: string;
  name: string;
  /** In the order of the columns after the first. */
  cells: readonly string[];
  /** Shows the reports that the row counts; absent where no filter tells them. */
  onPick?: (() => void) | undefined;
}

export interface ChartTableProps {
  caption: string;
  /** The first is that of the rows' names. */
  columns: readonly string[];
  rows: readonly ChartRow[];
}

/** A chart's numbers. It scrolls by itself where the window is narrow, with the keyboard too. */
export function ChartTable({ caption, columns, rows }: ChartTableProps) {
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="chart-scroll" tabIndex={0} aria-label={caption}>
      <table class="chart-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th scope="col" class="chart-number" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <ChartTableRow key={row.id} {...row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ChartTableRow({ name, cells, onPick }: ChartRow) {
  return (
    <tr>
      <th scope="row">
        {onPick ? (
          <button type="button" class="chart-link" title={t('chartPick')} onClick={onPick}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {cells.map((cell, i) => (
        <td class="chart-number" key={i}>
          {cell}
        </td>
      ))}
    </tr>
  );
}
