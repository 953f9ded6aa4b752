import { hostsAround } from '../composed';
import type { Health } from '../model/page';
import type { PostKey } from '../model/post';
import type { RuleSet } from '../rules/match';
import type { SiteAdapter } from '../sites/define-site';
import { shadowRootsOn } from '../sites/query';
import { isRemoved, NO_POSTS, readPage } from '../sites/read-page';
import { readPost } from '../sites/read-post';
import { Guard } from './guard';
import { PageIndex, type Place, type ScannedFound } from './page-index';
import { ReadQueue } from './read-queue';
import { ReadingContext } from './reading-context';
import { Remembered } from './remembered';
import { Ripeness } from './ripeness';
import type { LivePostsOptions } from './scan';
import { tellingAttributes } from './shape-plan';
import type { Slices } from './slices';
import { type Way, wayAt } from './way';

/** So many posts can all be read again when the page around them has changed. */
const FEW = 100;

/** The posts of one page: what is known of them, and what is still to be read. It does nothing by itself. */
export class LivePosts {
  readonly attributes: readonly string[];
  readonly #index = new PageIndex();
  readonly #guard = new Guard(this.#index);
  readonly #queue = new ReadQueue();
  #remembered: Remembered;
  readonly #context: ReadingContext;
  readonly #ripeness: Ripeness;
  #way: Way;
  #isGone = false;
  #found: { revision: string; posts: readonly ScannedFound[] } = { revision: '', posts: [] };
  #search: Generator<void> | undefined;

  constructor(
    readonly site: SiteAdapter,
    rules: RuleSet,
    readonly options: LivePostsOptions,
  ) {
    this.attributes = tellingAttributes(site);
    this.#remembered = new Remembered(rules);
    this.#context = new ReadingContext(site, options.document, options.data, options.evidenceOf);
    this.#ripeness = new Ripeness(this.#context.hasData);
    this.#way = this.#wayAt(new URL(options.address()));
  }

  get url(): URL {
    return this.#way.url;
  }

  /** Changes whenever something else is found. */
  get revision(): string {
    return `${this.#index.revision}.${this.#guard.revision}`;
  }

  /** Places that are still to be read; more than anyone could read at once while a search goes on. */
  get waiting(): number {
    return this.#search ? Number.POSITIVE_INFINITY : this.#queue.size;
  }

  hasMoved(): boolean {
    return this.options.address() !== this.url.href;
  }

  /** Takes note of what a page showed under the address that it was loaded from, before that has changed. */
  prime(loadedFrom: URL): void {
    const { document, data } = this.options;
    this.#guard.prime(readPage(this.site, document, loadedFrom, new Date(), data).found, loadedFrom);
  }

