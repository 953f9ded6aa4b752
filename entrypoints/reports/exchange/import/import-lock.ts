const NAME = 'qingjian-import';

/** Another window is importing, or takes an import back. */
export class BusyImportError extends Error {
  override name = 'BusyImportError';
}

/** One import at a time over all windows; the browser lets go of it when a page is closed or has crashed. */
export function withoutOthers<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => {
    if (!lock) throw new BusyImportError(NAME);
    return work();
  });
}
