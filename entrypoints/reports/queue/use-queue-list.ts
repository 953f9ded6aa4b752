import { useMemo } from 'preact/hooks';
import { QueueList } from '@/components/queue/queue-list';
import type { ReportQuery, ReportSort } from '@/utils/model/queue';
import { isFiltering } from '@/utils/views/query';
import type { QueueIndex } from './contracts';

export interface QueueListOptions {
  index: QueueIndex;
  version: unknown;
  query: ReportQuery;
  sort: ReportSort;
  grouped: boolean;
}

/** What the query selects; rows that cannot be read fit no filter, and so are shown while there is none. */
export function useQueueList({ index, version, query, sort, grouped }: QueueListOptions): QueueList {
  const filtering = isFiltering(query);
  return useMemo(
    () =>
      new QueueList(
        filtering ? [] : [...index.corrupt.values()],
        index.select(query, sort, { grouped }).rows,
      ),
    [index, version, query, sort, grouped],
  );
}
