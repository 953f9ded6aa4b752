import { useEffect, useState } from 'preact/hooks';
import { browser } from '#imports';
import { KeyBindings } from '@/components/KeyBindings';
import { keyActionWord } from '@/components/key-words';
import { Notice } from '@/components/Notice';
import { Switch } from '@/components/Switch';
import type { Toasts } from '@/components/use-toast';
import { t } from '@/utils/i18n';
import { nameBinding, platformOf } from '@/utils/keys/binding';
import { DEFAULT_KEYS, type Keys, rebind, toStored } from '@/utils/keys/keys';
import { storedKeys } from '@/utils/storage/settings';
import type { Settings } from './use-settings';

interface KeySectionProps {
  settings: Settings;
  attempt: (change: Promise<void>, done?: () => void) => void;
  toasts: Toasts;
}

/** The keys of the page: which they are, whether they are used, and the way back after each change. */
export function KeySection({ settings: { keys, areKeysSound }, attempt, toasts }: KeySectionProps) {
  const platform = platformOf(navigator);
  const command = useCommandKey();
  const save = (changed: Keys) => storedKeys.setValue(toStored(changed));
  const change = (changed: Keys, message: string) => {
    const undo = () => attempt(save(keys), toasts.close);
    attempt(save(changed), () => toasts.show(message, undo));
  };
  const areDefault = Object.keys(toStored(keys).bindings).length === 0;
  return (
    <section>
      <h2>{t('optionsKeys')}</h2>
      <p class="muted small">{t('optionsKeysHint')}</p>
      {!areKeysSound && <Notice tone="warning">{t('optionsKeysBroken')}</Notice>}
      <Switch on={!keys.isOff} onSwitch={(on) => attempt(save({ ...keys, isOff: !on }))}>
        {t('optionsKeysOn')}
      </Switch>
      <KeyBindings
        keys={keys}
        platform={platform}
        onBind={(action, binding) =>
          change(
            rebind(keys, action, binding),
            t('keyChanged', keyActionWord(action), nameBinding(binding, platform)),
          )
        }
      />
      <button
        type="button"
        class="button"
        aria-disabled={areDefault && areKeysSound}
        onClick={() => {
          if (areDefault && areKeysSound) return;
          change({ ...DEFAULT_KEYS, isOff: keys.isOff }, t('keysAreReset'));
        }}
      >
        {t('keysResetAll')}
      </button>
      {command && <p class="muted small">{t('optionsCommand', command, t('commandReport'))}</p>}
    </section>
  );
}

/** The shortcut that the browser keeps for us, as it writes it; empty when the reader took it away. */
function useCommandKey(): string | undefined {
  const [shortcut, setShortcut] = useState<string>();
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setShortcut(commands.find(({ name }) => name === 'report-post')?.shortcut);
    });
  }, []);
  return shortcut;
}
