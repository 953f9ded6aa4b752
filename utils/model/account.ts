import type { HistoryAction, Report } from './report';

/** Who works with one copy of the extension. The id is random; it stands in files that the reader exports. */
export interface Reviewer {
  id: string;
  /** The local name; empty when none was set. */
  name: string;
}

/** Longest that a name is shown. */
const LONGEST_NAME = 80;
/** What turns the direction of the text around it, breaks a line or is not seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name from a file, as it can stand in a sentence. */
export function plainName(name: string): string {
  const characters = [...name.slice(0, 4 * LONGEST_NAME).replace(UNFIT, '')];
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME - 1).join('')}…`
    : characters.join('');
}

/** A report as its reviewer's own store held it, under the id that it has there. */
export type StatedReport = Omit<Report, 'accounts' | 'adopted' | 'restored'>;

/** What another reviewer says of a post: their own report on it, as it came in a file. */
export interface Account {
  reviewer: Reviewer;
  report: StatedReport;
  /** What happened to the report there, without the values that were replaced; by ascending time. */
  steps: AccountStep[];
  /** Came from a file that holds only a part of a report: texts may be cut and findings may lack their places. */
  partial?: true;
  /** Private numbers were replaced before it was handed on. */
  masked?: true;
}

export interface AccountStep {
  at: number;
  action: HistoryAction;
  by?: string;
}
