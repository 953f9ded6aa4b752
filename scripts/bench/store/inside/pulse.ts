/** Feels how long the page's own thread is busy in one go: how long a click would have to wait. */
export class Pulse {
  #last = performance.now();
  #longest = 0;
  #isOn = true;
  readonly #tasks: number[] = [];
  readonly #observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) this.#tasks.push(duration);
  });

  constructor() {
    this.#observer.observe({ type: 'longtask' });
    this.#beat();
  }

  stop(): Busy {
    this.#feel();
    this.#isOn = false;
    for (const { duration } of this.#observer.takeRecords()) this.#tasks.push(duration);
    this.#observer.disconnect();
    return { longest: this.#longest, tasks: this.#tasks };
  }

  #beat(): void {
    setTimeout(() => {
      if (!this.#isOn) return;
      this.#feel();
      this.#beat();
    }, BEAT);
  }

  #feel(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last - BEAT);
    this.#last = now;
  }
}

/** Milliseconds. */
export interface Busy {
  /** The longest time by which a timer came too late. */
  longest: number;
  /** Tasks that the browser calls long, which are those over 50 ms. */
  tasks: number[];
}

/** Browsers let timers in a row wait as long in any case. */
const BEAT = 4;
