import { formatNumber, type MessageKey, t } from '@/utils/i18n';
import { type Found, type FoundProblem, ROW_TABLES, type RowTable } from './found';

type Kind = FoundProblem['kind'];

const TABLES: Record<RowTable, MessageKey> = {
  reports: 'careTableReports',
  history: 'careTableHistory',
  evidence: 'careTablePictures',
  visits: 'careTableVisits',
  dismissals: 'careTableDismissals',
};

const ROWS: Record<FoundProblem['table'], MessageKey> = {
  reports: 'careRowReport',
  history: 'careRowHistory',
  evidence: 'careRowPicture',
  visits: 'careRowVisit',
  dismissals: 'careRowDismissal',
  tallies: 'careRowTally',
  totals: 'careRowTotals',
  ledger: 'careRowLedger',
};

const KINDS: Record<Kind, MessageKey> = {
  changed: 'careKindChanged',
  missing: 'careKindMissing',
  added: 'careKindAdded',
  chain: 'careKindChain',
  picture: 'careKindPicture',
  count: 'careKindCount',
};

const WHOLE: Partial<Record<Kind, MessageKey>> = {
  missing: 'careWholeMissing',
  added: 'careWholeAdded',
};

/** One problem as a sentence. */
export function problemWords({ table, key, kind }: FoundProblem): string {
  if (key === '' && table in TABLES) {
    return t(WHOLE[kind] ?? 'careWholeChanged', tableWord(table as RowTable));
  }
  return t('careProblemLine', t(ROWS[table], key), t(KINDS[kind]));
}

export function tableWord(table: RowTable): string {
  return t(TABLES[table]);
}

/** What came of it, in one sentence. */
export function verdict({ cancelled, found }: Pick<Found, 'cancelled' | 'found'>): string {
  if (found > 0) return t('careProblemsFound', formatNumber(found));
  return t(cancelled ? 'careVerifyCancelled' : 'careNothingChanged');
}

/** Rows that were looked at, by table. */
export function checkedWords(checked: Found['checked']): { table: string; rows: string }[] {
  return ROW_TABLES.map((table) => ({ table: tableWord(table), rows: formatNumber(checked[table]) }));
}
