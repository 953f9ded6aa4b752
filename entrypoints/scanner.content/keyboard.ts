import type { KeyAction } from '@/utils/keys/binding';
import { actionOf, type Keys } from '@/utils/keys/keys';
import { isTyping, type ShadowOf } from '@/utils/keys/typing';

export type KeyHandlers = Record<KeyAction, () => void>;

/** Held down these walk on; the others act once for each press. */
const REPEATS: readonly KeyAction[] = ['next', 'previous'];

/**
 * The keys of a page. A press that is ours reaches neither the site nor the inside of our own interface; every other
 * one is left alone, and so is everything while the reader types and while nobody handles the keys.
 */
export class Keyboard {
  /** What holds at the moment; none before the settings are known. */
  keys: Keys | undefined;
  /** Who acts on the keys; nobody while the site is off. */
  handlers: KeyHandlers | undefined;
  /** Codes of keys that the site does not know to be down, and so must not see going up. */
  readonly #taken = new Set<string>();

  constructor(readonly shadowOf: ShadowOf) {}

  /**
   * To be called before the page's own scripts run and before `shieldEvents`: of one target's listeners the oldest is
   * called first, and the shield keeps from all younger ones what happens in our interface.
   */
  listen(window: Window, signal: AbortSignal): void {
    const options = { capture: true, signal };
    window.addEventListener('keydown', (event) => this.#press(event), options);
    window.addEventListener('keyup', (event) => this.#release(event), options);
    window.addEventListener('blur', (event) => this.#leave(event, window), options);
  }

  #press(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    this.#taken.delete(event.code);
    const action = this.handlers && this.keys && actionOf(event, this.keys);
    if (!action || isTyping(event.target, this.shadowOf)) return;
    keepToUs(event);
    this.#taken.add(event.code);
    if (!event.repeat || REPEATS.includes(action)) this.handlers?.[action]();
  }

  #release(event: KeyboardEvent): void {
    if (event.isTrusted && this.#taken.delete(event.code)) keepToUs(event);
  }

  /** A key that goes up in another window is not heard of. */
  #leave({ isTrusted, target }: Event, window: Window): void {
    if (isTrusted && target === window) this.#taken.clear();
  }
}

/** Keeps an event from the page, and the browser from its own use of the key (an access key, a menu). */
function keepToUs(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
