import { careFileName } from '@/utils/care/file-name';
import { rawJson } from '@/utils/care/raw-json';
import { saveFile } from '@/utils/export/download';
import { t } from '@/utils/i18n';
import { announceDecisions } from '@/utils/storage/announce';
import { targetWords } from './action-words';
import type { Making } from './editing';
import { putBack } from './put-back';

export interface Removing {
  /** As for an edit; what was removed can be put back while the page is open. */
  remove: (ids: readonly string[], target?: string) => Promise<void>;
  /** Saves a row that cannot be read to a file, as it is stored. */
  exportDamaged: (id: string) => Promise<void>;
  removeDamaged: (id: string) => Promise<void>;
}

export function removing({ store, inLine, done, announce }: Making): Removing {
  return {
    async remove(ids, target) {
      await inLine('errorNotSaved', async () => {
        const words = t('reportDeleted', target ?? (await targetWords(store, ids)));
        const removed = await store.removeMany(ids);
        if (removed.length === 0) return;
        const keys = removed.map(({ report }) => report.postKey);
        const undo = async () => {
          await putBack(store, removed);
          announce(() => announceDecisions(keys));
          return { undone: removed.map(({ report }) => report.id), kept: [] };
        };
        done({ words, undo }, true);
        announce(() => announceDecisions(keys));
      });
    },
    async exportDamaged(id) {
      await inLine('errorExport', async () => {
        const [row] = await store.rows([id]);
        const name = careFileName('damaged', Date.now(), 'json');
        saveFile(new File([rawJson(row)], name, { type: 'application/json' }));
      });
    },
    async removeDamaged(id) {
      await inLine('errorNotSaved', async () => {
        const removed = await store.removeDamaged(id);
        if (!removed) return;
        const undo = async () => {
          await store.putBackDamaged(removed);
          return { undone: [id], kept: [] };
        };
        done({ words: t('queueDamagedRemoved', id), undo }, true);
      });
    },
  };
}
