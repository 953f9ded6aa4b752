/** What the browser says of the room that this extension has; bytes. Parts that it does not tell are absent. */
export interface StorageState {
  usage?: number;
  quota?: number;
  /** True when the browser does not clear the data by itself. */
  persisted: boolean;
}

type Manager = Pick<StorageManager, 'estimate' | 'persisted' | 'persist'>;

/** From this share of the quota on, a reader should make room. */
const NEARLY_FULL = 0.8;

export async function readStorageState(manager: Manager = navigator.storage): Promise<StorageState> {
  const [{ usage, quota }, persisted] = await Promise.all([manager.estimate(), manager.persisted()]);
  return { ...(usage !== undefined && { usage }), ...(quota !== undefined && { quota }), persisted };
}

/** True when it was granted. Firefox asks the reader and waits for the answer; Chromium answers by itself at once. */
export function askToPersist(manager: Manager = navigator.storage): Promise<boolean> {
  return manager.persist();
}

/** Between 0 and 1, more when the browser has taken room away; `undefined` when it cannot be told. */
export function usedShare({ usage, quota }: Pick<StorageState, 'usage' | 'quota'>): number | undefined {
  return usage === undefined || !quota ? undefined : usage / quota;
}

export function isNearlyFull(state: Pick<StorageState, 'usage' | 'quota'>): boolean {
  return (usedShare(state) ?? 0) > NEARLY_FULL;
}
