import { useEffect, useState } from 'preact/hooks';
import { reviewer, savedViews } from '@/utils/storage/settings';
import type { ViewChange } from '@/utils/views/saved-views';
import { readViews, type StoredViews, writeViews } from '@/utils/views/stored-views';

type Views = StoredViews['views'];

/** The reader's saved views and own name as they are now, wherever they are changed; `undefined` until they are read. */
export function useStoredViews() {
  const [stored, setStored] = useState<StoredViews & { reviewer: string }>();
  useEffect(() => {
    let stopped = false;
    const reload = async () => {
      const [views, name] = await Promise.all([savedViews.getValue(), reviewer.getValue()]);
      if (!stopped) setStored({ ...readViews(views), reviewer: name });
    };
    const unwatch = [savedViews.watch(reload), reviewer.watch(reload)];
    void reload();
    return () => {
      stopped = true;
      for (const stop of unwatch) stop();
    };
  }, []);
  return stored;
}

/**
 * Changes the saved views as they are stored at the moment, so that those of another window stay.
 *
 * @returns what takes the change back
 * @throws when the browser refuses to write; nothing was changed then
 */
export async function changeViews(change: (views: Views) => ViewChange): Promise<() => Promise<void>> {
  const { undo } = await write(change);
  return async () => {
    await write((views) => ({ views: undo(views), undo: (now) => now }));
  };
}

async function write(change: (views: Views) => ViewChange): Promise<ViewChange> {
  const stored = readViews(await savedViews.getValue());
  const changed = change(stored.views);
  await savedViews.setValue(writeViews({ ...stored, views: changed.views }));
  return changed;
}
