/** Calls back once for each of some things when its time has come; keeps one timer. */
export class Later<T> {
  readonly #due = new Map<T, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the timer goes off. */
  #next = Number.POSITIVE_INFINITY;

  constructor(readonly onDue: (thing: T) => void) {}

  /** @param at on the clock of `performance.now()`; the last call for a thing counts */
  set(thing: T, at: number): void {
    this.#due.set(thing, at);
    if (at < this.#next) this.#arm(at);
  }

  has(thing: T): boolean {
    return this.#due.has(thing);
  }

  delete(thing: T): void {
    this.#due.delete(thing);
  }

  clear(): void {
    this.#due.clear();
    this.#arm(Number.POSITIVE_INFINITY);
  }

  #arm(at: number): void {
    clearTimeout(this.#timer);
    this.#next = at;
    if (at === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.#tell(), Math.max(0, Math.ceil(at - performance.now())));
  }

  #tell(): void {
    const now = performance.now();
    const due = [...this.#due].filter(([, at]) => at <= now).map(([thing]) => thing);
    for (const thing of due) this.#due.delete(thing);
    this.#arm(Math.min(...this.#due.values()));
    for (const thing of due) this.onDue(thing);
  }
}
