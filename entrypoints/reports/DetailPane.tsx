import { useLayoutEffect, useRef } from 'preact/hooks';
import { DamagedReport } from '@/components/detail/DamagedReport';
import { EmptyState } from '@/components/EmptyState';
import { Problem } from '@/components/Problem';
import type { Names } from '@/components/ReportDetail';
import { errorWords } from '@/utils/error-words';
import { t } from '@/utils/i18n';
import type { ReportEdit } from '@/utils/model/edit';
import type { ReportStore } from '@/utils/storage/reports';
import { readStored } from '@/utils/storage/stored-report';
import { useLiveQuery } from '@/utils/storage/use-live-query';
import { OpenReport } from './detail/OpenReport';
import { UnsavedNotice } from './detail/UnsavedNotice';
import { unsavedNotes } from './detail/unsaved-notes';
import type { CopyIndex } from './detail/use-copies';
import { useNarrow } from './detail/use-narrow';

/** What changes reports, tells the person of success and failure, and can be undone. */
export interface DetailPaneActions {
  /** Resolves to false when it was not stored. */
  edit: (ids: readonly string[], edit: ReportEdit) => Promise<boolean>;
  undoEntries: (seqs: readonly number[]) => Promise<void>;
  revert: (reportId: string, seq: number) => Promise<void>;
  remove: (ids: readonly string[]) => Promise<void>;
  /** Saves a row that cannot be read to a file, as it is stored. */
  exportDamaged: (id: string) => Promise<void>;
  removeDamaged: (id: string) => Promise<void>;
}

export interface DetailPaneProps {
  store: ReportStore;
  names: Names;
  reportId: string;
  index: CopyIndex;
  actions: DetailPaneActions;
  knownTags: readonly string[];
  knownReviewers: readonly string[];
  onBack: () => void;
  onOpen: (reportId: string) => void;
  onHandOver: (reportId: string) => void;
}

/** One report, beside the queue or, on a narrow screen, in its place with a way back. */
export function DetailPane(props: DetailPaneProps) {
  const { reportId, onBack, onOpen } = props;
  const isNarrow = useNarrow();
  return (
    <section class="pane detail-pane" aria-label={t('detailPane')}>
      <button type="button" class="button quiet detail-back" onClick={onBack}>
        {t(isNarrow ? 'actionBack' : 'detailClose')}
      </button>
      <UnsavedNotice notes={unsavedNotes} except={reportId} onOpen={onOpen} />
      <LiveReport key={reportId} {...props} isNarrow={isNarrow} />
    </section>
  );
}

/** Keyed by its report: nothing that is typed for one report is ever shown for another. */
function LiveReport({ isNarrow, ...props }: DetailPaneProps & { isNarrow: boolean }) {
  const { store, reportId, actions, onBack } = props;
  const { value, error, retry } = useLiveQuery(store, async (each) => ({ full: await each.get(reportId) }), [
    reportId,
  ]);
  const heading = useRef<HTMLHeadingElement>(null);
  const isRemoving = useRef(false);
  const isLoaded = value?.full !== undefined;
  useLayoutEffect(() => {
    // What held the focus may be gone: the queue on a narrow screen, a copy's row when the copy was opened.
    const isLost = document.activeElement === document.body;
    if (isLoaded && (isNarrow || isLost)) heading.current?.focus();
    if (value && !isLoaded && isRemoving.current) onBack();
  }, [isLoaded]);

  if (error) {
    return (
      <Problem text={t('errorNotLoaded', errorWords(error))} action={t('actionRetry')} onAction={retry} />
    );
  }
  if (!value) return <p class="muted">{t('reportsLoading')}</p>;
  if (!value.full) return <EmptyState title={t('reportGone')} />;
  const read = readStored(value.full.report);
  if ('corrupt' in read) {
    return (
      <DamagedReport
        corrupt={read.corrupt}
        onExport={() => void actions.exportDamaged(reportId)}
        onRemove={() => {
          isRemoving.current = true;
          void actions.removeDamaged(reportId);
        }}
      />
    );
  }
  return (
    <OpenReport
      {...props}
      full={{ ...value.full, report: read.report }}
      headingRef={heading}
      onDelete={() => {
        isRemoving.current = true;
        void actions.remove([reportId]);
      }}
    />
  );
}
