import { defineExtensionMessaging } from '@webext-core/messaging';
import type { Localized } from '../model/localized';
import type { PageGlance, PageReading } from '../model/page';
import type { PostKey } from '../model/post';
import type { Dismissal, FiledReport, ReportDraft } from '../model/report';
import type { CategoryChoice, CategoryGuidance, FindingDescription } from '../rules/describe';

/**
 * Every message of the extension, by direction. The background checks each sender and payload before use
 * (entrypoints/background/guard.ts); replies are given after the data is durable.
 */
interface Protocol {
  // content script → background

  /** Stores a report and answers when it is on disk. */
  fileReport(draft: ReportDraft): FiledReport;
  /** Takes a filing back; false when the report was changed meanwhile. */
  undoReport(filing: { reportId: string; seq: number }): boolean;
  /** Adds details to a report after it was filed. */
  amendReport(details: { reportId: string; note?: string; categories?: string[] }): void;
  /** Keeps a mark away from a post that is not a problem. */
  dismissPost(dismissal: Omit<Dismissal, 'at'>): void;
  undoDismissal(postKey: PostKey): void;
  /** Which of the posts on the page were reported or dismissed before. */
  getDecisions(postKeys: PostKey[]): {
    reported: PostKey[];
    dismissed: PostKey[];
  };
  /** What rules and categories say of themselves, for a card; kept out of the content script for its size. */
  getCardTexts(findings: CardTextsRequest): CardTexts;
  /** What a category asks of a person who chose it; null when nobody reports under it. */
  getGuidance(category: string): CategoryGuidance | null;
  /** Opens the campaigns page at a category; content scripts cannot open extension pages. */
  openCampaigns(category: string): void;
  /** What the toolbar button of the sender's tab shows. */
  showOnButton(page: ButtonState): void;

  // background → content script

  /** Context menu or shortcut: which post does the reader mean? Null when there is none at that place. */
  pickPost(gesture: { by: 'menu' | 'shortcut'; selection: string }): ReportDraft | null;
  /** Whether the page still shows a post, so that a picture taken meanwhile is one of it. */
  isShown(postKey: PostKey): boolean;
  /** Result of a filing that such a gesture began. */
  showFiled(result: GestureResult): void;

  // extension page → content script

  /** Which site the tab's page belongs to and whether its findings have changed; answered while the site is off. */
  glance(): PageGlance;
  /** What was found on the tab's page. */
  getPageReading(): PageReading;
  /** Scrolls a post into view and opens its card. */
  showPost(postKey: PostKey): boolean;
}

export interface ButtonState {
  /** Number of marked posts. */
  marked: number;
  /** Nothing can be read where posts are expected. */
  unreadable: boolean;
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
  choices: readonly CategoryChoice[];
}

export type GestureResult =
  | { ok: true; filed: FiledReport; draft: ReportDraft }
  | { ok: false; error: string; draft?: ReportDraft };

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>();
