import { useState } from 'preact/hooks';
import {
  ENOUGH,
  hasEnough,
  ordered,
  RULE_ORDERS,
  type RuleFigures,
  type RuleOrder,
} from '../../utils/figures/by-rule';
import { formatNumber, type MessageKey, t } from '../../utils/i18n';
import { ChartFigure } from './ChartFigure';
import { ChartTable } from './ChartTable';
import { Choice } from './Choice';
import { formatPercent } from './format';
import { IntervalRow } from './IntervalRow';

export interface RuleChartProps {
  rules: readonly RuleFigures[];
  ruleName: (id: string) => string;
  /** Whether posts that were dismissed on pages are counted: they belong to no view. */
  hasPosts: boolean;
  onPick: (rule: string) => void;
}

const ORDERS = { weakest: 'chartOrderWeakest', decisions: 'chartOrderDecisions' } as const satisfies Record<
  RuleOrder,
  MessageKey
>;
/** Rules shown before more are asked for. */
const LIMIT = 12;

/** How often people agreed with each rule, and how sure that is. */
export function RuleChart({ rules, ruleName, hasPosts, onPick }: RuleChartProps) {
  const [order, setOrder] = useState<RuleOrder>('weakest');
  const [isWhole, setWhole] = useState(false);
  const judged = ordered(rules, order);
  const shown = isWhole ? judged : judged.slice(0, LIMIT);
  const columns = ['chartRule', 'chartShare', 'chartInterval', 'chartDecisions'] as const;
  const counted = ['chartConfirmed', 'statusDismissed', 'chartDismissedPosts', 'chartUndecided'] as const;
  const table = (
    <ChartTable
      caption={t('chartRulesTitle')}
      columns={[...columns, ...counted].map((key) => t(key))}
      rows={judged.map((rule) => ({
        id: rule.rule,
        name: ruleName(rule.rule),
        cells: cellsOf(rule),
        onPick: () => onPick(rule.rule),
      }))}
    />
  );
  return (
    <ChartFigure
      title={t('chartRulesTitle')}
      point={pointOf(rules, ruleName)}
      note={hasPosts ? t('chartRulesNote') : t('chartRulesNoteView')}
      table={judged.length > 0 && table}
      choices={
        judged.length > 1 && (
          <Choice
            label={t('chartOrder')}
            value={order}
            options={RULE_ORDERS.map((value) => ({ value, name: t(ORDERS[value]) }))}
            onChange={setOrder}
          />
        )
      }
    >
      {judged.length > 0 && <Scale />}
      <ul class="chart-bars">
        {shown.map((rule) => (
          <IntervalRow
            key={rule.rule}
            name={ruleName(rule.rule)}
            share={rule.share}
            isSure={hasEnough(rule)}
            onPick={() => onPick(rule.rule)}
          />
        ))}
      </ul>
      {judged.length > LIMIT && (
        <button type="button" class="button quiet" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('chartFewer') : t('chartMore', formatNumber(judged.length - LIMIT))}
        </button>
      )}
    </ChartFigure>
  );
}

function Scale() {
  return (
    <div class="chart-bar chart-interval-bar chart-scale small muted" aria-hidden="true">
      <span />
      <span class="chart-scale-marks">
        {[0, 0.5, 1].map((mark) => (
          <span key={mark}>{formatPercent(mark)}</span>
        ))}
      </span>
      <span />
    </div>
  );
}

function cellsOf({ share, confirmed, dismissed, dismissedPosts, undecided }: RuleFigures): string[] {
  return [
    formatPercent(share.rate ?? 0),
    t('chartFromTo', formatPercent(share.low ?? 0), formatPercent(share.high ?? 0)),
    ...[share.n, confirmed, dismissed, dismissedPosts, undecided].map(formatNumber),
  ];
}

function pointOf(rules: readonly RuleFigures[], ruleName: (id: string) => string): string {
  const sure = ordered(rules, 'weakest').filter(hasEnough);
  const [weakest] = sure;
  if (!weakest) return t('chartRulesNone', ENOUGH);
  const { hits, n, low, high } = weakest.share;
  return t(
    'chartRulesPoint',
    formatNumber(sure.length),
    ruleName(weakest.rule),
    formatNumber(hits),
    formatNumber(n),
    t('chartFromTo', formatPercent(low ?? 0), formatPercent(high ?? 0)),
  );
}
