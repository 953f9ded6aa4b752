/** The ways to what an element says; walking up from a node is none of them. */
const GETTERS = [
  [Node.prototype, 'textContent'],
  [Node.prototype, 'firstChild'],
  [HTMLElement.prototype, 'innerText'],
  [Element.prototype, 'innerHTML'],
] as const;
const QUERIES = [
  'querySelector',
  'querySelectorAll',
  'getElementsByClassName',
  'getElementsByTagName',
] as const;

/** Notes which posts of the feed are looked into from now on, by whatever way. */
export class ReadSpy {
  readonly #restore: (() => void)[] = [];
  readonly #seen = new Set<Element>();
  #lookups = 0;

  constructor() {
    for (const [owner, name] of GETTERS) {
      const { get, ...rest } = Object.getOwnPropertyDescriptor(owner, name)!;
      this.#replace(owner, name, {
        ...rest,
        get: this.#noting(get as () => unknown),
      });
    }
    for (const name of QUERIES) {
      const { value, ...rest } = Object.getOwnPropertyDescriptor(Element.prototype, name)!;
      this.#replace(Element.prototype, name, { ...rest, value: this.#noting(value as () => unknown) });
    }
  }

  /** Different posts that were looked into since the last call, and how often. */
  take(): { posts: number; lookups: number } {
    const seen = { posts: this.#seen.size, lookups: this.#lookups };
    this.#seen.clear();
    this.#lookups = 0;
    return seen;
  }

  stop(): void {
    for (const restore of this.#restore) restore();
  }

  #replace(owner: object, name: string, descriptor: PropertyDescriptor): void {
    const before = Object.getOwnPropertyDescriptor(owner, name)!;
    Object.defineProperty(owner, name, descriptor);
    this.#restore.push(() => Object.defineProperty(owner, name, before));
  }

  #noting(native: (...args: unknown[]) => unknown) {
    const note = (node: Node) => this.#note(node);
    return function (this: Node, ...args: unknown[]) {
      note(this);
      return native.apply(this, args);
    };
  }

  #note(node: Node): void {
    const post = (node instanceof Element ? node : node.parentElement)?.closest('article.post');
    if (!post) return;
    this.#lookups++;
    this.#seen.add(post);
  }
}
