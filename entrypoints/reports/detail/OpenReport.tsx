import type { Ref } from 'preact';
import { headline } from '@/components/headline';
import { type DetailActions, ReportDetail } from '@/components/ReportDetail';
import '@/components/detail/accounts.css';
import { openCampaigns } from '@/utils/campaigns-page';
import { takeEdits } from '@/utils/merge/take';
import type { FullReport, ReportStore } from '@/utils/storage/reports';
import { changePicture } from '../change-picture';
import type { DetailPaneProps } from '../DetailPane';
import { saveReviewer, useReviewer } from './reviewer';
import { unsavedNotes } from './unsaved-notes';
import { useCopies } from './use-copies';

export interface OpenReportProps extends Omit<DetailPaneProps, 'onBack'> {
  store: ReportStore;
  full: FullReport;
  headingRef: Ref<HTMLHeadingElement>;
  onDelete: () => void;
}

/** A report that could be read, joined with its copies, the reader's name and what changes it. */
export function OpenReport(props: OpenReportProps) {
  const { store, full, names, reportId, index, knownTags, knownReviewers, headingRef } = props;
  const copies = useCopies(store, index, reportId);
  const reviewer = useReviewer();
  return (
    <ReportDetail
      {...full}
      seal={full.report.seal}
      copies={copies}
      names={names}
      reviewer={reviewer}
      knownTags={knownTags}
      knownReviewers={knownReviewers}
      unsavedNote={unsavedNotes.textOf(reportId)}
      headingRef={headingRef}
      on={detailActions(props, copies.ids)}
    />
  );
}

function detailActions(
  { store, full: { report }, reportId, actions, onOpen, onHandOver, onDelete }: OpenReportProps,
  copyIds: readonly string[],
): DetailActions {
  const own = [reportId];
  return {
    onStatus: (status) => void actions.edit(own, { action: 'status', status }),
    onNote: (note) => actions.edit(own, { action: 'note', note }),
    onUnsavedNote: (text) =>
      text === undefined
        ? unsavedNotes.drop(reportId)
        : unsavedNotes.keep({ reportId, title: headline(report), text }),
    onCategories: (categories) => void actions.edit(own, { action: 'categories', categories }),
    onTags: (change) => actions.edit(own, { action: 'tags', ...change }),
    onAssign: (assignee) => actions.edit(own, { action: 'assignee', assignee }),
    onReviewerName: saveReviewer,
    onPicture: (evidence, picture) => changePicture(store, evidence, picture),
    onTake: (field, account) => {
      for (const edit of takeEdits(report, account, [field])) void actions.edit(own, edit);
    },
    onUndo: (seq) => void actions.undoEntries([seq]),
    onRevert: (seq) => void actions.revert(reportId, seq),
    onDecideAll: (status) => void actions.edit([reportId, ...copyIds], { action: 'status', status }),
    onOpen,
    onMore: (category) => void openCampaigns(category),
    onHandOver: () => onHandOver(reportId),
    onDelete,
  };
}
