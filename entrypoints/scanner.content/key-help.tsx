import { render } from 'preact';
import { CARD_KEYS, cardKeyName } from '@/components/card-keys';
import { KeyHelp } from '@/components/KeyHelp';
import keyHelpCss from '@/components/key-help.css?inline';
import tokensCss from '@/components/tokens.css?inline';
import { keepOperable } from '@/utils/highlight/top-layer';
import { createUiHost, type UiHost } from '@/utils/highlight/ui-host';
import { KEY_ACTIONS, nameBinding, platformOf } from '@/utils/keys/binding';
import { COMMAND_KEY, type Keys } from '@/utils/keys/keys';
import { focusWithin, type ShadowOf } from '@/utils/keys/typing';
import { call } from './background';

interface Shown {
  host: UiHost;
  leave: () => void;
  /** What had the focus before. */
  before: Element | null;
}

/** The list of keys over the page. A press beside it closes it too. */
export class KeyHelpPanel {
  #shown: Shown | undefined;

  constructor(
    readonly document: Document,
    readonly shadowOf: ShadowOf,
  ) {}

  get isOpen(): boolean {
    return this.#shown !== undefined;
  }

  open(keys: Keys, problem = ''): void {
    if (!this.#shown) {
      const host = createHost(this.document);
      host.container.addEventListener('click', ({ target }) => {
        if (target instanceof Element && !target.closest('.key-help')) this.close();
      });
      const { activeElement } = this.document;
      // Also inside a card of ours, which the focus goes back to.
      const before = activeElement && focusWithin(activeElement, this.shadowOf);
      this.#shown = { host, leave: keepOperable(host), before };
    }
    const platform = platformOf(navigator);
    render(
      <KeyHelp
        page={KEY_ACTIONS.map((action) => ({ action, key: nameBinding(keys.bindings[action], platform) }))}
        card={CARD_KEYS.map(({ key, message }) => ({ message, key: cardKeyName(key) }))}
        command={nameBinding(COMMAND_KEY, platform)}
        problem={problem}
        onChange={() =>
          call('openOptions', undefined).then(
            () => this.close(),
            (error: Error) => this.#shown && this.open(keys, error.message),
          )
        }
        onClose={() => this.close()}
      />,
      this.#shown.host.container,
    );
  }

  close(): void {
    if (!this.#shown) return;
    const { host, leave, before } = this.#shown;
    this.#shown = undefined;
    leave();
    render(null, host.container);
    host.remove();
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
  }
}

function createHost(document: Document): UiHost {
  return createUiHost(document, tokensCss + keyHelpCss, {
    position: 'fixed',
    zIndex: '2147483003',
    top: '0',
    left: '0',
    right: '0',
    bottom: '0',
    width: 'auto',
    height: 'auto',
    background: 'none',
  });
}
