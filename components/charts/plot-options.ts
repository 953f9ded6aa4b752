import uPlot from 'uplot';
import type { StatusCounts } from '../../utils/figures/status-counts';
import { formatNumber } from '../../utils/i18n';
import { fillOf, type Ink } from './ink';
import { STACK } from './status';

/** Bars at 0, 1, 2 …, each divided by status. */
export interface Plot {
  bars: readonly StatusCounts[];
  /** What stands under a bar. */
  tick: (bar: number) => string;
}

export interface PlotEvents {
  /** The bar that the pointer is over. */
  onHover: (bar: number | undefined) => void;
  /** Bars that were dragged over, or one that was clicked. */
  onPick: (first: number, last: number) => void;
}

/** In CSS pixels. */
const TICK_WIDTH = 88;
const DRAG = 5;

/**
 * Each series is the sum of its status and those below it: the tallest is drawn first, and the others before it. A
 * status that a bar does not have is null there, or its outline would be drawn.
 */
export function plotData({ bars }: Plot): uPlot.AlignedData {
  const sums = bars.map(() => 0);
  const series = STACK.map((status) =>
    bars.map((bar, i) => {
      sums[i]! += bar[status];
      return bar[status] > 0 ? sums[i]! : null;
    }),
  );
  return [bars.map((_, i) => i), ...series.reverse()];
}

/** @param ink is asked anew whenever the chart is drawn */
export function plotOptions(
  plot: () => Plot,
  ink: () => Ink,
  events: PlotEvents,
  size: { width: number; height: number },
): uPlot.Options {
  return {
    ...size,
    legend: { show: false },
    padding: [8, 28, 0, 0],
    scales: {
      x: { time: false, range: (): [number, number] => [-0.5, plot().bars.length - 0.5] },
      y: { range: (_, _least, most): [number, number] => [0, Math.max(4, (most ?? 0) * 1.08)] },
    },
    series: [{}, ...STACK.toReversed().map((status) => barSeries(status, ink))],
    axes: [dayAxis(plot, ink), countAxis(ink)],
    cursor: {
      y: false,
      points: { show: false },
      // The library holds back the click of a pointer that moved at all; `hooks` tells a click from a drag.
      drag: { x: true, y: false, setScale: false, dist: DRAG, click: () => undefined },
    },
    hooks: hooks(events),
  };
}

function barSeries(status: (typeof STACK)[number], ink: () => Ink): uPlot.Series {
  const paths = uPlot.paths.bars?.({ size: [0.84, 48], align: 0 });
  return {
    ...(paths && { paths }),
    points: { show: false },
    width: status === 'new' ? 1 : 0,
    stroke: () => ink().statuses[status].ink,
    fill: (plot) => fillOf(plot.ctx, status, ink()),
  };
}

function dayAxis(plot: () => Plot, ink: () => Ink): uPlot.Axis {
  return {
    stroke: () => ink().text,
    font: ink().font,
    grid: { show: false },
    ticks: { show: true, stroke: () => ink().line, width: 1, size: 4 },
    size: 28,
    // Counted from today on, so that the last bar always has its day.
    splits: ({ width }) => {
      const { length } = plot().bars;
      const step = Math.max(1, Math.ceil((length * TICK_WIDTH) / width));
      const ticks: number[] = [];
      for (let bar = length - 1; bar >= 0; bar -= step) ticks.unshift(bar);
      return ticks;
    },
    values: (_, splits) => splits.map((bar) => plot().tick(bar)),
  };
}

function countAxis(ink: () => Ink): uPlot.Axis {
  return {
    stroke: () => ink().text,
    font: ink().font,
    grid: { show: true, stroke: () => ink().line, width: 1 },
    ticks: { show: false },
    size: (_, values) => 16 + 8 * Math.max(1, ...(values ?? []).map(({ length }) => length)),
    incrs: [1, 2, 5]
      .flatMap((each) => [0, 1, 2, 3, 4, 5, 6].map((zeros) => each * 10 ** zeros))
      .sort((a, b) => a - b),
    values: (_, splits) => splits.map(formatNumber),
  };
}

function hooks({ onHover, onPick }: PlotEvents): uPlot.Hooks.Arrays {
  let isDragged = false;
  return {
    setCursor: [({ cursor: { idx } }) => onHover(idx ?? undefined)],
    setSelect: [
      (plot) => {
        const { left, width } = plot.select;
        if (width === 0) return;
        isDragged = true;
        plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        onPick(plot.posToIdx(left), plot.posToIdx(left + width));
      },
    ],
    ready: [
      ({ over, cursor }) => {
        over.addEventListener('mousedown', () => {
          isDragged = false;
        });
        // A drag ends in a click too.
        over.addEventListener('click', () => {
          if (!isDragged && cursor.idx !== null && cursor.idx !== undefined) onPick(cursor.idx, cursor.idx);
        });
      },
    ],
  };
}
