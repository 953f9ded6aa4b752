/** What the browser counts of a page since it was opened. */
export interface Counts {
  layouts: number;
  styles: number;
  /** Milliseconds of scripts. */
  script: number;
}

/** Given to the page by the bench (page/pages.ts). */
declare global {
  function benchCounts(): Promise<Counts>;
  /** Megabytes of scripts and elements, after everything that can be let go is gone. */
  function benchHeap(): Promise<number>;
}
