import { Counter } from './counter';

export interface CrowdHandlers {
  onStep: (direction: 1 | -1) => void;
  /** The reader wants the words of all badges, or does without them again. */
  onWords: () => void;
}

/** Room of the window, in square pixels, that one badge may have to itself before there are too many. */
const ROOM = 70_000;
/** More badges with words than this are a wall, in the largest window too; fewer never are. */
const MOST = 12;
const FEWEST = 4;

/** Up to how many badges a window shows with their words. */
export function limitFor(width: number, height: number): number {
  return Math.min(MOST, Math.max(FEWEST, Math.floor((width * height) / ROOM)));
}

/** A page full of hits: decides when badges lose their words and a counter stands for them. */
export class Crowd {
  #counter: Counter | undefined;
  #showsWords = false;
  #isHidden = false;

  constructor(
    readonly document: Document,
    readonly css: string,
    readonly handlers: CrowdHandlers,
  ) {}

  /** Whether badges are shapes without words. */
  get isDense(): boolean {
    return this.#counter !== undefined && !this.#showsWords;
  }

  /**
   * @param near number of marked posts in the window
   * @param total number of marked posts of the page
   * @returns whether badges have to be drawn anew
   */
  judge(near: number, total: number): boolean {
    const before = this.isDense;
    const limit = limitFor(innerWidth, innerHeight);
    // Between the half and the whole nothing changes: words that come and go at every scroll are worse than either.
    if (!this.#counter && near > limit) this.#counter = this.#open();
    else if (this.#counter && near <= limit / 2) this.#close();
    this.#counter?.draw(total, this.#showsWords);
    return this.isDense !== before;
  }

  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#counter?.setHidden(isHidden);
  }

  clear(): void {
    this.#close();
    this.#showsWords = false;
  }

  #open(): Counter {
    const counter = new Counter(this.document, this.css, {
      onStep: this.handlers.onStep,
      onWords: () => {
        this.#showsWords = !this.#showsWords;
        this.handlers.onWords();
      },
    });
    counter.setHidden(this.#isHidden);
    return counter;
  }

  #close(): void {
    this.#counter?.remove();
    this.#counter = undefined;
  }
}
