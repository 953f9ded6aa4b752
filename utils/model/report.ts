import type { Finding } from './finding';
import type { Post, PostKey } from './post';

export const REPORT_STATUSES = ['new', 'confirmed', 'dismissed', 'submitted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The gesture that filed a report; the last two grant `activeTab` and so carry a screenshot. */
export const FILED_BY = ['card', 'menu', 'shortcut'] as const;
export type FiledBy = (typeof FILED_BY)[number];

/** What a content script asks the background to store. Everything in it was influenced by a page. */
export interface ReportDraft {
  /** Names this filing, so that saying it again after a lost answer does not file it twice. */
  filing: string;
  post: Post;
  findings: Finding[];
  /** Category ids that the person chose; from the findings unless changed. */
  categories: string[];
  note: string;
  filedBy: FiledBy;
}

/** One stored report: at most one per post. */
export interface Report {
  id: string;
  postKey: PostKey;
  /** The post as read when it was last reported. */
  post: Post;
  findings: Finding[];
  categories: string[];
  note: string;
  status: ReportStatus;
  filedBy: FiledBy;
  /** Version of the extension whose adapter and packs produced the reading. */
  version: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

export type HistoryAction = 'filed' | 'filed-again' | 'status' | 'note' | 'categories' | 'undone';

/** One change of one report. `before` makes it undoable; absent for the first entry. */
export interface HistoryEntry {
  /** Ascending over the whole database. */
  seq: number;
  reportId: string;
  at: number;
  action: HistoryAction;
  /** The filing that made this change. */
  filing?: string;
  /** The values that this change replaced. */
  before?: Partial<Report>;
}

export interface Evidence {
  id: string;
  reportId: string;
  kind: 'screenshot';
  at: number;
  blob: Blob;
}

/** A reader's decision that a post is not a problem: its mark stays away. */
export interface Dismissal {
  postKey: PostKey;
  /** Rules that had marked the post; the figure of precision per rule is drawn from them. */
  rules: string[];
  at: number;
}

/** Answer to a filing: what a page may be told once the write is durable. */
export interface FiledReport {
  reportId: string;
  /** The history entry to undo. */
  seq: number;
  /** False when the post had been reported before. */
  isNew: boolean;
  screenshot: boolean;
}
