import { useMemo, useState } from 'preact/hooks';
import { DAY_RANGES, type DayBar, type DayFigures, type DayRange } from '../../utils/figures/by-day';
import type { StatusCounts } from '../../utils/figures/status-counts';
import { formatNumber, type MessageKey, t } from '../../utils/i18n';
import { ChartFigure } from './ChartFigure';
import { ChartTable } from './ChartTable';
import { Choice } from './Choice';
import { formatDays, formatTick } from './format';
import { StackPlot } from './StackPlot';
import { StatusLegend, statusCells, statusColumns, statusParts } from './status';

export interface DaysChartProps {
  range: DayRange;
  figures: DayFigures;
  onRange: (range: DayRange) => void;
  onPick: (days: { from: string; to: string }) => void;
}

const RANGES = {
  30: 'chartRange30',
  90: 'chartRange90',
  365: 'chartRange365',
  all: 'chartRangeAll',
} as const satisfies Record<DayRange, MessageKey>;

/** Reports by the day of filing. */
export function DaysChart({ range, figures, onRange, onPick }: DaysChartProps) {
  const { step, bars, sum, outside } = figures;
  const [hovered, setHovered] = useState<number>();
  const plot = useMemo(
    () => ({ bars, tick: (i: number) => formatTick(bars[i]!.from, step === 'week') }),
    [bars],
  );
  const pick = (first: number, last: number) => onPick({ from: bars[first]!.from, to: bars[last]!.to });
  const title = step === 'week' ? t('chartWeeksTitle') : t('chartDaysTitle');
  const table = useMemo(
    () => (
      <ChartTable
        caption={title}
        columns={[step === 'week' ? t('chartWeek') : t('chartDay'), ...statusColumns()]}
        rows={bars.toReversed().map((bar) => ({
          id: bar.from,
          name: formatDays(bar.from, bar.to),
          cells: statusCells(bar),
          onPick: bar.total > 0 ? () => onPick({ from: bar.from, to: bar.to }) : undefined,
        }))}
      />
    ),
    [bars],
  );
  return (
    <ChartFigure
      title={title}
      point={pointOf(bars, sum)}
      table={table}
      note={outside > 0 ? t('chartDaysOutside', formatNumber(outside)) : undefined}
      choices={
        <Choice
          label={t('chartRange')}
          value={range}
          options={DAY_RANGES.map((value) => ({ value, name: t(RANGES[value]) }))}
          onChange={onRange}
        />
      }
    >
      <StatusLegend />
      <StackPlot plot={plot} onHover={setHovered} onPick={pick} />
      <p class="chart-readout small muted" aria-hidden="true">
        {hovered === undefined || !bars[hovered] ? t('chartDaysHint') : readout(bars[hovered])}
      </p>
    </ChartFigure>
  );
}

function readout(bar: DayBar): string {
  const words = t('chartValue', formatDays(bar.from, bar.to), formatNumber(bar.total));
  return bar.total > 0 ? words + t('summaryParts', statusParts(bar)) : words;
}

function pointOf(bars: readonly DayBar[], sum: StatusCounts): string {
  if (sum.total === 0) return t('chartDaysNone');
  const top = bars.reduce((best, bar) => (bar.total > best.total ? bar : best));
  const days = formatDays(top.from, top.to);
  return t('chartDaysPoint', formatNumber(sum.total), days, formatNumber(top.total), formatNumber(sum.new));
}
