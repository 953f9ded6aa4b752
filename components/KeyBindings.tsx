import { useRef, useState } from 'preact/hooks';
import { t } from '../utils/i18n';
import {
  areSame,
  type Binding,
  bindingOf,
  KEY_ACTIONS,
  type KeyAction,
  nameBinding,
  type Platform,
} from '../utils/keys/binding';
import { DEFAULT_KEYS, type Keys, refusalOf } from '../utils/keys/keys';
import { keyActionWord, refusalWords } from './key-words';

export interface KeyBindingsProps {
  keys: Keys;
  platform: Platform;
  onBind: (action: KeyAction, binding: Binding) => void;
}

/** Each action with its key, which is changed by pressing another. */
export function KeyBindings({ keys, platform, onBind }: KeyBindingsProps) {
  const [asking, setAsking] = useState<KeyAction>();
  const [problem, setProblem] = useState<{ of: KeyAction; words: string }>();

  const ask = (action: KeyAction) => {
    setProblem(undefined);
    setAsking(action);
  };
  /** Until a key is chosen that can be, the next press is another try. */
  const choose = (action: KeyAction, binding: Binding) => {
    const refusal = refusalOf(binding, action, keys, platform);
    if (refusal) {
      setProblem({ of: action, words: refusalWords(refusal, nameBinding(binding, platform)) });
      return;
    }
    setProblem(undefined);
    setAsking(undefined);
    onBind(action, binding);
  };
  const press = (action: KeyAction, event: KeyboardEvent) => {
    // Tab leaves the field as anywhere; it takes the question away with the focus.
    if (event.key === 'Tab' || isModifier(event)) return;
    event.preventDefault();
    if (event.key === 'Escape') return setAsking(undefined);
    const binding = bindingOf(event);
    if (binding) choose(action, binding);
    else setProblem({ of: action, words: t('keyRefusedShape') });
  };
  return (
    <>
      <ul class="key-bindings">
        {KEY_ACTIONS.map((action) => (
          <BindingRow
            key={action}
            action={action}
            binding={keys.bindings[action]}
            platform={platform}
            isAsking={asking === action}
            problem={problem?.of === action ? problem.words : ''}
            onAsk={() => ask(action)}
            onLeave={() => asking === action && setAsking(undefined)}
            onPress={(event) => press(action, event)}
            onReset={() => choose(action, DEFAULT_KEYS.bindings[action])}
          />
        ))}
      </ul>
      <p class="visually-hidden" role="status">
        {asking && t('keyPressOf', keyActionWord(asking))}
      </p>
    </>
  );
}

interface BindingRowProps {
  action: KeyAction;
  binding: Binding;
  platform: Platform;
  isAsking: boolean;
  problem: string;
  onAsk: () => void;
  onLeave: () => void;
  onPress: (event: KeyboardEvent) => void;
  onReset: () => void;
}

function BindingRow(props: BindingRowProps) {
  const { action, binding, platform, isAsking, problem, onAsk, onLeave, onPress, onReset } = props;
  const name = keyActionWord(action);
  const before = DEFAULT_KEYS.bindings[action];
  const change = useRef<HTMLButtonElement>(null);
  const reset = () => {
    // The button that was pressed is gone when the key is back.
    change.current?.focus();
    onReset();
  };
  return (
    <li>
      <span>{name}</span>
      <kbd>{nameBinding(binding, platform)}</kbd>
      <div class="row">
        <button
          ref={change}
          type="button"
          class="button"
          aria-label={isAsking ? undefined : t('keyChangeOf', name)}
          onClick={onAsk}
          onBlur={onLeave}
          {...(isAsking && { onKeyDown: onPress, onKeyUp: keepAlt })}
        >
          {t(isAsking ? 'keyPress' : 'keyChange')}
        </button>
        {!areSame(binding, before) && (
          <button
            type="button"
            class="button quiet"
            aria-label={t('keyResetOf', nameBinding(before, platform), name)}
            onClick={reset}
          >
            {t('keyReset', nameBinding(before, platform))}
          </button>
        )}
      </div>
      {problem && (
        <p class="key-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function isModifier({ key }: KeyboardEvent): boolean {
  return ['Alt', 'AltGraph', 'Control', 'Meta', 'Shift', 'CapsLock', 'Fn'].includes(key);
}

/** Firefox shows its menus when Alt goes up. */
function keepAlt(event: KeyboardEvent): void {
  if (event.key === 'Alt') event.preventDefault();
}
