import type { ReportIndex } from '@/utils/report-index/report-index';
import type { ReportStore } from '@/utils/storage/reports';

/** What the queue needs of the index and of the store. */
export type QueueIndex = Pick<ReportIndex, 'size' | 'corrupt' | 'get' | 'select' | 'digests'> & {
  copies: Pick<ReportIndex['copies'], 'clusterOf'>;
};
export type QueueStore = Pick<
  ReportStore,
  | 'rows'
  | 'decided'
  | 'editMany'
  | 'undoEntries'
  | 'revertTo'
  | 'removeMany'
  | 'restoreMany'
  | 'removeDamaged'
  | 'putBackDamaged'
>;
