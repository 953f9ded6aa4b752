import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { t } from '../../utils/i18n';

export interface ChartFigureProps {
  title: string;
  /** What the chart shows, in a sentence. */
  point: string;
  /** The chart's numbers as a table; absent while there are none. */
  table?: ComponentChildren;
  /** What has to be known to read it rightly. */
  note?: string | undefined;
  /** Choices about this chart, beside its title. */
  choices?: ComponentChildren;
  children?: ComponentChildren;
}

/** Heading, main point in words, the chart, and the same as a table. */
export function ChartFigure({ title, point, table, note, choices, children }: ChartFigureProps) {
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={id}>
      <div class="chart-head">
        <h3 id={id}>{title}</h3>
        {choices}
      </div>
      <p class="chart-point">{point}</p>
      {children}
      {note && <p class="small muted">{note}</p>}
      {table && (
        <details class="chart-details">
          <summary>
            {t('chartAsTable')} <span class="visually-hidden">{title}</span>
          </summary>
          {table}
        </details>
      )}
    </figure>
  );
}
