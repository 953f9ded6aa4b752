import { useMemo, useRef, useState } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import { CASES_AT_ONCE, CaseList } from '@/components/handover/CaseList';
import { CaseRow } from '@/components/handover/CaseRow';
import { OutcomeFigure } from '@/components/handover/OutcomeFigure';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import { errorWords } from '@/utils/error-words';
import { casesOf, type HandoverCase } from '@/utils/handover/cases';
import { t } from '@/utils/i18n';
import type { Outcome } from '@/utils/model/handover';
import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';
import type { CopyIndex } from '../detail/use-copies';
import type { QueueActions } from '../queue/use-queue-actions';
import { noteOutcome } from './note-outcome';
import { type CaseFacts, useCaseFacts } from './use-case-facts';

export interface CasesPaneProps {
  store: ReportStore;
  names: Names;
  index: Pick<ReportIndex, 'digests' | 'size'> & CopyIndex;
  /** Another one after every change of the index. */
  version: number;
  /** While the index is being read. */
  progress: { done: number; total: number } | undefined;
  actions: Pick<QueueActions, 'edit' | 'attempt'>;
  onOpen: (reportId: string) => void;
}

/** Everything that was handed in: what waits for an answer, oldest first, and what came of the rest. */
export function CasesPane(props: CasesPaneProps) {
  const { store, index, version, progress } = props;
  const cases = useMemo(() => casesOf(index.digests()), [index, version]);
  const [open, setOpen] = useState(CASES_AT_ONCE);
  const [closed, setClosed] = useState(CASES_AT_ONCE);
  const shown = [...cases.open.slice(0, open), ...cases.closed.slice(0, closed)];
  const { facts, error, retry } = useCaseFacts(store, shown);
  const pane = useRef<HTMLElement>(null);
  const all = cases.open.length + cases.closed.length;
  if (all === 0 && !progress) {
    return (
      <EmptyState title={t('caseEmpty')}>
        <p>{t('caseEmptyHint')}</p>
      </EmptyState>
    );
  }
  const row = (item: HandoverCase) => (
    <OneCase
      key={item.key}
      {...props}
      item={item}
      facts={facts.get(item.key)}
      onMoved={() => pane.current?.focus()}
    />
  );
  return (
    <section class="cases" tabIndex={-1} ref={pane} aria-label={t('partCases')}>
      {progress && (
        <p class="muted" role="status">
          {t('reportsLoading')}
        </p>
      )}
      {error && (
        <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
      )}
      <CaseList
        title={t('caseOpenTitle')}
        cases={cases.open}
        empty={t('caseNoneOpen')}
        shown={open}
        onMore={() => setOpen(open + CASES_AT_ONCE)}
      >
        {row}
      </CaseList>
      <div class="cases-side">
        <OutcomeFigure counts={countsOf([...cases.open, ...cases.closed])} />
        <CaseList
          title={t('caseClosedTitle')}
          cases={cases.closed}
          empty={t('caseNoneClosed')}
          shown={closed}
          onMore={() => setClosed(closed + CASES_AT_ONCE)}
        >
          {row}
        </CaseList>
      </div>
    </section>
  );
}

interface OneCaseProps extends CasesPaneProps {
  item: HandoverCase;
  facts: CaseFacts | undefined;
  /** Its row is gone from where it was: the focus must not go with it. */
  onMoved: () => void;
}

function OneCase({ store, actions, onOpen, item, facts, onMoved }: OneCaseProps) {
  return (
    <CaseRow
      item={item}
      posts={facts?.posts}
      note={facts?.note ?? ''}
      now={Date.now}
      onOpen={onOpen}
      onOutcome={async (noted) => {
        const isStored = await noteOutcome({ store, actions }, item, noted);
        if (isStored) onMoved();
        return isStored;
      }}
    />
  );
}

function countsOf(cases: readonly HandoverCase[]): Map<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of cases) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}
