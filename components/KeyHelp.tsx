import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, t } from '../utils/i18n';
import type { KeyAction } from '../utils/keys/binding';
import { keyActionWord } from './key-words';

export interface KeyHelpProps {
  /** The keys of the page with their names, as they are bound now. */
  page: readonly { action: KeyAction; key: string }[];
  card: readonly { message: MessageKey; key: string }[];
  /** The shortcut that the browser keeps for us. */
  command: string;
  /** Why the keys could not be changed. */
  problem: string;
  onChange: () => void;
  onClose: () => void;
}

/** All keys in one dialog, which holds the focus until it is closed. */
export function KeyHelp({ page, card, command, problem, onChange, onClose }: KeyHelpProps) {
  const title = useId();
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => frame.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Tab' && frame.current) {
      event.preventDefault();
      moveFocus(frame.current, event.shiftKey ? -1 : 1);
    }
  };
  return (
    <div class="key-help-veil">
      <div
        class="key-help"
        role="dialog"
        aria-modal="true"
        aria-labelledby={title}
        ref={frame}
        onKeyDown={onKeyDown}
      >
        <header>
          <h2 id={title}>{t('keysTitle')}</h2>
          <button
            type="button"
            class="close"
            aria-label={t('actionClose')}
            aria-keyshortcuts="Escape"
            onClick={onClose}
          >
            ×
          </button>
        </header>
        <KeyList
          title={t('keysPage')}
          keys={page.map(({ action, key }) => ({ name: keyActionWord(action), key }))}
        />
        <KeyList title={t('keysCard')} keys={card.map(({ message, key }) => ({ name: t(message), key }))} />
        <KeyList title={t('keysBrowser')} keys={[{ name: t('commandReport'), key: command }]} />
        <p class="hint">{t('keysTyping')}</p>
        <footer>
          <button type="button" class="change" onClick={onChange}>
            {t('keysChange')}
          </button>
          <span role="status" class="problem">
            {problem}
          </span>
        </footer>
      </div>
    </div>
  );
}

function KeyList({ title, keys }: { title: string; keys: readonly { name: string; key: string }[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {keys.map(({ name, key }) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Round and round: behind the dialog lies the page, which must not get the focus. */
function moveFocus(frame: HTMLElement, by: 1 | -1): void {
  const stops = [...frame.querySelectorAll('button')];
  const { activeElement } = frame.getRootNode() as Document | ShadowRoot;
  const at = stops.indexOf(activeElement as HTMLButtonElement);
  stops[(Math.max(at, 0) + by + stops.length) % stops.length]?.focus();
}
