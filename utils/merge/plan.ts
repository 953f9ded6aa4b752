import type { Reviewer } from '../model/account';

/** Fields of a report that reviewers can say differently. */
export const COMPARED = [
  'status',
  'categories',
  'answers',
  'note',
  'tags',
  'title',
  'text',
  'labels',
  'files',
  'author',
] as const;
export type ComparedField = (typeof COMPARED)[number];

/** Those that can be taken over from somebody else; of what was read, both stand side by side. */
export const TAKEABLE = ['status', 'categories', 'answers', 'note', 'tags'] as const;
export type TakeableField = (typeof TAKEABLE)[number];

/** One field that is said differently, and who says what: first what stands here. */
export interface Difference {
  field: ComparedField;
  here: unknown;
  theirs: { reviewer: Reviewer; value: unknown; at: number }[];
}

/** What an import would do with one report of a file. */
export interface ReportPlan {
  postKey: string;
  /** Title or beginning of the text, for lists. */
  headline: string;
  row: number;
  /** `added`: the post has a report, and the file tells more of it without contradicting it. */
  verdict: 'new' | 'same' | 'added' | 'differs';
  differences: Difference[];
  adds: { accounts: number; pictures: number; visits: number };
}

export interface MergeContext {
  /** Who works here. */
  me: Reviewer;
  /** Whose file it is. */
  sender: Reviewer;
  /** The reader says that it is their own, of another computer for instance, whatever its reviewer's id. */
  mine?: boolean;
}
