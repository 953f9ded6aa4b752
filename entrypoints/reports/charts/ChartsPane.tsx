import { useMemo, useState } from 'preact/hooks';
import { Agreement } from '@/components/charts/Agreement';
import { Choice } from '@/components/charts/Choice';
import { DaysChart } from '@/components/charts/DaysChart';
import { TimesChart, WaitingChart } from '@/components/charts/DecisionCharts';
import { HeadlineNumbers } from '@/components/charts/HeadlineNumbers';
import { RuleChart } from '@/components/charts/RuleChart';
import { ValueChart } from '@/components/charts/ValueChart';
import { EmptyState } from '@/components/EmptyState';
import type { Names } from '@/components/ReportDetail';
import { byPair } from '@/utils/figures/agreement';
import { byDay, type DayRange } from '@/utils/figures/by-day';
import { byRule } from '@/utils/figures/by-rule';
import { byCampaign, bySite } from '@/utils/figures/by-value';
import { decisions } from '@/utils/figures/decisions';
import { headline } from '@/utils/figures/headline';
import { t } from '@/utils/i18n';
import { EVERYTHING, type ReportDigest, type ReportQuery } from '@/utils/model/queue';
import type { RuleTally } from '@/utils/model/report';
import { campaignGroups, siteGroup } from './bars';
import { useCalm } from './use-calm';

/** Between two counts, in milliseconds. */
const PAUSE = 500;

export type ChartScope = 'all' | 'view';

export interface ChartsPaneProps {
  /** All reports, or those of the view, as `scope` says; a new array whenever anything in it changes. */
  digests: readonly ReportDigest[];
  /** Of all rules that anything was dismissed of. */
  tallies: readonly RuleTally[];
  names: Pick<Names, 'category' | 'site' | 'categories'>;
  ruleName: (id: string) => string;
  scope: ChartScope;
  onScope: (scope: ChartScope) => void;
  /** Shows the reports that a number counts: a change of the view's query, or a whole one where all are counted. */
  onQuery: (change: Partial<ReportQuery>) => void;
}

/** The work in pictures. */
export function ChartsPane(props: ChartsPaneProps) {
  const { digests, scope, onScope } = props;
  return (
    <div class="charts">
      <div class="charts-head">
        <h2>{t('chartTitle')}</h2>
        {(digests.length > 0 || scope === 'view') && (
          <Choice
            label={t('chartScope')}
            value={scope}
            options={[
              { value: 'all', name: t('chartScopeAll') },
              { value: 'view', name: t('chartScopeView') },
            ]}
            onChange={onScope}
          />
        )}
      </div>
      {digests.length > 0 ? <Charts {...props} /> : <NoCharts scope={scope} onScope={onScope} />}
    </div>
  );
}

function NoCharts({ scope, onScope }: Pick<ChartsPaneProps, 'scope' | 'onScope'>) {
  if (scope === 'all') {
    return (
      <EmptyState title={t('chartEmpty')}>
        <p>{t('chartEmptyHint')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={t('chartEmptyView')}>
      <p>
        <button type="button" class="button" onClick={() => onScope('all')}>
          {t('chartShowAll')}
        </button>
      </p>
    </EmptyState>
  );
}

function Charts({ names, ruleName, onQuery, ...latest }: ChartsPaneProps) {
  const counted = useMemo(() => latest, [latest.digests, latest.tallies, latest.scope]);
  const { digests, tallies, scope } = useCalm(counted, PAUSE);
  const [range, setRange] = useState<DayRange>(30);
  // The figures of one state of the reports are all of one moment.
  const now = useMemo(() => Date.now(), [digests]);
  const numbers = useMemo(() => headline(digests, now), [digests]);
  const days = useMemo(() => byDay(digests, range, now), [digests, range]);
  const campaigns = useMemo(() => byCampaign(digests), [digests]);
  const sites = useMemo(() => bySite(digests), [digests]);
  const isWhole = scope === 'all';
  const rules = useMemo(() => byRule(digests, isWhole ? tallies : []), [digests, tallies, isWhole]);
  const pairs = useMemo(() => byPair(digests), [digests]);
  const waits = useMemo(() => decisions(digests, now), [digests]);
  // A number of all reports must not be narrowed by the view that is left for it.
  const show = (change: Partial<ReportQuery>) => onQuery(isWhole ? { ...EVERYTHING, ...change } : change);
  return (
    <>
      <HeadlineNumbers
        headline={numbers}
        median={waits.median}
        onUndecided={() => show({ statuses: ['new'] })}
      />
      <DaysChart range={range} figures={days} onRange={setRange} onPick={show} />
      <div class="charts-grid">
        <div class="charts-column">
          <ValueChart
            kind="categories"
            total={digests.length}
            groups={campaignGroups(campaigns, names, show)}
          />
          <ValueChart kind="sites" total={digests.length} groups={siteGroup(sites, names, show)} />
        </div>
        <div class="charts-column">
          <RuleChart
            rules={rules}
            ruleName={ruleName}
            hasPosts={isWhole}
            onPick={(rule) => show({ rules: [rule] })}
          />
        </div>
        <TimesChart figures={waits} />
        <WaitingChart figures={waits} now={now} onPick={(filed) => show({ ...filed, statuses: ['new'] })} />
      </div>
      <Agreement
        pairs={pairs}
        categoryName={(id) => names.category(id)}
        onDisputed={() => show({ disagree: true })}
      />
    </>
  );
}
