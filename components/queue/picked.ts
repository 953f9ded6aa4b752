import type { QueueList } from './queue-list';

/** Reports that were selected to be decided together. They stay selected when a filter hides their rows. */
export interface Picked {
  ids: ReadonlySet<string>;
  /** The row from which a range is stretched, and what was selected before it. */
  anchor: string | undefined;
  base: ReadonlySet<string>;
}

export const NOTHING_PICKED: Picked = { ids: new Set(), anchor: undefined, base: new Set() };

/** Selects a row with all its copies, or takes the selection back when all of them have it. */
export function togglePicked({ ids }: Picked, list: QueueList, index: number): Picked {
  const members = list.membersAt(index);
  const on = !isPicked(ids, members);
  const changed = new Set(ids);
  for (const id of members) {
    if (on) changed.add(id);
    else changed.delete(id);
  }
  return { ids: changed, anchor: list.idAt(index), base: changed };
}

/** Selects the rows between two; a range that is stretched anew takes the place of the one before. */
export function extendPicked(picked: Picked, list: QueueList, from: number, to: number): Picked {
  const known = picked.anchor === undefined ? -1 : list.indexOf(picked.anchor, from);
  const start = known >= 0 ? known : from;
  const ids = new Set(picked.base);
  for (let index = Math.min(start, to); index <= Math.max(start, to); index++) {
    for (const id of list.membersAt(index)) ids.add(id);
  }
  return { ids, anchor: list.idAt(start), base: picked.base };
}

/** Adds all rows of the list. */
export function pickAll({ ids }: Picked, list: QueueList): Picked {
  const all = new Set(ids);
  for (const { members } of list.rows) for (const id of members) all.add(id);
  return { ids: all, anchor: undefined, base: all };
}

/** Without those that are gone; the same object when none is. */
export function keepPicked(picked: Picked, isThere: (id: string) => boolean): Picked {
  const kept = [...picked.ids].filter(isThere);
  if (kept.length === picked.ids.size) return picked;
  const ids = new Set(kept);
  return { ids, anchor: picked.anchor, base: ids };
}

export function isPicked(ids: ReadonlySet<string>, members: readonly string[]): boolean {
  return members.length > 0 && members.every((id) => ids.has(id));
}

/** How many of the selected reports the list shows, and whether these are all that it has. */
export function pickedIn(ids: ReadonlySet<string>, list: QueueList): { shown: number; all: boolean } {
  let [shown, total] = [0, 0];
  if (ids.size === 0) return { shown, all: false };
  for (const { members } of list.rows) {
    total += members.length;
    for (const id of members) if (ids.has(id)) shown++;
  }
  return { shown, all: shown > 0 && shown === total };
}
