import type { PageReading, ReadingScope } from '../model/page';
import type { PostKey } from '../model/post';
import { pause } from '../pause';
import type { RuleSet } from '../rules/match';
import type { SiteAdapter } from '../sites/define-site';
import { collect } from './collect';
import { LivePosts } from './live-posts';
import { Pace } from './pace';
import type { ScannedFound } from './page-index';
import { Patience } from './patience';
import { Ripening } from './ripening';
import type { LiveScanOptions, Scan } from './scan';
import { SearchTimer } from './search-timer';
import { AGAIN_MS, SecondLooks } from './second-looks';
import { Slices } from './slices';
import { PageWatch } from './watch-page';

/** A slowed reading lets so much time pass before it answers what has changed. */
const SLOWED_MS = 1_000;
/** While much is read, what was found is told this often; the first of it at once. */
const TELL_MS = 100;
/** Up to so many posts are read in the turn in which they were added; more of them in slices. */
const AT_ONCE = 200;
/** A gesture on a page that is just changing waits for it this long. */
const GESTURE_MS = 2_000;

export type { LiveScanOptions, Scan } from './scan';

/** Follows one page: reads its posts once, and again only what has changed. */
export class LiveScan {
  readonly #posts: LivePosts;
  readonly #watch: PageWatch;
  readonly #pace = new Pace();
  readonly #patience = new Patience();
  readonly #stop = new AbortController();
  readonly #looks = new SecondLooks(() => {
    this.#posts.lookAgain();
    this.#readSoon();
  });
  readonly #ripening = new Ripening((unripe) => {
    this.#posts.readAgain(unripe);
    this.#readSoon();
  });
  readonly #search = new SearchTimer(() => this.#searchNow());
  #drain: Promise<void> | undefined;
  #told = '';
  #hasBegun = false;

  constructor(
    readonly site: SiteAdapter,
    rules: RuleSet,
    readonly options: LiveScanOptions,
  ) {
    const { document, data, evidenceOf, address = () => document.location.href } = options;
    const onShadowRoot = (root: ShadowRoot) => this.#watch.watch(root);
    this.#posts = new LivePosts(site, rules, { document, data, evidenceOf, address, onShadowRoot });
    this.#watch = new PageWatch(document, this.#posts.attributes, {
      onRecords: (records) => this.#answer(records),
      onShown: () => this.rescan(),
      onReplaced: () => this.rescan(),
    });
  }

  /** @param loadedFrom the address of the document, when its first session begins under another one */
  start(loadedFrom?: string): void {
    const { document } = this.options;
    const { href } = this.#posts.url;
    if (loadedFrom !== undefined && loadedFrom !== href) this.#posts.prime(new URL(loadedFrom));
    this.#watch.start(this.#stop.signal);
    if (!document.hidden) this.rescan();
  }

  stop(): void {
    this.#stop.abort();
    this.#search.cancel();
    this.#looks.cancel();
    this.#ripening.cancel();
    this.#posts.clear();
  }

  /** Reads everything anew, in slices: the page has moved on, or was out of sight. */
  rescan(): void {
    if (this.#stop.signal.aborted) return;
    this.#hasBegun = true;
    this.#posts.beginAnew();
    this.#runDrain();
  }

  /** Other rules hold from now on, for what is shown too. */
  setRules(rules: RuleSet): void {
    this.#posts.setRules(rules);
    this.#readSoon();
  }

  /** More is known of the files of these posts: they are matched anew. */
  evidenceCame(keys: readonly PostKey[]): void {
    this.#posts.evidenceCame(keys);
    this.#readSoon();
  }

  /** What is known now, without a look at the page. */
  get scan(): Scan {
    const { url, surface, found, pending } = this.#posts.state();
    const now = performance.now();
    const health = this.#patience.judge({ url, health: this.#posts.health(), pending }, now);
    return { url, surface, health, found, pending, pace: this.#pace.isSlowed(now) ? 'slowed' : 'normal' };
  }

  /** Reads now whatever is still to be read, however much it is; the first time that is the whole page. */
  flush(): Scan {
    if (!this.#hasBegun) this.rescan();
    this.#catchUp();
    this.#posts.readAll();
    return this.#tell();
  }

  /** The posts around an element, the innermost first, read at this moment whatever was known of them. */
  at(target: Element): ScannedFound[] {
    this.#catchUp();
    const read = this.#posts
      .placesAround(target)
      .map((place) => [place, this.#posts.readNow(place)] as const);
    this.#tell();
    return read.flatMap(([place, found]) => (found && !this.#posts.isHeld(place) ? [found] : []));
  }

  /** One post as it is at this moment; `undefined` when the page does not show it, or is between two posts. */
  find(key: PostKey): ScannedFound | undefined {
    this.#catchUp();
    const known = this.#posts.placeOf(key);
    if (known) this.#posts.readNow(known);
    this.#tell();
    // Another place may stand for the post since.
    return this.peek(key);
  }

  /** What was last read of a post, without another look at the page. */
  peek(key: PostKey): ScannedFound | undefined {
    const place = this.#posts.placeOf(key);
    return place && !this.#posts.isHeld(place) ? place.found : undefined;
  }

  /** The posts that the page shows now, each with its element, in the order in which they were found. */
  *shown(): Generator<[key: PostKey, root: Element]> {
    for (const { reading, root } of this.#posts.shown()) if (reading) yield [reading.key, root];
  }

  /** Waits until the page is no longer between two posts, for a moment at most. */
  async settled(): Promise<void> {
    const deadline = performance.now() + GESTURE_MS;
    // A hidden tab is not followed; who asks about it gets what it holds now.
    if (!this.#hasBegun || this.options.document.hidden) this.rescan();
    this.#catchUp();
    this.#runDrain();
    await this.#drain;
    while (this.scan.pending && performance.now() < deadline) {
      await pause(AGAIN_MS);
    }
  }

  /** The page as plain data, with all posts or with those that some rule held for. */
  async reading(which: ReadingScope): Promise<PageReading> {
    await this.settled();
    const { posts, judge } = await collect(this.#posts.shown(), which);
    const { url, surface, health, pace } = this.scan;
    return { site: this.site.id, surface, url, health: judge(health, this.options.document), pace, posts };
  }

  #answer(records: MutationRecord[]): void {
    const start = performance.now();
    this.#take(records);
    const isLight = !this.#drain && !this.#pace.isSlowed(start) && this.#posts.waiting <= AT_ONCE;
    if (isLight) {
      this.#posts.readAll();
      this.#tell();
      this.#pace.note(performance.now() - start, start);
    } else this.#runDrain();
  }

  /** Sorts what has happened; nothing is read yet. */
  #take(records: MutationRecord[]): void {
    if (this.#posts.hasMoved()) this.rescan();
    else if (records.length > 0 && this.#posts.take(records)) this.#search.soon();
  }

  /** Brings what is known of the page up to this moment, but for what waits to be read. */
  #catchUp(): void {
    this.#take(this.#watch.takeRecords());
    if (this.#search.cancel()) this.#posts.search();
    this.#posts.finishSearch();
  }

  #searchNow(): void {
    if (this.options.document.hidden) return;
    this.#posts.search();
    this.#runDrain();
  }

  /** Not while the tab is hidden: when it is shown again, everything is read anew. */
  #readSoon(): void {
    if (!this.options.document.hidden) this.#runDrain();
  }

  #runDrain(): void {
    if (this.#stop.signal.aborted) return;
    this.#drain ??= this.#readInSlices().finally(() => {
      this.#drain = undefined;
    });
  }

  async #readInSlices(): Promise<void> {
    const slices = new Slices((ms) => this.#pace.note(ms, performance.now()));
    // What changes all the time on a heavy page is read together.
    if (this.#pace.isSlowed(performance.now())) await pause(SLOWED_MS);
    let toldAt = Number.NEGATIVE_INFINITY;
    while (!this.#stop.signal.aborted && this.#posts.readSome(slices)) {
      if (performance.now() - toldAt > TELL_MS) {
        this.#tell();
        toldAt = performance.now();
      }
      await slices.pause();
    }
    if (!this.#stop.signal.aborted) this.#tell();
  }

  #tell(): Scan {
    this.#posts.sift();
    const { scan } = this;
    this.#looks.consider(scan.pending || scan.health.status === 'waiting');
    this.#ripening.await(this.#posts.takeUnripe());
    const { url, health, pending, pace } = scan;
    const telling = [this.#posts.revision, url, health.status, pending, pace].join(' ');
    if (telling !== this.#told) {
      this.#told = telling;
      this.options.onChange(scan);
    }
    return scan;
  }
}