  /** Everything is to be read anew, under the address of this moment. */
  beginAnew(): void {
    const { surface } = this.#way;
    this.#way = this.#wayAt(new URL(this.options.address()));
    this.#context.renewAll();
    // What was found under the plan of another kind of page is not found under this one.
    if (this.#way.surface !== surface) this.clear();
    for (const place of this.#index.all()) {
      place.isAwaited = false;
      this.#queue.add(place);
    }
    this.search();
  }

  /** Every post is to be matched anew. */
  setRules(rules: RuleSet): void {
    this.#remembered = new Remembered(rules);
    this.#queue.addAll(this.#index.all());
  }

  /** These posts are to be matched anew: more is known of their files. */
  evidenceCame(keys: readonly PostKey[]): void {
    for (const key of keys) this.#queue.addAll(this.#index.placesOf(key));
  }

  /** The whole page is to be searched; known places are read again for it only where posts rest on each other. */
  search(): void {
    const { surface, url, plan, finder } = this.#way;
    this.#isGone = surface === null || isRemoved(this.site, this.options.document, url);
    if (this.#isGone) this.clear();
    else this.#search = finder.search();
    if (plan.isEntangled && this.#index.places <= FEW) this.#queue.addAll(this.#index.all());
  }

  clear(): void {
    this.#search = undefined;
    this.#queue.clear();
    this.#index.clear();
  }

  /** Sorts mutations; what they touch waits to be read. @returns whether the whole page must be searched soon */
  take(records: readonly MutationRecord[]): boolean {
    const { surface, sorter, finder } = this.#way;
    if (surface === null) return false;
    // A removed page, or one that was between two states, may be filled again.
    if (this.#isGone) return true;
    const { dirty, added, parents, hasRemoved, isOpen } = sorter.sort(records);
    this.#queue.addAll(dirty);
    const goesOn = finder.findIn(added, parents);
    if (hasRemoved) for (const gone of this.#index.removeGone()) this.#queue.delete(gone);
    return isOpen || goesOn || (this.site.removed !== undefined && parents.size > 0);
  }

  /** Goes on with the search, then reads, until the slice is over. @returns whether more is left */
  readSome(slices: Slices): boolean {
    this.#context.renew();
    while (this.#step()) if (slices.isOver) return this.waiting > 0;
    return false;
  }

  readAll(): void {
    this.#context.renew();
    while (this.#step());
  }

  /** Ends a search that goes on, so that a gesture meets every post of the page. */
  finishSearch(): void {
    while (this.#search) this.#step();
  }

  /** Reads one place at this moment; `undefined` when it shows no post, or not the one that stands for it. */
  readNow(place: Place): ScannedFound | undefined {
    this.#context.renew();
    this.#queue.delete(place);
    this.#read(place);
    const key = place.reading?.key;
    return key !== undefined && this.#index.placeOf(key) === place ? place.found : undefined;
  }

  placeOf(key: PostKey): Place | undefined {
    return this.#index.placeOf(key);
  }

  placesAround(target: Element): Place[] {
    return hostsAround(target).flatMap((each) => this.#index.placesAt(each) ?? []);
  }

  isHeld(place: Place): boolean {
    return this.#guard.holds(place);
  }

  /** Places that stand for a post, without those that the page does not show yet. */
  *shown(): Generator<Place> {
    for (const place of this.#index.leading()) if (!this.#guard.holds(place)) yield place;
  }

  /** Holds back posts whose address and content disagree. */
  sift(): void {
    this.#guard.sift(this.url);
  }

  /** What is held back is read again: some of it changes without a trace in the tree. */
  lookAgain(): void {
    this.#queue.addAll(this.#index.guarded);
    if (this.#index.places === 0) this.search();
  }

  state() {
    if (this.#found.revision !== this.revision) {
      const shown = this.#index.withFindings().filter((place) => !this.isHeld(place));
      this.#found = { revision: this.revision, posts: shown.flatMap(({ found }) => found ?? []) };
    }
    const found = this.#found.posts;
    return { url: this.url.href, surface: this.#way.surface, found, pending: this.#guard.isHolding };
  }

  health(): Omit<Health, 'labelsRead'> {
    return this.#isGone || this.#way.surface === null ? NO_POSTS : this.#index.health(this.options.document);
  }

  /** Posts that were read before their words or data had come, since the last call. */
  takeUnripe(): Place[] {
    return this.#ripeness.take();
  }

  readAgain(unripe: readonly Place[]): void {
    this.#context.renewAll();
    this.#queue.addAll(unripe.filter((place) => this.#ripeness.isUnripe(place)));
  }

  #wayAt(url: URL): Way {
    const { document } = this.options;
    return wayAt(url, {
      site: this.site,
      document,
      index: this.#index,
      onPlace: (place) => this.#queue.add(place),
    });
  }

  #step(): boolean {
    if (this.#search) {
      for (const root of this.#way.finder.shadowRoots()) this.options.onShadowRoot(root);
      if (this.#search.next().done) {
        this.#search = undefined;
        this.#queue.sortByView(this.options.document);
      }
      return true;
    }
    const place = this.#queue.take();
    if (!place) return false;
    this.#read(place);
    return true;
  }

  #read(place: Place): void {
    const { url, surface, finder } = this.#way;
    if (surface === null || !this.#index.holds(place)) return;
    if (place.reading && !finder.stands(place)) {
      this.#index.remove(place);
      return;
    }
    const { root, plan } = place;
    const before = place.reading?.key;
    const reading = readPost(this.site, plan.shape, root, this.#context.now(surface, url));
    this.#index.set(place, reading, reading ? this.#remembered.findingsOf(reading) : []);
    for (const path of plan.inner)
      for (const inner of shadowRootsOn(root, path)) this.options.onShadowRoot(inner);
    // Another post in an element that is used again has data of its own to wait for.
    if (reading && reading.key !== before) place.isAwaited = false;
    this.#ripeness.note(place);
  }
}
