import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KEY_ACTIONS, nameBinding, parseBinding, platformOf } from '@/utils/keys/binding';
import { COMMAND_KEY, DEFAULT_KEYS, readKeys, rebind, refusalOf, toStored } from '@/utils/keys/keys';

const binding = (text: string) => {
  const read = parseBinding(text);
  if (!read) throw new Error(`${text} is no binding`);
  return read;
};
const refused = (text: string, platform: 'mac' | 'other' = 'other') =>
  refusalOf(binding(text), 'next', DEFAULT_KEYS, platform);

describe('the keys that the extension comes with', () => {
  test('are these', () => {
    const names = KEY_ACTIONS.map((action) => nameBinding(DEFAULT_KEYS.bindings[action], 'other'));
    expect(names).toEqual(['Alt+J', 'Alt+K', 'Alt+O', 'Alt+R', 'Alt+X', 'Alt+/']);
  });

  test('could be chosen by a person on every platform', () => {
    for (const action of KEY_ACTIONS) {
      for (const platform of ['mac', 'other'] as const)
        expect(refusalOf(DEFAULT_KEYS.bindings[action], action, DEFAULT_KEYS, platform)).toBeUndefined();
    }
  });

  test('leave the shortcut of the manifest alone', () => {
    const [, key] =
      /suggested_key: \{ default: '([^']+)' \}/.exec(readFileSync('wxt.config.ts', 'utf8')) ?? [];
    expect(nameBinding(COMMAND_KEY, 'other')).toBe(key);
    expect(refused('Alt+Shift+KeyQ')).toEqual({ why: 'command' });
  });
});

describe('a key is refused', () => {
  test.each([
    ['the address bar', 'Alt+KeyD'],
    ['a menu of Firefox', 'Alt+KeyH'],
    ['a menu of Chromium', 'Alt+KeyE'],
    ['a tab', 'Alt+Digit3'],
    ['the toolbar of Chromium', 'Alt+Shift+KeyT'],
  ])('for %s, but not on a Mac', (_, text) => {
    expect(refused(text)).toEqual({ why: 'browser' });
    expect(refused(text, 'mac')).toBeUndefined();
  });

  test('when another action has it, and then says which; its own key is free', () => {
    expect(refused('Alt+KeyK')).toEqual({ why: 'taken', by: 'previous' });
    expect(refused('Alt+KeyJ')).toBeUndefined();
    const moved = rebind(DEFAULT_KEYS, 'previous', binding('Alt+KeyU'));
    expect(refusalOf(binding('Alt+KeyK'), 'next', moved, 'other')).toBeUndefined();
  });

  test('not for being the same with Shift', () => {
    expect(refused('Alt+Shift+KeyK')).toBeUndefined();
  });
});

describe('names', () => {
  test('are those that the platform prints', () => {
    expect(nameBinding(binding('Alt+Shift+KeyJ'), 'other')).toBe('Alt+Shift+J');
    expect(nameBinding(binding('Alt+Shift+KeyJ'), 'mac')).toBe('⌥⇧J');
    expect(nameBinding(binding('Alt+Slash'), 'mac')).toBe('⌥/');
    expect(nameBinding(binding('Alt+Digit0'), 'other')).toBe('Alt+0');
  });

  test.each([
    ['MacIntel', 'mac'],
    ['Win32', 'other'],
    ['Linux x86_64', 'other'],
    ['', 'other'],
  ] as const)('on %s are those of %s', (platform, expected) => {
    expect(platformOf({ platform })).toBe(expected);
  });
});

describe('what is stored', () => {
  test('is only what differs, so that a later default reaches who has not chosen', () => {
    expect(toStored(DEFAULT_KEYS)).toEqual({ off: false, bindings: {} });
    expect(toStored(rebind(DEFAULT_KEYS, 'open', binding('Alt+KeyP')))).toEqual({
      off: false,
      bindings: { open: 'Alt+KeyP' },
    });
  });

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['no switch', { bindings: {} }],
    ['an action that does not exist', { off: false, bindings: { fly: 'Alt+KeyP' } }],
    ['a name of every object', { off: false, bindings: { constructor: 'Alt+KeyP' } }],
    ['a key alone', { off: false, bindings: { open: 'KeyP' } }],
    ['a key of the browser’s', { off: false, bindings: { open: 'Ctrl+KeyT' } }],
    ['two actions with one key', { off: false, bindings: { open: 'Alt+KeyP', report: 'Alt+KeyP' } }],
    ['the default key of another action', { off: false, bindings: { open: 'Alt+KeyJ' } }],
  ])('gives the default keys when it holds %s', (_, stored) => {
    expect(readKeys(stored)).toEqual({ keys: DEFAULT_KEYS, isSound: false });
  });

  test('can exchange two keys', () => {
    const { keys, isSound } = readKeys({ off: true, bindings: { next: 'Alt+KeyK', previous: 'Alt+KeyJ' } });
    expect(isSound).toBe(true);
    expect(keys.isOff).toBe(true);
    expect(keys.bindings.next).toEqual(binding('Alt+KeyK'));
  });
});
