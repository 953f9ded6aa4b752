export interface PageWatchHandlers {
  onRecords: (records: MutationRecord[]) => void;
  /** The tab was hidden and is shown again: anything may have changed meanwhile. */
  onShown: () => void;
  /** A page that was navigated by hand got another body. */
  onReplaced: () => void;
}

/**
 * The one observer of a page. Our own elements stand outside `body` and so are not seen; neither are inline styles.
 * While the tab is hidden nothing is observed at all.
 */
export class PageWatch {
  readonly #observer: MutationObserver;
  readonly #replaced: MutationObserver;
  #watched = new WeakSet<Node>();

  constructor(
    readonly document: Document,
    readonly attributes: readonly string[],
    readonly handlers: PageWatchHandlers,
  ) {
    this.#observer = new MutationObserver(handlers.onRecords);
    // Some sites put a new body in place of the old one when they navigate.
    this.#replaced = new MutationObserver(() => {
      const { body } = document;
      if (!body || this.#watched.has(body)) return;
      this.watch(body);
      handlers.onReplaced();
    });
  }

  start(signal: AbortSignal): void {
    this.document.addEventListener('visibilitychange', () => this.#turn(), { signal });
    signal.addEventListener('abort', () => this.#disconnect());
    if (!this.document.hidden) this.#connect();
  }

  /** Observes a tree: the body, or an open shadow root in which posts lie. */
  watch(root: Node): void {
    if (this.#watched.has(root)) return;
    this.#watched.add(root);
    this.#observer.observe(root, {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: [...this.attributes],
      attributeOldValue: true,
    });
  }

  /** What has happened and has not been told yet. */
  takeRecords(): MutationRecord[] {
    return this.#observer.takeRecords();
  }

  #turn(): void {
    if (this.document.hidden) this.#disconnect();
    else {
      this.#connect();
      this.handlers.onShown();
    }
  }

  #connect(): void {
    this.#watched = new WeakSet();
    this.watch(this.document.body ?? this.document.documentElement);
    this.#replaced.observe(this.document.documentElement, { childList: true });
  }

  #disconnect(): void {
    this.#observer.disconnect();
    this.#replaced.disconnect();
  }
}
