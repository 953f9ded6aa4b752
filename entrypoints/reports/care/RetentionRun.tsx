import { useEffect } from 'preact/hooks';
import { RetentionNotice } from '@/components/care/RetentionNotice';
import type { ReportStore } from '@/utils/storage/reports';
import type { CareIndex } from './care-index';
import { useKept } from './kept';
import { applyRetention, letGo, putBackTaken, retentionTaskOf } from './retention-task';

export interface RetentionRunProps {
  store: ReportStore;
  index: CareIndex;
  /** The index knows all reports. */
  ready: boolean;
}

/** Applies the retention rules when the page has opened, and tells what they did. Shows nothing when they did nothing. */
export function RetentionRun({ store, index, ready }: RetentionRunProps) {
  const { news, cancel } = useKept(retentionTaskOf(store));
  useEffect(() => {
    if (ready) void applyRetention(store, index);
  }, [store, ready]);
  if (!news) return null;
  return (
    <RetentionNotice
      news={news}
      onCancel={() => cancel.abort()}
      onPutBack={() => void putBackTaken(store)}
      onClose={() => letGo(store)}
    />
  );
}
