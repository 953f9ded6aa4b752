import {
  areSame,
  type Binding,
  bindingOf,
  formatBinding,
  KEY_ACTIONS,
  type KeyAction,
  type KeyPress,
  type Platform,
  parseBinding,
} from './binding';

/** The keys of the page as they hold at the moment. */
export interface Keys {
  /** None of them does anything. */
  readonly isOff: boolean;
  readonly bindings: Readonly<Record<KeyAction, Binding>>;
}

/** As it is stored: only what differs from the keys that the extension comes with. */
export interface StoredKeys {
  off: boolean;
  bindings: Partial<Record<KeyAction, string>>;
}

const alt = (code: string): Binding => ({ code, shift: false });

export const DEFAULT_KEYS: Keys = {
  isOff: false,
  bindings: {
    next: alt('KeyJ'),
    previous: alt('KeyK'),
    open: alt('KeyO'),
    report: alt('KeyR'),
    dismiss: alt('KeyX'),
    help: alt('Slash'),
  },
};

/** The shortcut that the manifest asks the browser for (wxt.config.ts). */
export const COMMAND_KEY: Binding = { code: 'KeyQ', shift: true };

/** Why a key cannot be chosen. */
export type Refusal = { why: 'browser' } | { why: 'command' } | { why: 'taken'; by: KeyAction };

/**
 * What browsers use themselves. With Alt, on Windows and Linux: the address bar and menus of Chromium (D, E, F) and of
 * Firefox (F, E, V, S, B, T, H) and, by digits, the tabs. With Alt and Shift: what Chromium keeps for its toolbars,
 * dialogs and feedback. On a Mac browsers use Option with none of these.
 */
const BROWSER = {
  plain: /^(?:Key[BDEFHSTV]|Digit\d)$/,
  shift: /^Key[ABIRT]$/,
};

/** @param of the action that the key is wanted for */
export function refusalOf(
  binding: Binding,
  of: KeyAction,
  { bindings }: Keys,
  platform: Platform,
): Refusal | undefined {
  if (areSame(binding, COMMAND_KEY)) return { why: 'command' };
  const browser = binding.shift ? BROWSER.shift : BROWSER.plain;
  if (platform !== 'mac' && browser.test(binding.code)) return { why: 'browser' };
  const by = KEY_ACTIONS.find((action) => action !== of && areSame(bindings[action], binding));
  return by && { why: 'taken', by };
}

/** What a press does; `undefined` when it is none of our keys, or when they are off. */
export function actionOf(press: KeyPress, { isOff, bindings }: Keys): KeyAction | undefined {
  const pressed = isOff ? undefined : bindingOf(press);
  return pressed && KEY_ACTIONS.find((action) => areSame(bindings[action], pressed));
}

export function rebind(keys: Keys, action: KeyAction, binding: Binding): Keys {
  return { ...keys, bindings: { ...keys.bindings, [action]: binding } };
}

/**
 * Keys as they are stored, or those that the extension comes with when what is stored is not sound: something else, or
 * two actions with one key.
 */
export function readKeys(stored: unknown): { keys: Keys; isSound: boolean } {
  const keys = parse(stored);
  return { keys: keys ?? DEFAULT_KEYS, isSound: keys !== undefined };
}

export function toStored({ isOff, bindings }: Keys): StoredKeys {
  const changed = KEY_ACTIONS.filter((action) => !areSame(bindings[action], DEFAULT_KEYS.bindings[action]));
  return {
    off: isOff,
    bindings: Object.fromEntries(changed.map((action) => [action, formatBinding(bindings[action])])),
  };
}

function parse(stored: unknown): Keys | undefined {
  if (!isRecord(stored) || typeof stored.off !== 'boolean' || !isRecord(stored.bindings)) return undefined;
  const bindings = { ...DEFAULT_KEYS.bindings };
  for (const [action, text] of Object.entries(stored.bindings)) {
    const binding = typeof text === 'string' ? parseBinding(text) : undefined;
    if (!binding || !isAction(action)) return undefined;
    bindings[action] = binding;
  }
  const distinct = new Set(Object.values(bindings).map(formatBinding));
  return distinct.size === KEY_ACTIONS.length ? { isOff: stored.off, bindings } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAction(name: string): name is KeyAction {
  return (KEY_ACTIONS as readonly string[]).includes(name);
}
