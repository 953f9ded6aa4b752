import type { CheckAnswer, ReportStatus } from './report';

/** One change that a reviewer makes to a report, or to many at once. */
export type ReportEdit =
  | { action: 'status'; status: ReportStatus }
  | { action: 'note'; note: string }
  | { action: 'categories'; categories: string[] }
  | { action: 'answers'; answers: CheckAnswer[] }
  /** Tags that are there already, or were not there, change nothing. */
  | { action: 'tags'; add: string[]; remove: string[] }
  /** Nobody's when empty. */
  | { action: 'assignee'; assignee: string };

/** What an edit did: enough to take it back. */
export interface EditBatch {
  /** Reports that were changed; those that held the values already are not among them. */
  reportIds: string[];
  /** Their history entries, in the same order. */
  entries: number[];
}

/** What became of taking changes back. */
export interface UndoResult {
  undone: string[];
  /** Reports whose value was changed again since; they keep it. */
  kept: string[];
}
