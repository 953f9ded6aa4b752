/** Until the next look at a page that is between two posts, or at one that holds nothing yet. */
export const AGAIN_MS = 320;
/** After these looks only a change of the page is a reason for another. */
const MAX_LOOKS = 30;

/** Looks at a page again and again while it is not yet what it will be. */
export class SecondLooks {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  constructor(readonly look: () => void) {}

  /** To be told after each look whether the page is still on its way. */
  consider(isOnItsWay: boolean): void {
    if (!isOnItsWay) this.#looks = 0;
    if (!isOnItsWay || this.#timer !== undefined || this.#looks >= MAX_LOOKS) return;
    this.#looks++;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.look();
    }, AGAIN_MS);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
