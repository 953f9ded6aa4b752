import type { PageState, StatePost } from '../sites/define-site';
import type { PageData } from '../sites/read-page';
import { checkFacts, OFFER, type Question, REQUEST } from './wire';

/** State objects are large and change seldom; components are asked at every reading. */
const PAGE_FACTS_MS = 2_000;

/**
 * Our end of the bridge. Answers come at once, within the dispatch of the question, so that facts and elements are
 * of the same moment. Without the other end (bridge off, page opened before installation) there are no facts.
 */
export class PageBridge implements PageData {
  #channel: string | undefined;
  #answer = '[]';
  #page: { href: string; at: number; state: PageState } | undefined;

  constructor(
    readonly document: Document,
    readonly site: string,
  ) {}

  /** Finds the other end; only before the page's own scripts run can they not listen in. */
  connect(): void {
    const { document } = this;
    const take = ({ detail }: CustomEvent<unknown>) => {
      document.removeEventListener(OFFER, take as EventListener);
      if (typeof detail !== 'string' || this.#channel) return;
      this.#channel = detail;
      document.addEventListener(`${detail}.`, (event) => {
        const answer: unknown = (event as CustomEvent<unknown>).detail;
        this.#answer = typeof answer === 'string' ? answer : '[]';
      });
    };
    document.addEventListener(OFFER, take as EventListener);
    document.dispatchEvent(new CustomEvent(REQUEST));
    document.addEventListener(
      'DOMContentLoaded',
      () => document.removeEventListener(OFFER, take as EventListener),
      { once: true },
    );
  }

  ofPage(): PageState {
    const { href } = this.document.location;
    const now = performance.now();
    if (this.#page?.href === href && now - this.#page.at < PAGE_FACTS_MS) return this.#page.state;
    const state = new Map(this.#ask(this.document).map(({ id, fields }) => [id, fields]));
    this.#page = { href, at: now, state };
    return state;
  }

  ofElement(root: Element): StatePost | undefined {
    return this.#ask(root)[0];
  }

  #ask(target: Node): StatePost[] {
    if (!this.#channel) return [];
    const question: Question = { site: this.site };
    this.#answer = '[]';
    // Composed, so that it is heard at the document also from inside an open shadow root.
    target.dispatchEvent(
      new CustomEvent(this.#channel, { detail: JSON.stringify(question), composed: true }),
    );
    return checkFacts(this.#answer);
  }
}
