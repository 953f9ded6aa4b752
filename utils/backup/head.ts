import { EXCHANGE_VERSION, type FileHead } from '../model/exchange';
import { thisReviewer } from '../storage/settings';

/** First line of a backup. @param extension its version */
export async function backupHead(extension: string, at: number): Promise<FileHead> {
  return {
    kind: 'qingjian',
    version: EXCHANGE_VERSION,
    exportedAt: new Date(at).toISOString(),
    extension,
    reviewer: await thisReviewer(),
    backup: true,
  };
}
