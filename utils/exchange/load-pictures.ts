import type { ImportProblem } from '../import/problems';
import type { IncomingReport } from '../model/exchange';
import type { LoadedPicture } from '../storage/reports';

/**
 * Reads the pictures of a report of a file. One that cannot be used is a problem of its row; rejects only when the
 * file itself cannot be read any more.
 */
export async function loadPictures({
  row,
  pictures,
}: IncomingReport): Promise<{ loaded: LoadedPicture[]; problems: ImportProblem[] }> {
  const loaded: LoadedPicture[] = [];
  const problems: ImportProblem[] = [];
  for (const { at, filing, load } of pictures) {
    try {
      loaded.push({ at, filing, blob: await load() });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotReadableError') throw error;
      problems.push({ code: 'picture', row, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return { loaded, problems };
}
