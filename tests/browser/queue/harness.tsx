import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import baseCss from '@/components/base.css?inline';
import { NOTE_FIELD } from '@/components/detail/field-ids';
import findingsCss from '@/components/findings.css?inline';
import keyHelpCss from '@/components/key-help.css?inline';
import queueCss from '@/components/queue/queue.css?inline';
import { Toast } from '@/components/Toast';
import toastCss from '@/components/toast.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { useToast } from '@/components/use-toast';
import type { QueueIndex, QueueStore } from '@/entrypoints/reports/queue/contracts';
import { QueuePane } from '@/entrypoints/reports/queue/QueuePane';
import { useQueueActions } from '@/entrypoints/reports/queue/use-queue-actions';
import type { ReportDigest, ReportQuery, ReportSort } from '@/utils/model/queue';
import { EVERYTHING, NEWEST_FIRST } from '@/utils/model/queue';
import type { Report } from '@/utils/model/report';
import { digestOf } from '@/utils/report-index/digest';
import { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import type { StoredReport } from '@/utils/storage/tables';
import { makeFinding, makePost, makeReport } from '../../support/builders';

/** A page around the queue: what the reports page gives it, and nothing else. */
export interface HarnessProps {
  store: QueueStore;
  index: QueueIndex;
  version?: number;
  query?: Partial<ReportQuery>;
  progress?: { done: number; total: number };
  reviewer?: string;
  exported?: (ids: readonly string[]) => void;
}

export function Harness({ store, index, version = 0, progress, reviewer = '', ...rest }: HarnessProps) {
  const [query, setQuery] = useState<ReportQuery>({ ...EVERYTHING, ...rest.query });
  const [sort, setSort] = useState<ReportSort>(NEWEST_FIRST);
  const [grouped, setGrouped] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const toasts = useToast();
  const actions = useQueueActions(store, toasts);
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  return (
    <main style={{ height: '100vh', display: 'grid', gridTemplateColumns: openId ? '2fr 3fr' : '1fr' }}>
      <QueuePane
        {...{ store, index, version, progress, query, sort, grouped, openId, toasts, actions, reviewer }}
        names={{ category: (id) => `Category ${id}`, site: (id) => `Site ${id}` }}
        onQuery={(change) => setQuery((before) => ({ ...before, ...change }))}
        onSort={setSort}
        onGrouped={setGrouped}
        onOpen={setOpenId}
        tableRef={table}
        searchRef={search}
        onExport={(ids) => rest.exported?.(ids)}
        atRisk={false}
        filters={<input ref={search} type="search" aria-label="Search" />}
      />
      {openId && (
        <section aria-label="Details">
          <h2>{openId}</h2>
          <textarea id={NOTE_FIELD} aria-label="Note" />
          <button type="button" onClick={() => setOpenId(undefined)}>
            Back
          </button>
        </section>
      )}
      {actions.problem && <p role="alert">{actions.problem}</p>}
      <Toast toast={toasts.toast} seconds={10} onClose={toasts.close} />
    </main>
  );
}

/** The harness over a real database and a real index that follows it. */
export function Live({
  store,
  ...rest
}: Omit<HarnessProps, 'store' | 'index' | 'version'> & { store: ReportStore }) {
  const index = useMemo(() => new ReportIndex(), []);
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const subscription = store
      .watch((each) => each.page(undefined, 10_000))
      .subscribe((rows) => {
        const there = new Set(rows.map((row) => (row as { id: string }).id));
        index.remove([...index.ids()].filter((id) => !there.has(id)));
        index.put(rows);
        setVersion((before) => before + 1);
      });
    return () => subscription.unsubscribe();
  }, []);
  return <Harness {...rest} store={store} index={index} version={version} />;
}

export const CSS = [tokensCss, baseCss, findingsCss, toastCss, keyHelpCss, queueCss].join('\n');

export function showIn(root: HTMLElement, props: HarnessProps): void {
  render(<Harness {...props} />, root);
}

const DAY = 86_400_000;
const STATUSES = ['new', 'new', 'new', 'confirmed', 'dismissed', 'submitted'] as const;
const CONFIDENCES = ['strong', 'likely', 'clue'] as const;
const TITLES = [
  '路上偶遇拾荒老人，我塞给他两千块，没有剧本',
  '三天瘦十斤的秘方，评论区领取',
  '外卖小哥深夜送餐，开门的一幕让人泪目',
  '这条视频是用 AI 做的吗？看完再说',
  '',
];

/** The report at a place of a long list, invented; the first is the newest. */
export function manyReport(i: number): StoredReport {
  const id = `r${String(i).padStart(6, '0')}`;
  const status = STATUSES[i % STATUSES.length]!;
  const at = Date.UTC(2026, 10, 20) - i * 60_000;
  const report: Report = makeReport({
    id,
    post: makePost({
      id,
      title: TITLES[i % TITLES.length]!,
      text: `第 ${i} 条：${'街头随手拍到的一幕，关注看后续。'.repeat(3)}`,
      author: { name: `山间小院 ${i % 97}` },
      ...(i % 3 === 0 && { labels: { state: 'none', items: [] } as const }),
    }),
    findings: i % 7 === 0 ? [] : [makeFinding({ confidence: CONFIDENCES[i % 3]! })],
    categories:
      i % 7 === 0 ? [] : ['2025-3/fake-staged', ...(i % 4 === 0 ? ['2025-4/ai-label-missing'] : [])],
    status,
    ...(status !== 'new' && { decidedAt: at + DAY }),
    ...(i % 5 === 0 && { assignee: '小林', tags: ['待复核', '摆拍'] }),
    createdAt: at,
    updatedAt: at,
  });
  return { ...report, rev: 1, seal: '', chain: '' };
}

/** An index and a store of so many reports, none of which is made before it is asked for. */
export function manyReports(count: number): { index: QueueIndex; store: QueueStore; asked: string[][] } {
  const digests = new Map<string, ReportDigest>();
  const digest = (id: string) => {
    const known = digests.get(id) ?? digestOf(manyReport(Number(id.slice(1))));
    digests.set(id, known);
    return known;
  };
  const rows = Array.from({ length: count }, (_, i) => {
    const id = `r${String(i).padStart(6, '0')}`;
    return { id, members: [id] };
  });
  const asked: string[][] = [];
  const index: QueueIndex = {
    size: count,
    corrupt: new Map(),
    copies: { clusterOf: (id) => (Number(id.slice(1)) % 11 === 0 ? [id, 'x', 'y'] : [id]) },
    get: (id) => (Number(id.slice(1)) < count ? digest(id) : undefined),
    select: () => ({ rows, count, facets: {} as never }),
    digests: () => [],
  };
  const store = {
    rows: async (ids: readonly string[]) => {
      asked.push([...ids]);
      return ids.map((id) => manyReport(Number(id.slice(1))));
    },
    decided: async () => ({ reported: [], dismissed: [] }),
    editMany: async (ids: readonly string[]) => ({ reportIds: [...ids], entries: ids.map((_, i) => i + 1) }),
  } as unknown as QueueStore;
  return { index, store, asked };
}
