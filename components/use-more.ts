import { useState } from 'preact/hooks';
import type { FoundGroup, FoundPost } from './groups';

/** A category with few posts is shown whole, however many others there are. */
const LEAST = 5;

export interface More {
  shown: (id: string, group: FoundGroup) => readonly FoundPost[];
  /** How many more {@link More.show} would show, of how many that are left. */
  left: (id: string, group: FoundGroup) => { next: number; all: number };
  show: (id: string) => void;
}

/**
 * Cuts long lists, so that none hides the others.
 *
 * @param limit posts shown at first in all groups together
 */
export function useMore(limit: number, groups: number): More {
  const [added, setAdded] = useState<Readonly<Record<string, number>>>({});
  const first = Math.max(LEAST, Math.floor(limit / Math.max(groups, 1)));
  const until = (id: string) => first + (added[id] ?? 0);
  return {
    shown: (id, { posts }) => posts.slice(0, until(id)),
    left: (id, { posts }) => {
      const all = Math.max(0, posts.length - until(id));
      return { next: Math.min(all, limit), all };
    },
    show: (id) => setAdded((before) => ({ ...before, [id]: (before[id] ?? 0) + limit })),
  };
}
