import { problemList } from '@/components/exchange/import-words';
import { careFileName } from '@/utils/care/file-name';
import { saveFile } from '@/utils/export/download';
import type { ImportProblem } from '@/utils/import/problems';

/** With a byte-order mark, so that Chinese words stay Chinese in every editor. */
export function saveProblems(file: string, problems: readonly ImportProblem[]): void {
  const name = careFileName('import-problems', Date.now(), 'txt');
  saveFile(new File(['\ufeff', problemList(file, problems)], name, { type: 'text/plain;charset=utf-8' }));
}
