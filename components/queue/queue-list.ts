import type { CorruptRow, QueueRow } from '../../utils/model/queue';

/** How far the rows around a row that is gone are looked for. */
const NEIGHBOURS = 20;
const NEARBY = 500;

const NO_MEMBERS: readonly string[] = [];

/** The rows of the queue in order: those that cannot be read first, then what the query selects. Never changes. */
export class QueueList {
  readonly length: number;

  constructor(
    readonly damaged: readonly CorruptRow[],
    readonly rows: readonly QueueRow[],
  ) {
    this.length = damaged.length + rows.length;
  }

  damagedAt(index: number): CorruptRow | undefined {
    return this.damaged[index];
  }

  rowAt(index: number): QueueRow | undefined {
    return this.rows[index - this.damaged.length];
  }

  idAt(index: number): string | undefined {
    return (this.damagedAt(index) ?? this.rowAt(index))?.id;
  }

  /** Reports that are decided with a row; none for one that cannot be read. */
  membersAt(index: number): readonly string[] {
    return this.rowAt(index)?.members ?? NO_MEMBERS;
  }

  /**
   * The row that a report is in, looked for from a place outwards because rows move little; -1 when it is in none.
   *
   * @param within how far to look
   */
  indexOf(id: string, near = 0, within = this.length): number {
    const start = clamp(near, this.length);
    for (let step = 0; step <= within; step++) {
      const [after, before] = [start + step, start - step];
      if (after >= this.length && before < 0) return -1;
      if (this.#holds(after, id)) return after;
      if (this.#holds(before, id)) return before;
    }
    return -1;
  }

  #holds(index: number, id: string): boolean {
    if (this.damagedAt(index)?.id === id) return true;
    const row = this.rowAt(index);
    if (!row) return false;
    return row.id === id || (row.members.length > 1 && row.members.includes(id));
  }
}

/** A place in a list as it was. */
export interface Place {
  id: string;
  index: number;
  list: QueueList;
}

/**
 * Where a row stands now or, when it is gone, the row that stands in for it: the first one after it that is still
 * there, else the last before it; -1 in an empty list.
 */
export function placeIn(list: QueueList, { id, index, list: before }: Place): number {
  if (list === before || list.length === 0) return list.length === 0 ? -1 : index;
  const same = list.indexOf(id, index);
  if (same >= 0) return same;
  for (const step of [1, -1]) {
    for (let distance = 1; distance <= NEIGHBOURS; distance++) {
      const neighbour = before.idAt(index + step * distance);
      if (neighbour === undefined) break;
      const found = list.indexOf(neighbour, index, NEARBY);
      if (found >= 0) return found;
    }
  }
  return clamp(index, list.length);
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length - 1));
}
