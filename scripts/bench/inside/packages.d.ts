/** Brings no types of its own. */
declare module 'fastscan' {
  class FastScanner {
    constructor(words: readonly string[]);
    search(content: string): [offset: number, word: string][];
  }
  export = FastScanner;
}
