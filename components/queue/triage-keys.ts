import type { MessageKey } from '../../utils/i18n';
import { letterOf, type Pressed } from '../card-keys';

/** What the keys of the queue do. */
export type TriageKey =
  | 'next'
  | 'previous'
  | 'extendNext'
  | 'extendPrevious'
  | 'pageDown'
  | 'pageUp'
  | 'first'
  | 'last'
  | 'open'
  | 'close'
  | 'confirm'
  | 'dismiss'
  | 'submit'
  | 'note'
  | 'tag'
  | 'assign'
  | 'select'
  | 'selectAll'
  | 'group'
  | 'undo'
  | 'export'
  | 'remove'
  | 'search'
  | 'help';

/** All keys with their names, in groups and in the order in which a list of keys has them. */
export const TRIAGE_KEYS = [
  {
    title: 'queueKeysMove',
    keys: [
      { shown: 'J  ↓', message: 'queueKeyNext' },
      { shown: 'K  ↑', message: 'queueKeyPrevious' },
      { shown: 'Home  End', message: 'queueKeyEnds' },
      { shown: 'PgUp  PgDn', message: 'queueKeyPages' },
      { shown: 'O  Enter', message: 'queueKeyOpen' },
      { shown: 'Esc', message: 'queueKeyClose' },
      { shown: '/', message: 'queueKeySearch' },
    ],
  },
  {
    title: 'queueKeysDecide',
    keys: [
      { shown: 'C', message: 'queueKeyConfirm' },
      { shown: 'D', message: 'queueKeyDismiss' },
      { shown: 'S', message: 'queueKeySubmit' },
      { shown: 'N', message: 'queueKeyNote' },
      { shown: 'T', message: 'queueKeyTag' },
      { shown: 'A', message: 'queueKeyAssign' },
      { shown: 'Delete', message: 'queueKeyRemove' },
      { shown: 'Z  Ctrl+Z', message: 'queueKeyUndo' },
    ],
  },
  {
    title: 'queueKeysMany',
    keys: [
      { shown: 'X  Space', message: 'queueKeySelect' },
      { shown: 'Shift+J  Shift+↓', message: 'queueKeyExtendNext' },
      { shown: 'Shift+K  Shift+↑', message: 'queueKeyExtendPrevious' },
      { shown: 'Ctrl+A', message: 'queueKeySelectAll' },
      { shown: 'G', message: 'queueKeyGroup' },
      { shown: 'E', message: 'queueKeyExport' },
      { shown: '?', message: 'queueKeyHelp' },
    ],
  },
] as const satisfies readonly {
  title: MessageKey;
  keys: readonly { shown: string; message: MessageKey }[];
}[];

export type TriagePress = Pressed & Pick<KeyboardEvent, 'shiftKey'>;

const LETTERS: Readonly<Record<string, TriageKey>> = {
  j: 'next',
  k: 'previous',
  o: 'open',
  c: 'confirm',
  d: 'dismiss',
  s: 'submit',
  n: 'note',
  t: 'tag',
  a: 'assign',
  x: 'select',
  g: 'group',
  z: 'undo',
  e: 'export',
};
const SHIFTED: Readonly<Record<string, TriageKey>> = { j: 'extendNext', k: 'extendPrevious' };
const SIGNS: Readonly<Record<string, TriageKey>> = { '/': 'search', '?': 'help', '？': 'help' };
/** Keys that scroll or press elsewhere, and so are ours only while the table has the focus. */
const IN_TABLE: Readonly<Record<string, TriageKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  ' ': 'select',
  Delete: 'remove',
};
const SHIFTED_IN_TABLE: Readonly<Record<string, TriageKey>> = {
  ArrowDown: 'extendNext',
  ArrowUp: 'extendPrevious',
};
/** What may go on while a key is held down. */
const REPEATED: ReadonlySet<TriageKey> = new Set([
  'next',
  'previous',
  'extendNext',
  'extendPrevious',
  'pageDown',
  'pageUp',
]);
/** What browsers give as `keyCode` while an input method has the key. */
const IN_COMPOSITION = 229;

/**
 * What a key does. Nothing while an input method composes or when something inside has used the key; the caller sees to
 * it that nobody is typing and that no dialog is open.
 *
 * @param inTable whether the table itself has the focus
 * @param lettersOff the reader wants no keys without Ctrl outside the table
 */
export function triageKeyOf(
  event: TriagePress,
  { inTable, lettersOff }: { inTable: boolean; lettersOff: boolean },
): TriageKey | undefined {
  if (event.isComposing || event.keyCode === IN_COMPOSITION || event.defaultPrevented) return undefined;
  const key =
    event.ctrlKey || event.metaKey ? withControl(event, inTable) : plain(event, inTable, lettersOff);
  return key && (!event.repeat || REPEATED.has(key)) ? key : undefined;
}

function withControl(event: TriagePress, inTable: boolean): TriageKey | undefined {
  if (event.altKey || event.shiftKey) return undefined;
  const letter = letterOf(event);
  if (letter === 'z') return 'undo';
  return letter === 'a' && inTable ? 'selectAll' : undefined;
}

function plain(event: TriagePress, inTable: boolean, lettersOff: boolean): TriageKey | undefined {
  if (event.altKey) return undefined;
  if (event.key === 'Escape') return 'close';
  const named = inTable ? (event.shiftKey ? SHIFTED_IN_TABLE : IN_TABLE)[event.key] : undefined;
  if (named || lettersOff) return named;
  return SIGNS[event.key] ?? (event.shiftKey ? SHIFTED : LETTERS)[letterOf(event)];
}
