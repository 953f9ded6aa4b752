import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { EmptyState } from '@/components/EmptyState';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { Report } from '@/utils/model/report';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import type { CopyIndex } from '../detail/use-copies';
import type { QueueActions } from '../queue/use-queue-actions';
import { type DraftInWork, useHandoverDraft } from './drafts';
import { OpenHandover } from './OpenHandover';
import type { Going } from './use-checks';

export interface HandoverPaneProps {
  store: ReportStore;
  names: Names;
  reportId: string;
  index: CopyIndex;
  actions: Pick<QueueActions, 'edit'>;
  onOpen: (reportId: string) => void;
  /** It was noted as handed in. */
  onDone: () => void;
  /** Without noting anything. */
  onBack: () => void;
}

/** A cluster may hold thousands; more than these nobody hands in at once. */
const SHOWN = 50;

/** One report, alone or with its copies, on its way to an office or a site: nothing is handed in from here. */
export function HandoverPane(props: HandoverPaneProps) {
  const { store, reportId, index, onBack } = props;
  const cluster = index.copies.clusterOf(reportId).filter((id) => id !== reportId);
  const ids = [reportId, ...cluster.slice(0, SHOWN)];
  const { value, error, retry } = useLiveQuery(store, (each) => each.wholesOf(ids), [ids]);
  const heading = useRef<HTMLHeadingElement>(null);
  const read = useMemo(() => value && readable(value), [value]);
  const lead = read?.find(({ report }) => report.id === reportId);
  useLayoutEffect(() => {
    if (lead) heading.current?.focus();
  }, [lead !== undefined]);
  if (error) {
    return (
      <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
    );
  }
  if (!value) return <p class="muted handover-loading">{t('reportsLoading')}</p>;
  if (!lead) {
    return (
      <EmptyState title={t('reportGone')}>
        <button type="button" class="button" onClick={onBack}>
          {t('handoverToCases')}
        </button>
      </EmptyState>
    );
  }
  return (
    <Drafted
      key={reportId}
      {...props}
      lead={lead}
      copies={(read ?? []).filter((each) => each !== lead)}
      more={cluster.length - Math.min(cluster.length, SHOWN)}
      headingRef={heading}
    />
  );
}

export interface DraftedProps extends HandoverPaneProps {
  lead: Going;
  copies: readonly Going[];
  more: number;
  headingRef: { current: HTMLHeadingElement | null };
}

function Drafted(props: DraftedProps) {
  const inWork = useHandoverDraft(props.reportId);
  const chosen = useChosenCopies(props, inWork);
  const going = useMemo(
    () => [props.lead, ...props.copies.filter(({ report }) => chosen.has(report.id))],
    [props.lead, props.copies, chosen],
  );
  return <OpenHandover {...props} inWork={inWork} chosen={chosen} going={going} />;
}

/** At first those on the same site that nobody has dismissed: a form is about one site. */
function useChosenCopies({ lead, copies }: DraftedProps, { draft }: DraftInWork): ReadonlySet<string> {
  const offered = useMemo(() => {
    const isOffered = ({ post, status }: Report) =>
      post.site === lead.report.post.site && status !== 'dismissed';
    return new Set(copies.flatMap(({ report }) => (isOffered(report) ? report.id : [])));
  }, [lead, copies]);
  return draft.copies ?? offered;
}

function readable(fulls: readonly FullReport[]): Going[] {
  return fulls.flatMap((full) => {
    const read = readStored(full.report);
    return 'report' in read ? [{ report: read.report, evidence: full.evidence }] : [];
  });
}
