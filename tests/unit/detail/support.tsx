import { vi } from 'vitest';
import { NO_COPIES } from '@/components/detail/CopiesPanel';
import { type DetailActions, ReportDetail, type ReportDetailProps } from '@/components/ReportDetail';
import { makeReport } from '../../support/builders';
import { testNames } from '../../support/names';

/** Everything that a person can do, each succeeding. */
export function detailActions() {
  return {
    onStatus: vi.fn<DetailActions['onStatus']>(),
    onNote: vi.fn<DetailActions['onNote']>(async () => true),
    onUnsavedNote: vi.fn<DetailActions['onUnsavedNote']>(),
    onCategories: vi.fn<DetailActions['onCategories']>(),
    onTags: vi.fn<DetailActions['onTags']>(async () => true),
    onAssign: vi.fn<DetailActions['onAssign']>(async () => true),
    onReviewerName: vi.fn<DetailActions['onReviewerName']>(async () => true),
    onPicture: vi.fn<DetailActions['onPicture']>(async () => undefined),
    onTake: vi.fn<DetailActions['onTake']>(),
    onUndo: vi.fn<DetailActions['onUndo']>(),
    onRevert: vi.fn<DetailActions['onRevert']>(),
    onDecideAll: vi.fn<DetailActions['onDecideAll']>(),
    onOpen: vi.fn<DetailActions['onOpen']>(),
    onMore: vi.fn<DetailActions['onMore']>(),
    onHandOver: vi.fn<DetailActions['onHandOver']>(),
    onDelete: vi.fn<DetailActions['onDelete']>(),
  };
}

export function detail(parts: Partial<ReportDetailProps> = {}) {
  return (
    <ReportDetail
      report={makeReport()}
      history={[]}
      visits={[]}
      evidence={[]}
      copies={NO_COPIES}
      names={testNames}
      reviewer=""
      knownTags={[]}
      knownReviewers={[]}
      on={detailActions()}
      {...parts}
    />
  );
}
