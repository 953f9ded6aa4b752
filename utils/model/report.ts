import type { Account } from './account';
import type { Finding } from './finding';
import type { Handover, Overruled } from './handover';
import type { Localized } from './localized';
import type { MediaCheck } from './media-check';
import type { Picture } from './picture';
import type { LabelReading, Post, PostKey } from './post';

export const REPORT_STATUSES = ['new', 'confirmed', 'dismissed', 'submitted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The gesture that filed a report; menu and shortcut grant `activeTab` and so carry a picture. */
export const FILED_BY = ['card', 'menu', 'shortcut', 'key'] as const;
export type FiledBy = (typeof FILED_BY)[number];

/** One of a category's questions, as it was put to the reviewer, and the answer. */
export interface CheckAnswer {
  category: string;
  question: Localized;
  answer: 'yes' | 'no';
}

/** What a reader may keep out of a report: the parts of a post that a report can do without. */
export const WITHHOLDABLE = ['author', 'publishedAt', 'counts', 'hashtags', 'media'] as const;
export type Withheld = (typeof WITHHOLDABLE)[number];

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
  /** When the page was read, in milliseconds since 1970. */
  readAt: number;
  /** Names the state of the site definitions that read it (scripts/lib/adapter-version.ts). */
  adapter: string;
  answers: CheckAnswer[];
  /** Taken out of `post` by the reader: not unread, but not to be kept. */
  withheld: Withheld[];
  /** What the files of the post say of their making, as far as they were looked into; absent when none was. */
  mediaChecks?: MediaCheck[];
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
  /** The rest is absent in reports filed before 2026-12. */
  readAt?: number;
  adapter?: string;
  answers?: CheckAnswer[];
  withheld?: Withheld[];
  /** What the post's files said of their making when it was reported; absent when none was looked into. */
  mediaChecks?: MediaCheck[];
  /** Reviewers' own words for it, each once, in the order given; absent when there are none. */
  tags?: string[];
  /** The reviewer who is to decide: a name that stays on this machine. Absent when it is nobody's. */
  assignee?: string;
  /** When its status last left `new`; absent while it is new. */
  decidedAt?: number;
  /** What other reviewers say of the post, by ascending id of the reviewer; absent when no file told of any. */
  accounts?: Account[];
  /** Id of the reviewer whose account stands here, as long as nobody here has reported the post or changed anything. */
  adopted?: string;
  /** It came back from files of the reader's own, and nothing was done to it here since: they go on telling what it is. */
  restored?: Restored;
  /** Id of the reviewer from whom the status was taken over; absent when it was decided here. */
  statusFrom?: string;
  /** Each with its own id; absent when it was handed in nowhere. */
  handovers?: Handover[];
  overruled?: Overruled[];
  /** Milliseconds since 1970. */
  createdAt: number;
  updatedAt: number;
}

/** What of the files that a report came back from is needed to tell whether another one knows more. */
export interface Restored {
  /** How many changes its reviewer had made, as far as the file told. */
  steps: number;
  partial?: true;
  masked?: true;
}

export type HistoryAction =
  | 'filed'
  | 'filed-again'
  | 'status'
  | 'note'
  | 'categories'
  | 'answers'
  | 'picture'
  | 'tags'
  | 'assignee'
  | 'undone'
  | 'reverted'
  | 'restored'
  | 'handover'
  | 'overruled'
  /** Came from a file; `merged` where the post had a report already. */
  | 'imported'
  | 'merged';

/** One change of one report. `before` makes it undoable; absent for the first entry. */
export interface HistoryEntry {
  /** Ascending over the whole database. */
  seq: number;
  reportId: string;
  at: number;
  action: HistoryAction;
  /** The local name of the reviewer who made it; absent when no name was set. */
  by?: string;
  /** The filing that made this change. */
  filing?: string;
  /** Of `reverted`: the entry whose change was taken back, or after which the report stands as it did then. */
  to?: number;
  /** The import that made this change. */
  import?: string;
  /**
   * The values that this change replaced; `undefined` where there was none. A picture that was replaced is not kept.
   */
  before?: Replaced;
}

export type Replaced = { [K in keyof Report]?: Report[K] | undefined };

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

/** How a reported post differs from its report when it is seen again. */
export const CHANGES = ['same', 'edited', 'labelled', 'unlabelled', 'gone'] as const;
export type Change = (typeof CHANGES)[number];

/** A reported post seen again: one row for each time that it was found to differ from the visit before. */
export interface Visit {
  /** Ascending over the whole database. */
  seq: number;
  reportId: string;
  at: number;
  /** More than one when, for instance, a text was edited and a label added; `['same']` and `['gone']` stand alone. */
  changes: Change[];
  /** What the label place said at this visit; absent when the post was gone. */
  labels?: LabelReading;
  /** Title and text as they are now, only when they were edited. */
  title?: string;
  text?: string;
}

/** What a page is told of a report on a post that it shows. */
export interface ReportedPost {
  key: PostKey;
  reportId: string;
  status: ReportStatus;
  categories: string[];
  createdAt: number;
  /** What the report holds of what may change since. */
  title: string;
  text: string;
  labels: LabelReading;
  /** The last visit's, without its texts; empty when nothing was found to differ since the post was last reported. */
  lastChanges: Change[];
  /** Parts that stay out of this report, also when the post is reported again; absent when there are none. */
  withheld?: Withheld[];
}

/** How often a rule held for posts that were reported under its category, and for posts that were dismissed. */
export interface RuleTally {
  rule: string;
  reported: number;
  dismissed: number;
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

export type { Picture };

/** A filing whose picture, when there is one, comes with it for the card; `screenshot` says whether it is kept. */
export type Filing = FiledReport & { picture?: Picture };
