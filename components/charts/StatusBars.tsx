import { useState } from 'preact/hooks';
import type { StatusCounts } from '../../utils/figures/status-counts';
import { formatNumber, t } from '../../utils/i18n';
import { STACK, statusParts } from './status';

export interface StatusBar {
  id: string;
  name: string;
  counts: StatusCounts;
  onPick: () => void;
}

export interface StatusBarGroup {
  id: string;
  /** The group's own bar, as its heading; absent where there is one group only. */
  head?: StatusBar;
  bars: readonly StatusBar[];
}

/** Horizontal bars, each divided by status; only the first groups until more are asked for. */
export function StatusBars({ groups, limit }: { groups: readonly StatusBarGroup[]; limit: number }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? groups : firstGroups(groups, limit);
  const all = groups.flatMap(({ head, bars }) => (head ? [head, ...bars] : bars));
  const longest = Math.max(...all.map(({ counts }) => counts.total));
  const rest = count(groups) - count(shown);
  return (
    <>
      {shown.map(({ id, head, bars }) => (
        <ul key={id} class="chart-bars">
          {head && <BarRow {...head} longest={longest} isHead />}
          {bars.map((bar) => (
            <BarRow key={bar.id} {...bar} longest={longest} />
          ))}
        </ul>
      ))}
      {(rest > 0 || isWhole) && (
        <button type="button" class="button quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('chartFewer') : t('chartMore', formatNumber(rest))}
        </button>
      )}
    </>
  );
}

interface BarRowProps extends StatusBar {
  longest: number;
  isHead?: boolean;
}

function BarRow({ name, counts, onPick, longest, isHead = false }: BarRowProps) {
  return (
    <li class={isHead ? 'chart-bar-row chart-bar-head' : 'chart-bar-row'}>
      <button type="button" class="chart-bar" title={t('chartPick')} onClick={onPick}>
        <span class="chart-name">{name}</span>
        <span class="chart-track" aria-hidden="true">
          {STACK.map(
            (status) =>
              counts[status] > 0 && (
                <span
                  key={status}
                  class={`chart-fill chart-${status}`}
                  style={{ inlineSize: `${(100 * counts[status]) / longest}%` }}
                />
              ),
          )}
        </span>
        <span class="chart-value">
          {formatNumber(counts.total)}
          <span class="visually-hidden">{t('summaryParts', statusParts(counts))}</span>
        </span>
      </button>
    </li>
  );
}

/** The first `limit` bars with the heads of their groups. */
function firstGroups(groups: readonly StatusBarGroup[], limit: number): StatusBarGroup[] {
  const shown: StatusBarGroup[] = [];
  let room = limit;
  for (const group of groups) {
    if (room <= 0) break;
    shown.push({ ...group, bars: group.bars.slice(0, room) });
    room -= group.bars.length;
  }
  return shown;
}

const count = (groups: readonly StatusBarGroup[]) => groups.reduce((sum, { bars }) => sum + bars.length, 0);
