import type { Handover, Overruled } from './handover';
import type { CheckAnswer, ReportStatus } from './report';

/** One change that a reviewer makes to a report, or to many at once. */
export type ReportEdit =
  /** `from` is the id of the reviewer whose decision is taken over; absent when it is decided here. */
  | { action: 'status'; status: ReportStatus; from?: string }
  | { action: 'note'; note: string }
  | { action: 'categories'; categories: string[] }
  | { action: 'answers'; answers: CheckAnswer[] }
  /** Tags that are there already, or were not there, change nothing. */
  | { action: 'tags'; add: string[]; remove: string[] }
  /** Nobody's when empty. */
  | { action: 'assignee'; assignee: string }
  /** Adds it, or takes the place of the one with its id; the report counts as submitted. */
  | { action: 'handover'; handover: Handover }
  /** Added to those that were let pass before. */
  | { action: 'overruled'; overruled: Overruled[] };

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
