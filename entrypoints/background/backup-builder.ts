import { browser } from '#imports';
import type { BackupBuilt, BackupOrder } from '@/utils/backup/order';
import { sendMessage } from '@/utils/messaging/protocol';
import { askDocument, closeUnlessUsed, documentWork } from './offscreen';

/** Builds files somewhere, and tells of each when it is done. */
export interface BackupBuilder {
  /** Resolves when building has begun. */
  begin(order: BackupOrder): Promise<void>;
  /** Whether what was begun may still come to an end. */
  isBusy(): Promise<boolean>;
  /** Lets go of what was built. */
  end(): Promise<void>;
}

/** A background that calls nothing for this long may be stopped; in Firefox the file would be gone with it. */
const AWAKE_MS = 10_000;

/**
 * Chromium's `downloads` saves from addresses alone, and its background can make none. The document builds the file and
 * holds its address.
 */
export const documentBuilder: BackupBuilder = {
  begin: (order) => askDocument(() => sendMessage('buildBackup', order)),
  isBusy: async () => (await documentWork()).backup,
  async end() {
    if ((await documentWork()).backup) await sendMessage('endBackup');
    await closeUnlessUsed();
  },
};

/** Firefox's background is a page: it builds the file itself, and stays awake until it is saved. */
export function ownBuilder(
  build: (order: BackupOrder) => Promise<BackupBuilt>,
  tell: (built: BackupBuilt) => void,
): BackupBuilder {
  let awake: ReturnType<typeof setInterval> | undefined;
  let address: string | undefined;
  return {
    async begin(order) {
      awake ??= setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
      void build(order).then((built) => {
        if ('address' in built) address = built.address;
        tell(built);
      });
    },
    isBusy: async () => awake !== undefined,
    async end() {
      clearInterval(awake);
      awake = undefined;
      if (address) URL.revokeObjectURL(address);
      address = undefined;
    },
  };
}
