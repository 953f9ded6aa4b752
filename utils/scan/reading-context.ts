import type { Surface } from '../model/post';
import type { SiteAdapter } from '../sites/define-site';
import { contextOf, type PageData, type PageStates, statesOf } from '../sites/read-page';
import type { PostContext } from '../sites/read-post';
import type { EvidenceOf } from './scan';

/** State objects are large and change seldom; they are read again after this time. */
const STATES_MS = 2_000;

/** What posts are read with: the address, the clock and the page's data. Posts that are read in one go share it. */
export class ReadingContext {
  #context: PostContext | undefined;
  #states: { at: number; states: PageStates } | undefined;

  constructor(
    readonly site: SiteAdapter,
    readonly document: Document,
    readonly data: PageData | undefined,
    readonly evidenceOf?: EvidenceOf | undefined,
  ) {}

  /** Whether the page has data beside its elements. */
  get hasData(): boolean {
    return this.data !== undefined || this.site.readState !== undefined;
  }

  now(surface: Surface, url: URL): PostContext {
    const { document, data, evidenceOf } = this;
    const states = () => this.#statesNow(url);
    this.#context ??= {
      ...contextOf(document, { surface, url, now: new Date() }, data, states),
      evidenceOf,
    };
    return this.#context;
  }

  /** What is read from now on is read with a clock of its own. */
  renew(): void {
    this.#context = undefined;
    if (this.#states && performance.now() - this.#states.at > STATES_MS) this.#states = undefined;
  }

  /** And with data of its own too. */
  renewAll(): void {
    this.#context = undefined;
    this.#states = undefined;
  }

  #statesNow(url: URL): PageStates {
    this.#states ??= { at: performance.now(), states: statesOf(this.site, this.document, url, this.data) };
    return this.#states.states;
  }
}
