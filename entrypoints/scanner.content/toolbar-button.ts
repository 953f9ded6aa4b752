import type { ButtonState } from '@/utils/messaging/protocol';
import { call } from './background';

/** Tells the background what this page's toolbar button shows, when that changes. */
export class ToolbarButton {
  #told = '';

  show(state: ButtonState): void {
    const telling = JSON.stringify(state);
    if (telling === this.#told) return;
    this.#told = telling;
    // Only the button hangs on it; the next change tells again.
    call('showOnButton', state).catch(() => undefined);
  }
}
