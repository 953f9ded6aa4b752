export const OUTCOMES = ['open', 'removed', 'labelled', 'handled', 'rejected', 'no-answer'] as const;
/** What came of handing a report in, as the office or the site answered; `open` until it did. */
export type Outcome = (typeof OUTCOMES)[number];

/** That a person has handed a report in somewhere, and what came of it. Nothing is ever handed in by the extension. */
export interface Handover {
  id: string;
  /** Id of a form (utils/handover/forms). */
  channel: string;
  /** When it was handed in, in milliseconds since 1970. */
  at: number;
  /** Under which the channel tells the state of the case; empty when it gave none. */
  queryCode: string;
  outcome: Outcome;
  /** Absent while it is open. */
  outcomeAt?: number;
  note: string;
  /** Keys of all posts that were handed in together; of this one alone when there are no others. */
  posts: string[];
}

/** A concern that was raised before an export or a hand-over, and that a person let pass. */
export interface Overruled {
  /** Id of a check (utils/precheck). */
  check: string;
  for: 'export' | 'handover';
  at: number;
  /** The reviewer's local name; absent when none was set. */
  by?: string;
}
