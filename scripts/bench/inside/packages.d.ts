/** Brings no types of its own. */
declare module 'fastscan' {
  class FastScanner {
    constructor(words: readonly string[]);
    search(content: string): [offset: number, word: string][];
  }
  export = FastScanner;
}

/** Brings no types of its own. */
declare module 'mark.js' {
  class Mark {
    constructor(context: Element | readonly Element[]);
    markRegExp(pattern: RegExp): void;
  }
  export = Mark;
}
