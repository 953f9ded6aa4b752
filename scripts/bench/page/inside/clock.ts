/** What some code took on the main thread. */
export interface Work {
  /** Milliseconds in all. */
  ms: number;
  /** The longest stretch without a pause, in milliseconds. */
  longest: number;
  stretches: number;
  /** When the last stretch ended, on the page's clock. */
  end: number;
}

type Callback = (...args: never[]) => unknown;
type Late = (callback: Callback, ...rest: unknown[]) => unknown;
type Scope = typeof globalThis;

/** So many promises in a row that take no longer than this together: nobody else is at work. */
const HOPS = 100;
const IDLE_MS = 0.1;
/** Timers that are due later than this are not waited for. */
const SOON_MS = 3_000;
/** Nothing that a page has to do takes longer. */
const REST_MS = 20_000;

/** The ways to be called later, before they are wrapped: the bench's own waiting is not counted. */
const nativeFrame = globalThis.requestAnimationFrame.bind(globalThis);
const nativeTimeout = globalThis.setTimeout.bind(globalThis);

export const frame = (): Promise<number> => new Promise((resolve) => nativeFrame(resolve));
export const wait = (ms: number): Promise<void> => new Promise((resolve) => nativeTimeout(resolve, ms));

/**
 * Counts the time of everything that runs in a page but for the bench: callbacks of observers, timers, frames and the
 * scheduler, with the promises that they resolve. The code that is measured knows nothing of it.
 */
export class Clock {
  #depth = 0;
  #start = 0;
  #following = false;
  #work = nothing();
  /** Callbacks that are due soon. */
  #due = 0;

  /** Runs code that is measured, promises that it resolves included. */
  timed<T>(code: () => T): T {
    if (this.#depth++ === 0 && !this.#following) this.#start = performance.now();
    try {
      return code();
    } finally {
      if (--this.#depth === 0 && !this.#following) void this.#follow(performance.now());
    }
  }

  /** What was counted since the last call. */
  take(): Work {
    const work = this.#work;
    this.#work = nothing();
    return work;
  }

  /**
   * Resolves when nothing is due any more and two frames have passed without work, or after so many milliseconds: what
   * never comes to rest shows in what is counted.
   *
   * @returns whether the page is at rest
   */
  async rest(atMost = REST_MS): Promise<boolean> {
    const start = performance.now();
    for (let still = 0; still < 2; ) {
      const before = this.#work.stretches;
      await frame();
      // Observers of intersection and size are called after the frame's callbacks.
      await wait(0);
      const isStill = this.#due === 0 && !this.#following && this.#work.stretches === before;
      still = isStill ? still + 1 : 0;
      if (still < 2 && performance.now() - start > atMost) return false;
    }
    return true;
  }

  /** Wraps the ways of a window to be called later; before any code of the page runs that is to be counted. */
  install(scope: Scope): void {
    for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver'] as const)
      this.#wrapObserver(scope, name);
    this.#wrapLater(scope, 'setTimeout', 'clearTimeout');
    this.#wrapLater(scope, 'requestAnimationFrame', 'cancelAnimationFrame');
    this.#wrapLater(scope, 'requestIdleCallback', 'cancelIdleCallback');
    this.#wrapScheduler(scope);
  }

  #counted(callback: Callback): Callback {
    return (...args) => this.timed(() => callback(...args));
  }

  #wrapObserver(scope: Scope, name: 'MutationObserver' | 'IntersectionObserver' | 'ResizeObserver'): void {
    const counted = (callback: Callback) => this.#counted(callback);
    const Native = scope[name] as unknown as new (callback: Callback, options?: unknown) => object;
    const Wrapped = class extends Native {
      constructor(callback: Callback, options?: unknown) {
        super(counted(callback), options);
      }
    };
    replace(scope, name, Wrapped);
  }

  #wrapLater(scope: Scope, ask: keyof Scope, cancel: keyof Scope): void {
    const native = (scope[ask] as Late).bind(scope);
    const nativeCancel = (scope[cancel] as (id: unknown) => void).bind(scope);
    const due = new Set<unknown>();
    const settle = (id: unknown) => {
      if (due.delete(id)) this.#due--;
    };
    replace(scope, ask, (callback: Callback, ...rest: unknown[]) => {
      const counted = this.#counted(callback);
      const called: Callback = (...args) => {
        settle(id);
        counted(...args);
      };
      const id = native(called, ...rest);
      if (ask === 'setTimeout' && Number(rest[0] ?? 0) >= SOON_MS) return id;
      due.add(id);
      this.#due++;
      return id;
    });
    replace(scope, cancel, (id: unknown) => {
      settle(id);
      nativeCancel(id);
    });
  }

  #wrapScheduler(scope: Scope): void {
    const { scheduler } = scope as unknown as { scheduler: object & Record<'yield' | 'postTask', Late> };
    const nativeYield = scheduler.yield.bind(scheduler) as unknown as () => Promise<void>;
    const nativePost = scheduler.postTask.bind(scheduler);
    replace(scheduler, 'yield', async () => {
      this.#due++;
      await nativeYield();
      this.#due--;
      // What waits for this promise goes on in the very next turns, which are followed.
      this.timed(() => undefined);
    });
    replace(scheduler, 'postTask', (callback: Callback, ...rest: unknown[]) => {
      this.#due++;
      const counted = this.#counted(callback);
      return nativePost(
        () => {
          this.#due--;
          return counted();
        },
        ...rest,
      );
    });
  }

  /** Lets promises go on until they only turn for us. Nothing else runs between them: the time is that of their work. */
  async #follow(left: number): Promise<void> {
    this.#following = true;
    let end = left;
    for (;;) {
      const before = performance.now();
      for (let hop = 0; hop < HOPS; hop++) await undefined;
      const after = performance.now();
      if (after - before < IDLE_MS) break;
      end = after;
    }
    this.#following = false;
    const ms = end - this.#start;
    this.#work.ms += ms;
    this.#work.longest = Math.max(this.#work.longest, ms);
    this.#work.stretches++;
    this.#work.end = end;
  }
}

function nothing(): Work {
  return { ms: 0, longest: 0, stretches: 0, end: performance.now() };
}

function replace(owner: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(owner, name, { value, configurable: true, writable: true });
}

/** The one of the page that is measured. */
export const clock = new Clock();
