import type { PostEvidence } from '../model/media-check';
import type { Health, Pace } from '../model/page';
import type { PostKey, Surface } from '../model/post';
import type { PageData } from '../sites/read-page';
import type { ScannedFound } from './page-index';

/** What a page holds at one moment. */
export interface Scan {
  url: string;
  surface: Surface | null;
  health: Omit<Health, 'labelsRead'>;
  /** Posts that some rule held for, in the order in which they were found; `inDocumentOrder` gives the other. */
  found: readonly ScannedFound[];
  /** Posts were held back because the page is between two of them; a later look may find them. */
  pending: boolean;
  pace: Pace;
}

export interface LiveScanOptions {
  document: Document;
  /** The address of the page at this moment; that of the document unless told otherwise. */
  address?: () => string;
  data?: PageData | undefined;
  evidenceOf?: EvidenceOf | undefined;
  /** Told in the same turn in which something was found to have changed. */
  onChange: (scan: Scan) => void;
}

/** What is known of a post's files at this moment; who finds out more tells `LiveScan.evidenceCame`. */
export type EvidenceOf = (key: PostKey) => PostEvidence | undefined;

/** What the posts of a page are followed with. */
export interface LivePostsOptions {
  document: Document;
  /** The address of the page at this moment. */
  address: () => string;
  data: PageData | undefined;
  evidenceOf?: EvidenceOf | undefined;
  /** Told of open shadow roots in which posts, or their words, lie. */
  onShadowRoot: (root: ShadowRoot) => void;
}
