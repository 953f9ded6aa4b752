import type { StoredEntry } from '../tables';
import { sealed } from './seal';

/** Entries of one report with their seals and links anew; the last one says how the report's row was left. */
export function resealed(history: readonly StoredEntry[], state: string, at: number): StoredEntry[] {
  const result: StoredEntry[] = [];
  for (const [i, { from: _from, state: _state, seal: _seal, ...entry }] of history.entries()) {
    result.push(
      sealed({
        ...entry,
        prev: result.at(-1)?.seal ?? null,
        ...(i === history.length - 1 && { state }),
        resealedAt: at,
      }),
    );
  }
  return result;
}
