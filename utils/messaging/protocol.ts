import { defineExtensionMessaging } from '@webext-core/messaging';
import type { BackupBuilt, BackupOrder } from '../backup/order';
import type { BytesGiven, BytesWanted, MediaFindings, MediaOrder } from '../evidence/engine/order';
import type { Localized } from '../model/localized';
import type { MediaCheck } from '../model/media-check';
import type { PageGlance, PageReading, ReadingScope } from '../model/page';
import type { Box, Picture, PictureFrame } from '../model/picture';
import type { Media, PostKey } from '../model/post';
import type {
  CheckAnswer,
  Dismissal,
  FiledReport,
  Filing,
  ReportDraft,
  ReportedPost,
  RuleTally,
  Visit,
} from '../model/report';
import type { OptionPlace } from '../options-page';
import type { CategoryChoice, CategoryGuidance, FindingDescription } from '../rules/rule-texts';

/**
 * Every message of the extension, by direction. The background checks each sender and payload before use
 * (entrypoints/background/guard.ts); replies are given after the data is durable.
 */
interface Protocol {
  // content script → background

  /** Stores a report and answers when it is on disk. */
  fileReport(draft: ReportDraft): Filing;
  /** Takes a filing back; false when the report was changed meanwhile. */
  undoReport(filing: { reportId: string; seq: number }): boolean;
  /** Adds details to a report after it was filed. */
  amendReport(details: Amendment): void;
  /** Keeps a mark away from a post that is not a problem. */
  dismissPost(dismissal: Omit<Dismissal, 'at'>): void;
  undoDismissal(postKey: PostKey): void;
  /** Which of the posts on the page were reported or dismissed before. */
  getDecisions(postKeys: PostKey[]): {
    reported: ReportedPost[];
    dismissed: PostKey[];
  };
  /** Reports on the post that stood at an address, for a page that shows it no more. */
  getReportsAt(address: string): ReportedPost[];
  /** Notes that a reported post was seen again; nothing is written when it is as it was at the visit before. */
  recordVisit(visit: Omit<Visit, 'seq' | 'at'>): void;
  /** Marks nothing any more for this rule, on any page; undone by `unmuteRule` and in the options. */
  muteRule(rule: string): void;
  unmuteRule(rule: string): void;
  /** Puts another picture in the place of a filing's, or takes it away. */
  setPicture(change: PictureChange): void;
  /** What rules and categories say of themselves, for a card; kept out of the content script for its size. */
  getCardTexts(findings: CardTextsRequest): CardTexts;
  /** What a category asks of a person who chose it; null when nobody reports under it. */
  getGuidance(category: string): CategoryGuidance | null;
  /** Opens the campaigns page at a category; content scripts cannot open extension pages. */
  openCampaigns(category: string): void;
  /** Opens the reports page in a new tab, at a report. */
  openReport(reportId: string): void;
  /** Opens the options, at a place of them where one is named; content scripts cannot open extension pages. */
  openOptions(place?: OptionPlace): void;
  /** What the toolbar button of the sender's tab shows. */
  showOnButton(page: ButtonState): void;

  /**
   * Looks into the files of one post; answered when all were read or given up. What was read before is not read again
   * for a week.
   */
  checkMedia(request: MediaRequest): MediaCheck[];
  /**
   * Gives up what `checkMedia` of this tab has not read yet; those that were asked answer `stopped`. A page of the
   * extension names the tab.
   */
  stopMedia(tab?: number): void;

  // offscreen document → background

  /** Part of a file, from the page that shows it. */
  needPageBytes(wanted: BytesWanted): BytesGiven;
  /** A backup was built, or could not be. */
  backupBuilt(built: BackupBuilt): void;

  // background → offscreen document

  /** Builds a backup, and tells of it when it is done; answered at once. */
  buildBackup(order: BackupOrder): void;
  /** Lets go of the backup that was built, or of what is built of it. */
  endBackup(): void;
  /** Looks into one file; answered when it is done. */
  checkFile(order: MediaOrder): MediaFindings;
  stopFile(id: string): void;
  /** What the document is in use for: the background closes it when that is nothing. */
  offscreenWork(): OffscreenWork;

  // background → content script

  /** Context menu or shortcut: which post does the reader mean? Null when there is none at that place. */
  pickPost(gesture: { by: 'menu' | 'shortcut'; selection: string }): ReportDraft | null;
  /** Whether the page still shows a post, so that a picture taken meanwhile is one of it. */
  isShown(postKey: PostKey): boolean;
  /**
   * Hides our own marks and tells where a post stands in the window, for a picture of it; null when it is not in
   * sight. They come back with `pictureTaken`, and by themselves after a second.
   */
  framePicture(postKey: PostKey): PictureFrame | null;
  /** False when the picture may show something else than what was framed: the page has moved, or our marks are back. */
  pictureTaken(): boolean;
  /** Part of a file that the page shows, where the page may read it: mostly from its cache, without a request. */
  givePageBytes(wanted: BytesWanted): BytesGiven;
  /** The context menu asked for this picture or film: looks into it, and says what came of it. */
  checkShown(media: Media): void;
  /** Result of a filing that such a gesture began. */
  showFiled(result: GestureResult): void;

  // extension page → content script

  /** Which site the tab's page belongs to and whether its findings have changed; answered while the site is off. */
  glance(): PageGlance;
  /** What was found on the tab's page, or everything that was read there. */
  getPageReading(scope: ReadingScope): PageReading;
  /** Scrolls a post into view and opens its card. */
  showPost(postKey: PostKey): boolean;
}

export interface Amendment {
  reportId: string;
  note?: string;
  categories?: string[];
  answers?: CheckAnswer[];
}

export interface MediaRequest {
  postKey: PostKey;
  /** At most 30. */
  media: Media[];
  /** `view`: the reader turned the check on for the site and the post is in sight; `reader`: asked for this post. */
  by: 'view' | 'reader';
}

export interface OffscreenWork {
  /** One is being built, or held while it is saved. */
  backup: boolean;
  /** Files are being looked into. */
  media: boolean;
}

export interface ButtonState {
  /** Number of marked posts. */
  marked: number;
  /** Nothing, or hardly anything, can be read where posts are expected. */
  unreadable: boolean;
}

export type { Box, Picture, PictureFrame };

export interface PictureChange {
  reportId: string;
  /** The filing that the picture belongs to. */
  seq: number;
  /** Null takes the picture away. */
  picture: Picture | null;
}

export type CardTextsRequest = {
  rule: string;
  category: string;
  counters: string[];
}[];

export interface CardTexts {
  /** In the order of the request; null for a rule that does not exist any more. */
  findings: (FindingDescription | null)[];
  counters: Record<string, Localized>;
  /** What this reader's decisions say of the rules so far, in the order of the request. */
  tallies: RuleTally[];
  choices: readonly CategoryChoice[];
}

export type GestureResult =
  | {
      ok: true;
      filed: FiledReport;
      draft: ReportDraft;
      /** For the card to show; whether it is kept already is said by `filed.screenshot`. */
      picture?: Picture;
    }
  | { ok: false; error: string; draft?: ReportDraft };

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
