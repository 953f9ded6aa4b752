import { useRef } from 'preact/hooks';
import { type Place, placeIn, type QueueList } from '@/components/queue/queue-list';
import { useAgain } from '@/components/queue/use-again';

/** The row that keys act on. It stays with its report; when the report leaves, the next row stands in for it. */
export interface Cursor {
  /** -1 while no row was chosen. */
  index: number;
  id: string | undefined;
  /** @param index kept within the list */
  moveTo: (index: number) => void;
  /** Where this report is; stays where it is when the list does not have it. */
  goTo: (id: string) => void;
}

export function useCursor(list: QueueList): Cursor {
  const renderAgain = useAgain();
  // Read by keys that follow each other faster than renders.
  const place = useRef<Place | undefined>(undefined);
  const latest = useRef(list);
  latest.current = list;
  if (place.current) place.current = placeAt(list, placeIn(list, place.current));
  const set = (index: number) => {
    place.current = placeAt(latest.current, Math.max(0, Math.min(index, latest.current.length - 1)));
    renderAgain();
  };
  return {
    get index() {
      return place.current?.index ?? -1;
    },
    get id() {
      return place.current?.id;
    },
    moveTo: set,
    goTo: (id) => {
      const index = latest.current.indexOf(id, place.current?.index);
      if (index >= 0) set(index);
    },
  };
}

function placeAt(list: QueueList, index: number): Place | undefined {
  const id = list.idAt(index);
  return id === undefined ? undefined : { id, index, list };
}
