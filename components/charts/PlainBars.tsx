import { formatNumber, t } from '../../utils/i18n';

export interface PlainBar {
  id: string;
  name: string;
  count: number;
  /** Absent where no filter tells these reports, or there are none. */
  onPick?: (() => void) | undefined;
}

export interface PlainBarsProps {
  /** Their look: that of a status, or of none. */
  look: 'new' | 'plain';
  bars: readonly PlainBar[];
}

/** Horizontal bars of one kind. */
export function PlainBars({ look, bars }: PlainBarsProps) {
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul class="chart-bars">
      {bars.map((bar) => (
        <li key={bar.id} class="chart-bar-row">
          {bar.onPick ? (
            <button type="button" class="chart-bar" title={t('chartPick')} onClick={bar.onPick}>
              <BarParts {...bar} look={look} longest={longest} />
            </button>
          ) : (
            <div class="chart-bar">
              <BarParts {...bar} look={look} longest={longest} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function BarParts({
  name,
  count,
  look,
  longest,
}: PlainBar & { look: PlainBarsProps['look']; longest: number }) {
  return (
    <>
      <span class="chart-name">{name}</span>
      <span class="chart-track" aria-hidden="true">
        {count > 0 && (
          <span class={`chart-fill chart-${look}`} style={{ inlineSize: `${(100 * count) / longest}%` }} />
        )}
      </span>
      <span class="chart-value">{formatNumber(count)}</span>
    </>
  );
}
