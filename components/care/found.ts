/** What a verification says, as far as it is shown; utils/storage/ledger/verify.ts makes it. */
export const ROW_TABLES = ['reports', 'history', 'evidence', 'visits', 'dismissals'] as const;
export type RowTable = (typeof ROW_TABLES)[number];

export interface FoundProblem {
  table: RowTable | 'tallies' | 'totals' | 'ledger';
  /** Empty when the whole table is meant. */
  key: string;
  reportId?: string;
  kind: 'changed' | 'missing' | 'added' | 'chain' | 'picture' | 'count';
}

export interface Found {
  at: number;
  since: number;
  cancelled: boolean;
  checked: Record<RowTable, number>;
  /** The first of those that were found. */
  problems: FoundProblem[];
  found: number;
  fingerprint: string;
}

/** Problems of one report, or those that belong to none. */
export interface ProblemGroup {
  reportId: string | undefined;
  problems: FoundProblem[];
}

/** In the order in which the reports were met; what belongs to no report comes last. */
export function groupByReport(problems: readonly FoundProblem[]): ProblemGroup[] {
  const groups = Map.groupBy(problems, ({ reportId }) => reportId);
  const other = groups.get(undefined);
  groups.delete(undefined);
  const list = [...groups].map(([reportId, own]) => ({ reportId, problems: own }));
  return other ? [...list, { reportId: undefined, problems: other }] : list;
}
