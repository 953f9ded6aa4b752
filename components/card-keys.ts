import type { MessageKey } from '../utils/i18n';

export type CardKey = 'r' | 'd' | 'n' | 'u' | 'c' | 'Escape' | Digit;
type Digit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

/** Keys of the card for a list of keys, in the order of use; a digit stands for all nine. */
export const CARD_KEYS = [
  { key: 'r', message: 'cardKeyReport' },
  { key: 'd', message: 'cardKeyDismiss' },
  { key: '1', message: 'cardKeyCategory' },
  { key: 'n', message: 'cardKeyNote' },
  { key: 'u', message: 'cardKeyUndo' },
  { key: 'c', message: 'cardKeyKept' },
  { key: 'Escape', message: 'cardKeyClose' },
] as const satisfies readonly { key: CardKey; message: MessageKey }[];

/** What such a list shows for a key. */
export function cardKeyName(key: (typeof CARD_KEYS)[number]['key']): string {
  if (key === '1') return '1–9';
  return key === 'Escape' ? 'Esc' : key.toUpperCase();
}

/** The parts of a keyboard event that decide. */
export type Pressed = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'keyCode'
  | 'ctrlKey'
  | 'altKey'
  | 'metaKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
>;

/** What browsers give as `keyCode` while an input method has the key. */
const IN_COMPOSITION = 229;
const PLAIN = /^[rdnuc1-9]$/;

/**
 * The key of the card that was pressed. None while an input method composes, with a modifier, when it is held down, or
 * when something inside has used it; in a text field only Escape.
 */
export function cardKeyOf(event: Pressed, isInTextField: boolean): CardKey | undefined {
  if (!isPlain(event)) return undefined;
  if (event.key === 'Escape') return 'Escape';
  if (isInTextField || event.repeat) return undefined;
  const name = letterOf(event);
  return PLAIN.test(name) ? (name as CardKey) : undefined;
}

/** Without a modifier, not for an input method, and not used by something inside. */
export function isPlain(event: Pressed): boolean {
  if (event.isComposing || event.keyCode === IN_COMPOSITION || event.defaultPrevented) return false;
  return !event.ctrlKey && !event.altKey && !event.metaKey;
}

/** Letters as they are typed; on layouts without Latin letters, and for digits behind Shift, by the place of the key. */
export function letterOf({ key, code }: Pressed): string {
  return /^[a-z0-9]$/i.test(key)
    ? key.toLowerCase()
    : code.replace(/^(?:Key|Digit|Numpad)/, '').toLowerCase();
}
