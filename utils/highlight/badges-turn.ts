/**
 * Calls back once after the next frame, however often it is asked. By then the browser has laid out the page and drawn
 * it, so that reading asks for no layout; what is written is laid out with the frame that follows.
 */
export class Turn {
  #frame = 0;
  #task: ReturnType<typeof setTimeout> | undefined;

  /** @param isUrgent whether what is written shall be seen with this very frame, at the price of a layout */
  constructor(
    readonly onTurn: () => void,
    readonly isUrgent: () => boolean,
  ) {}

  ask(): void {
    this.#frame ||= requestAnimationFrame(() => {
      if (this.isUrgent()) this.#take();
      else this.#task = setTimeout(() => this.#take());
    });
  }

  cancel(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#task);
    this.#frame = 0;
  }

  #take(): void {
    this.#frame = 0;
    this.onTurn();
  }
}
