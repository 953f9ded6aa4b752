import { formatNumber, type MessageKey, t } from '../../utils/i18n';
import { ChartFigure } from './ChartFigure';
import { type ChartRow, ChartTable } from './ChartTable';
import { formatPercent } from './format';
import { type StatusBar, type StatusBarGroup, StatusBars } from './StatusBars';
import { StatusLegend, statusCells, statusColumns } from './status';

export interface ValueChartProps {
  kind: 'categories' | 'sites';
  groups: readonly StatusBarGroup[];
  /** Reports in all; one may stand in several bars. */
  total: number;
}

const WORDS = {
  categories: { title: 'chartCategoriesTitle', column: 'chartCategory', point: 'chartCategoriesPoint' },
  sites: { title: 'chartSitesTitle', column: 'filterSite', point: 'chartSitesPoint' },
} as const satisfies Record<ValueChartProps['kind'], Record<string, MessageKey>>;

/** Bars shown before more are asked for. */
const LIMIT = 12;

/** Reports by what they have: bars that lead to the reports they count. */
export function ValueChart({ kind, groups, total }: ValueChartProps) {
  const { title, column, point } = WORDS[kind];
  const all = groups.flatMap(({ bars }) => bars);
  const top = all.reduce<StatusBar | undefined>(
    (best, bar) => (best && best.counts.total >= bar.counts.total ? best : bar),
    undefined,
  );
  const words = top
    ? t(point, top.name, formatNumber(top.counts.total), formatPercent(top.counts.total / total))
    : t('chartCategoriesNone');
  const rows = groups.flatMap(({ head, bars }) => [
    ...(head ? [rowOf(head)] : []),
    ...bars.map((bar) => rowOf(bar, head)),
  ]);
  return (
    <ChartFigure
      title={t(title)}
      point={words}
      note={kind === 'categories' ? t('chartCategoriesNote') : undefined}
      table={<ChartTable caption={t(title)} columns={[t(column), ...statusColumns()]} rows={rows} />}
    >
      <StatusLegend />
      <StatusBars groups={groups} limit={LIMIT} />
    </ChartFigure>
  );
}

function rowOf({ id, name, counts, onPick }: StatusBar, head?: StatusBar): ChartRow {
  return {
    id,
    name: head ? t('categoryCampaign', head.name, name) : name,
    cells: statusCells(counts),
    onPick,
  };
}
