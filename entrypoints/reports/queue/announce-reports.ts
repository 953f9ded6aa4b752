import { announceDecisions } from '@/utils/storage/announce';
import { readStored } from '@/utils/storage/stored-report';
import type { QueueStore } from './contracts';

/** Read at once: enough to be quick, few enough to stay small in memory. */
const BATCH = 500;

/** Tells open pages about the posts of reports that were changed. */
export async function announceReports(
  store: Pick<QueueStore, 'rows'>,
  ids: readonly string[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await store.rows(ids.slice(from, from + BATCH));
    await announceDecisions(
      rows.flatMap((row) => {
        const read = readStored(row);
        return 'report' in read ? [read.report.postKey] : [];
      }),
    );
  }
}
