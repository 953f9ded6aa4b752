import type { AgeBar, DecisionFigures } from '../../utils/figures/decisions';
import { formatNumber, t } from '../../utils/i18n';
import { ChartFigure } from './ChartFigure';
import { ChartTable } from './ChartTable';
import { formatDuration, formatPercent } from './format';
import { PlainBars } from './PlainBars';

/** How long it took from filing to the decision. */
export function TimesChart({ figures }: { figures: DecisionFigures }) {
  const { times, timed, untimed, median, ninetieth } = figures;
  const title = t('chartTimesTitle');
  const bars = times.map(({ below, count }, i) => ({
    id: String(below),
    name: timeName(times[i - 1]?.below, below),
    count,
  }));
  const isKnown = median !== undefined && ninetieth !== undefined;
  return (
    <ChartFigure
      title={title}
      point={
        isKnown
          ? t('chartTimesPoint', formatDuration(median), formatDuration(ninetieth), formatNumber(timed))
          : t('chartTimesNone')
      }
      note={untimed > 0 ? t('chartTimesUnknown', formatNumber(untimed)) : undefined}
      table={
        isKnown && (
          <ChartTable
            caption={title}
            columns={[t('chartTime'), t('chartTotal'), t('chartPart')]}
            rows={bars.map(({ id, name, count }) => ({
              id,
              name,
              cells: [formatNumber(count), formatPercent(count / timed)],
            }))}
          />
        )
      }
    >
      {isKnown && <PlainBars look="plain" bars={bars} />}
    </ChartFigure>
  );
}

export interface WaitingChartProps {
  figures: DecisionFigures;
  now: number;
  onPick: (days: { from: string; to: string }) => void;
}

/** How long the others have waited. */
export function WaitingChart({ figures, now, onPick }: WaitingChartProps) {
  const { ages, waiting, oldest } = figures;
  const title = t('chartWaitingTitle');
  const bars = ages.map((age, i) => ({
    id: String(age.days),
    name: ageName(age, ages[i + 1]),
    count: age.count,
    onPick: age.count > 0 ? () => onPick({ from: age.from, to: age.to }) : undefined,
  }));
  return (
    <ChartFigure
      title={title}
      point={
        oldest === undefined
          ? t('chartWaitingNone')
          : t('chartWaitingPoint', formatNumber(waiting), formatDuration(Math.max(0, now - oldest)))
      }
      table={
        waiting > 0 && (
          <ChartTable
            caption={title}
            columns={[t('chartAge'), t('chartTotal'), t('chartPart')]}
            rows={bars.map(({ id, name, count, onPick: pick }) => ({
              id,
              name,
              cells: [formatNumber(count), formatPercent(count / waiting)],
              onPick: pick,
            }))}
          />
        )
      }
    >
      {waiting > 0 && <PlainBars look="new" bars={bars} />}
    </ChartFigure>
  );
}

function timeName(from: number | undefined, below: number): string {
  if (below === Number.POSITIVE_INFINITY) return t('chartTimeMore', formatDuration(from ?? 0));
  return t('chartTimeLess', formatDuration(below));
}

function ageName({ days }: AgeBar, next: AgeBar | undefined): string {
  if (days === 0) return t('chartAgeToday');
  return next ? t('chartAgeDays', days, next.days - 1) : t('chartAgeMore', days);
}
