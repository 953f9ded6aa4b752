import type { BadgeView } from './badges-view';
import { holds } from './placement';

/** What a click of the pointer consists of. */
const PRESSES = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
] as const;

/**
 * Above a full-screen element a badge is seen, but inert like everything outside that element: presses go to what is
 * below it. While the screen is full they are caught by their place, and the page does not get them.
 */
export class Presses {
  #stop: AbortController | undefined;

  constructor(readonly badges: () => readonly BadgeView[]) {}

  catch(isFullScreen: boolean): void {
    this.#stop?.abort();
    this.#stop = undefined;
    if (!isFullScreen) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    for (const type of PRESSES) {
      window.addEventListener(type, (event) => this.#take(event), { capture: true, signal });
    }
  }

  #take(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const { clientX, clientY } = event;
    const pressed = this.badges().find((view) => view.isAbove && holds(view.box(), clientX, clientY));
    if (!pressed) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.type === 'click') pressed.press();
  }
}
