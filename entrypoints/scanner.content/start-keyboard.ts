import { browser } from '#imports';
import { readKeys } from '@/utils/keys/keys';
import type { ShadowOf } from '@/utils/keys/typing';
import { storedKeys } from '@/utils/storage/settings';
import { Keyboard } from './keyboard';

/** The keyboard of a page from its first moment on; it follows the settings, and acts once it has been given handlers. */
export function startKeyboard(window: Window, signal: AbortSignal): Keyboard {
  const keyboard = new Keyboard(shadowOf);
  keyboard.listen(window, signal);
  const take = (stored: unknown) => {
    keyboard.keys = readKeys(stored).keys;
  };
  signal.addEventListener('abort', storedKeys.watch(take));
  void storedKeys.getValue().then((stored) => {
    // What the watch brought meanwhile is newer.
    if (!keyboard.keys) take(stored);
  });
  return keyboard;
}

/**
 * Browsers let extensions look into closed roots too: a site's field in one must be known for a field. Firefox has a
 * property for it that pages do not see, Chromium a function.
 */
const shadowOf: ShadowOf = (element: Element & { openOrClosedShadowRoot?: ShadowRoot | null }) => {
  if (element.openOrClosedShadowRoot !== undefined) return element.openOrClosedShadowRoot;
  return element instanceof HTMLElement ? browser.dom.openOrClosedShadowRoot(element) : element.shadowRoot;
};
