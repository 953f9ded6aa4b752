import { fromBase64 } from '@/utils/base64';
import { errorWords } from '@/utils/error-words';
import type { Picture } from '@/utils/model/picture';
import type { Evidence } from '@/utils/model/report';
import type { ReportStore } from '@/utils/storage/reports';

/**
 * Puts another picture in the place of a stored one, or takes it away.
 *
 * @throws Error whose message is in the reader's language
 */
export async function changePicture(
  store: ReportStore,
  { id, reportId }: Evidence,
  picture: Picture | null,
): Promise<void> {
  const blob = picture && new Blob([fromBase64(picture.webp)], { type: 'image/webp' });
  // The id names the report and the filing that the picture came with.
  const seq = Number(id.slice(reportId.length + 1));
  try {
    await store.setPicture({ reportId, seq, blob });
  } catch (error) {
    throw new Error(errorWords(error), { cause: error });
  }
}
