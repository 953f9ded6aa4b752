/** What the keys of a page do, in the order in which they are listed. */
export const KEY_ACTIONS = ['next', 'previous', 'open', 'report', 'dismiss', 'help'] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** Signs by the place of their key, as a United States keyboard prints them. */
const SIGNS: Readonly<Record<string, string>> = {
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};
const CODE = /^(?:Key[A-Z]|Digit\d)$/;

export type Platform = 'mac' | 'other';

/**
 * A key together with Alt (Option on a Mac), and with Shift or not. Nothing else can be chosen: keys alone write, Ctrl
 * and Command belong to the browser, and Ctrl with Option to VoiceOver (docs/decisions/0021).
 */
export interface Binding {
  /** The place of the key, as `KeyboardEvent.code` names it: the same on every layout and with every input method. */
  readonly code: string;
  readonly shift: boolean;
}

/** The parts of a keyboard event that say which keys were pressed. */
export type KeyPress = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'keyCode'
>;

/** What browsers give as `keyCode` while an input method has the key. */
const IN_COMPOSITION = 229;

export function isBindable(code: string): boolean {
  return CODE.test(code) || Object.hasOwn(SIGNS, code);
}

/** What a press would be as a binding; `undefined` for keys that cannot be one. */
export function bindingOf(press: KeyPress): Binding | undefined {
  if (press.isComposing || press.keyCode === IN_COMPOSITION) return undefined;
  if (!press.altKey || press.ctrlKey || press.metaKey || !isBindable(press.code)) return undefined;
  return { code: press.code, shift: press.shiftKey };
}

export function areSame(one: Binding, other: Binding): boolean {
  return one.code === other.code && one.shift === other.shift;
}

/** As it is stored: `Alt+KeyJ`, `Alt+Shift+KeyJ`. */
export function formatBinding({ code, shift }: Binding): string {
  return shift ? `Alt+Shift+${code}` : `Alt+${code}`;
}

/** `undefined` for anything that {@link formatBinding} does not write. */
export function parseBinding(text: string): Binding | undefined {
  const [, shift, code = ''] = /^Alt\+(Shift\+)?(\w+)$/.exec(text) ?? [];
  return isBindable(code) ? { code, shift: shift !== undefined } : undefined;
}

/** As a person reads it: `Alt+Shift+J`, on a Mac `⌥⇧J`. */
export function nameBinding({ code, shift }: Binding, platform: Platform): string {
  const key = SIGNS[code] ?? code.replace(/^(?:Key|Digit)/, '');
  if (platform === 'mac') return `⌥${shift ? '⇧' : ''}${key}`;
  return `Alt+${shift ? 'Shift+' : ''}${key}`;
}

export function platformOf({ platform }: Pick<Navigator, 'platform'>): Platform {
  return /^(?:Mac|iP)/.test(platform) ? 'mac' : 'other';
}
