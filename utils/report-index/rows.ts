import type { QueueRow } from '../model/queue';
import { ALONE } from './copy-groups';

/**
 * @param slots those that fit, in order
 * @param single the row of each slot alone
 * @param groups group of copies by slot, to make one row of each; absent when every report is a row
 */
export function toRows(
  slots: Uint32Array,
  single: readonly QueueRow[],
  groups: Uint32Array | undefined,
): QueueRow[] {
  if (!groups) return Array.from(slots, (slot) => single[slot]!);
  const rows: QueueRow[] = [];
  const members = new Map<number, string[]>();
  for (const slot of slots) {
    const group = groups[slot]!;
    const row = single[slot]!;
    if (group === ALONE) {
      rows.push(row);
      continue;
    }
    const known = members.get(group);
    if (known) known.push(row.id);
    else {
      const list = [row.id];
      members.set(group, list);
      rows.push({ id: row.id, members: list });
    }
  }
  return rows;
}
