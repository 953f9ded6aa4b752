import type { Reviewer } from './account';
import type { Confidence } from './finding';
import type { Handover } from './handover';
import type { MediaVerdict } from './media-check';
import type { LabelReading } from './post';
import type { ReportStatus } from './report';

/** Whether a reviewer decided that a post is a problem; `open` as long as they have not decided themselves. */
export type Verdict = 'problem' | 'none' | 'open';

/** What one reviewer says of a post. */
export interface Opinion {
  /** Whoever works here has no id ({@link HERE}). */
  reviewer: Reviewer;
  verdict: Verdict;
  categories: readonly string[];
}

/** Stands for the reader among those who say something of a post. */
export const HERE: Reviewer = { id: '', name: '' };

/** That a report was handed in, as the list of cases needs it. */
export interface HandoverDigest
  extends Pick<Handover, 'id' | 'channel' | 'at' | 'queryCode' | 'outcome' | 'outcomeAt'> {
  /** Who handed it in; absent when it was done here. */
  by?: Reviewer;
  /** It stands in the report itself, not in what somebody else says of the post. */
  isOwn: boolean;
}

/** What the queue knows of a report without loading it. */
export interface ReportDigest {
  id: string;
  /** Number of the write that last changed the report, ascending over the database. */
  rev: number;
  createdAt: number;
  updatedAt: number;
  decidedAt: number | undefined;
  site: string;
  status: ReportStatus;
  categories: readonly string[];
  /** Rules of its findings, each once. */
  rules: readonly string[];
  /** Of the strongest finding. */
  confidence: Confidence | 'none';
  label: LabelReading['state'];
  /** What its files say of their making; empty when none was looked into. */
  files: MediaVerdict | '';
  /** Empty when it is nobody's. */
  assignee: string;
  tags: readonly string[];
  /** Everybody's, the reader's first if they reported the post; empty when no other reviewer says anything of it. */
  opinions: readonly Opinion[];
  /** Everybody's; empty when it was handed in nowhere. */
  handovers: readonly HandoverDigest[];
  /** Title, text, hashtags, author and note, folded for search, one per line. */
  text: string;
}

/** A stored row that does not have the shape of a report. */
export interface CorruptRow {
  id: string;
  /** The field that does not fit and why, for instance `post.text: expected string`. */
  problem: string;
}

/** Stands for reports without a category, rule, tag or reviewer in filters and counts; no id looks like it. */
export const WITHOUT = '-';

/** Reports that a view shows: those that fit every field. An empty list or string lets everything pass. */
export interface ReportQuery {
  /** Every word of it must stand in the report. */
  text: string;
  categories: readonly string[];
  campaigns: readonly string[];
  sites: readonly string[];
  statuses: readonly ReportStatus[];
  confidences: readonly (Confidence | 'none')[];
  labels: readonly LabelReading['state'][];
  files: readonly (MediaVerdict | typeof WITHOUT)[];
  rules: readonly string[];
  assignees: readonly string[];
  tags: readonly string[];
  /** First and last day of filing in local time, `2026-11-22`. */
  from: string;
  to: string;
  /** Only reports that have copies among all reports. */
  copies: boolean;
  /** Only reports of which some reviewers say that they are a problem, and others that they are none. */
  disagree: boolean;
}

export const EVERYTHING: ReportQuery = {
  text: '',
  categories: [],
  campaigns: [],
  sites: [],
  statuses: [],
  confidences: [],
  labels: [],
  files: [],
  rules: [],
  assignees: [],
  tags: [],
  from: '',
  to: '',
  copies: false,
  disagree: false,
};

/** Fields of a query that are lists, and can be counted by value. */
export const FACETS = [
  'statuses',
  'campaigns',
  'categories',
  'sites',
  'confidences',
  'labels',
  'files',
  'rules',
  'assignees',
  'tags',
] as const;
export type Facet = (typeof FACETS)[number];

/** For each value that occurs, how many reports fit the rest of the query and have it. */
export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;

export const SORT_KEYS = [
  'createdAt',
  'updatedAt',
  'decidedAt',
  'confidence',
  'status',
  'site',
  'copies',
] as const;
export interface ReportSort {
  by: (typeof SORT_KEYS)[number];
  descending: boolean;
}
export const NEWEST_FIRST: ReportSort = { by: 'createdAt', descending: true };

/** A row of the queue: one report, or a group of copies that is decided as one. */
export interface QueueRow {
  /** The report that stands for the row. */
  id: string;
  /** Itself and its copies that fit the query; only itself when copies are not grouped. */
  members: readonly string[];
}

/** What a query selects. */
export interface Selection {
  rows: readonly QueueRow[];
  /** Reports, not rows. */
  count: number;
  facets: FacetCounts;
}

/** A query with a name, kept by the reader. */
export interface SavedView {
  id: string;
  name: string;
  query: ReportQuery;
  sort: ReportSort;
  grouped: boolean;
}

/** Why two reports are taken for copies of each other. */
export const COPY_REASONS = ['text', 'near-text', 'cover'] as const;
export type CopyReason = (typeof COPY_REASONS)[number];
