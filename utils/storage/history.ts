import type { HistoryEntry, Report } from '../model/report';
import type { Tables } from './tables';

/** Adds an entry to a report's history; resolves to its number. */
export async function log(
  tables: Pick<Tables, 'history'>,
  entry: Omit<HistoryEntry, 'seq' | 'before'>,
  before?: Partial<Report>,
): Promise<number> {
  return tables.history.add({ ...entry, ...(before && { before }) });
}

export function isFiling({ action }: HistoryEntry): boolean {
  return action === 'filed' || action === 'filed-again';
}
