import type { Finding } from '../model/finding';
import type { Health, PageReading } from '../model/page';
import type { Post, PostKey, Surface } from '../model/post';

import { matchPost, type RuleSet } from '../rules/match';
import type { SiteAdapter } from '../sites/define-site';
import { type PageData, readPage } from '../sites/read-page';
import type { FoundPost } from '../sites/read-post';
import { Freshness } from './freshness';
import { Slices } from './slices';

export interface ScannedFound extends FoundPost {
  findings: Finding[];
}

/** One pass over a page: its posts with their elements and findings. */
export interface Scan {
  url: string;
  surface: Surface | null;
  health: Health;
  found: ScannedFound[];
  /** Posts were held back because the page is between two of them; a later look may find them. */
  pending: boolean;
}

/** Posts whose findings are remembered, so that an unchanged post is matched once. */
const MAX_REMEMBERED = 5_000;

export class Scanner {
  readonly #remembered = new Map<PostKey, { signature: string; findings: Finding[] }>();
  readonly #freshness = new Freshness();

  constructor(
    readonly site: SiteAdapter,
    readonly rules: RuleSet,
    readonly data?: PageData,
  ) {}

  /** Reads the page and matches new or changed posts in short slices; `undefined` when the signal aborts. */
  async scan(document: Document, url: URL, now: Date, signal: AbortSignal): Promise<Scan | undefined> {
    const page = this.#read(document, url, now);
    const slices = new Slices();
    const found: ScannedFound[] = [];
    for (const one of page.found) {
      found.push({ ...one, findings: this.findingsOf(one.post) });
      await slices.breathe();
      if (signal.aborted) return undefined;
    }
    return { ...page, found };
  }

  /** The same in one go, for gestures that mean this very moment. */
  scanNow(document: Document, url: URL, now: Date): Scan {
    const page = this.#read(document, url, now);
    return { ...page, found: page.found.map((one) => ({ ...one, findings: this.findingsOf(one.post) })) };
  }

  /** Takes note of what a page showed under the address that it was loaded from, before that has changed. */
  prime(document: Document, loadedFrom: URL): void {
    this.#read(document, loadedFrom, new Date());
  }

  findingsOf(post: Post): Finding[] {
    const signature = JSON.stringify([post.title, post.text, post.hashtags, post.labels]);
    const known = this.#remembered.get(post.key);
    if (known?.signature === signature) return known.findings;
    const findings = matchPost(this.rules, post);
    this.#remembered.delete(post.key);
    this.#remembered.set(post.key, { signature, findings });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MAX_REMEMBERED && oldest) this.#remembered.delete(oldest);
    return findings;
  }

  #read(document: Document, url: URL, now: Date): Omit<Scan, 'found'> & { found: FoundPost[] } {
    const { surface, health, found } = readPage(this.site, document, url, now, this.data);
    const address = url.origin + url.pathname + url.search;
    return { url: url.href, surface, health, ...this.#freshness.sift(found, address, performance.now()) };
  }
}

/** A scan as plain data, for messages and for `inspect page`. */
export function toPageReading(site: SiteAdapter, scan: Scan): PageReading {
  const { url, surface, health, found } = scan;
  return {
    site: site.id,
    surface,
    url,
    health,
    posts: found.map(({ post, findings }) => ({ ...post, findings })),
  };
}
