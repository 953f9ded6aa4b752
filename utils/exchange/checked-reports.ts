import type { Report } from '../model/report';
import type { Checked } from '../precheck/define-check';

/** What of the store is asked for the checks. */
export interface CheckedSource {
  /** Number of pictures by report. */
  countScreenshots: () => Promise<ReadonlyMap<string, number>>;
}

/** Batches of reports with the number of pictures that each keeps; no picture is loaded. */
export async function* withPictures(
  batches: AsyncIterable<readonly Report[]>,
  store: CheckedSource,
): AsyncGenerator<Checked[]> {
  const pictures = await store.countScreenshots();
  for await (const batch of batches) {
    yield batch.map((report) => ({ report, pictures: pictures.get(report.id) ?? 0 }));
  }
}
