import type { Finding } from './finding';
import type { Post, Surface } from './post';

/**
 * - `ok`: posts found, nothing required is missing
 * - `partial`: posts found, a required field is missing on at least one
 * - `layout-changed`: the address promises posts and none could be read
 * - `not-a-post`: the page is removed, or its address holds no posts
 */
export type HealthStatus = 'ok' | 'partial' | 'layout-changed' | 'not-a-post';

export interface Health {
  status: HealthStatus;
  /** Posts read. */
  posts: number;
  /** Required fields that at least one post lacked, as `kind.field`. */
  missing: string[];
}

export interface ScannedPost extends Post {
  findings: Finding[];
}

/** Everything known about one page at one moment; the document that `inspect page` prints. */
export interface PageReading {
  site: string;
  surface: Surface | null;
  url: string;
  health: Health;
  posts: ScannedPost[];
}
