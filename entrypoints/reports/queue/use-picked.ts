import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import {
  extendPicked,
  keepPicked,
  NOTHING_PICKED,
  type Picked,
  pickAll,
  pickedIn,
  togglePicked,
} from '@/components/queue/picked';
import type { QueueList } from '@/components/queue/queue-list';
import type { QueueIndex } from './contracts';

export interface Picking {
  ids: ReadonlySet<string>;
  /** How many of them the list shows, and whether these are all that it has. */
  shown: number;
  all: boolean;
  toggle: (index: number) => void;
  extend: (from: number, to: number) => void;
  pickAll: () => void;
  clear: () => void;
}

/** @param version changes with the index: reports that are gone are not selected any more */
export function usePicked(list: QueueList, index: QueueIndex, version: unknown): Picking {
  const [picked, setPicked] = useState<Picked>(NOTHING_PICKED);
  useLayoutEffect(
    () => setPicked((each) => keepPicked(each, (id) => index.get(id) !== undefined)),
    [version],
  );
  const counts = useMemo(() => pickedIn(picked.ids, list), [picked.ids, list]);
  return {
    ids: picked.ids,
    ...counts,
    toggle: (at) => setPicked((each) => togglePicked(each, list, at)),
    extend: (from, to) => setPicked((each) => extendPicked(each, list, from, to)),
    pickAll: () => setPicked((each) => (counts.all ? NOTHING_PICKED : pickAll(each, list))),
    clear: () => setPicked(NOTHING_PICKED),
  };
}
