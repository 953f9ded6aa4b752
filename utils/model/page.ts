import type { Finding } from './finding';
import type { Localized } from './localized';
import type { MediaCheck, MediaProgress } from './media-check';
import type { Post, Surface } from './post';

/**
 * - `ok`: posts found, nothing required is missing
 * - `partial`: posts found, a required field is missing on at least one
 * - `waiting`: nothing readable yet on a page that is still young
 * - `layout-changed`: the address promises posts, and none could be read, or hardly any required field, or they stand
 *   in elements that are not known
 * - `not-a-post`: the page is removed, or its address holds no posts
 */
export type HealthStatus = 'ok' | 'partial' | 'waiting' | 'layout-changed' | 'not-a-post';

export interface Health {
  status: HealthStatus;
  /** Posts read. */
  posts: number;
  /** Posts whose label place or label state could be read; for the others no absence of a label can be told. */
  labelsRead: number;
  /** Required fields that at least one post lacked, as `kind.field`. */
  missing: string[];
}

export interface ScannedPost extends Post {
  findings: Finding[];
  /** What its files say of their making, as far as they were looked into; absent when none was. */
  mediaChecks?: MediaCheck[];
}

/** `slowed`: reading kept the page waiting, so that it now answers changes later and in small pieces. */
export type Pace = 'normal' | 'slowed';

/** What is known about one page at one moment. */
export interface PageReading {
  site: string;
  surface: Surface | null;
  url: string;
  health: Health;
  pace: Pace;
  /** Of a page in a browser those with findings; `inspect page` prints all of them. */
  posts: ScannedPost[];
  /** Absent where no browser shows the page. */
  media?: MediaProgress;
}

/** Which posts a reading is to hold. */
export type ReadingScope = 'found' | 'all';

/** What a page says of itself in passing, also while its site is off. */
export interface PageGlance {
  site: string;
  /** Changes whenever the page holds other findings; null while nothing was scanned. */
  scan: string | null;
}

export interface NamedSite {
  id: string;
  name: Localized;
}

/** What an extension page knows of a tab's page. */
export type PageState =
  | { type: 'loading'; site?: NamedSite }
  /** Not a page of a known site. */
  | { type: 'foreign' }
  /** A known site that is read only after the reader has turned it on in the options. */
  | { type: 'opt-in'; site: NamedSite }
  | { type: 'off'; site: NamedSite }
  /** A known site, switched on, whose page does not answer: it was open before the extension was installed. */
  | { type: 'silent'; site: NamedSite }
  | { type: 'read'; site: NamedSite; tabId: number; reading: PageReading };
