import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areSame,
  type Binding,
  bindingOf,
  formatBinding,
  isBindable,
  KEY_ACTIONS,
  type KeyPress,
  nameBinding,
  parseBinding,
} from '@/utils/keys/binding';
import { actionOf, DEFAULT_KEYS, type Keys, readKeys, rebind, refusalOf, toStored } from '@/utils/keys/keys';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `Key${letter}`);
const DIGITS = [...'0123456789'].map((digit) => `Digit${digit}`);
const SIGNS = [
  ...['Minus', 'Equal', 'BracketLeft', 'BracketRight', 'Backslash'],
  ...['Semicolon', 'Quote', 'Comma', 'Period', 'Slash'],
];
const code = fc.constantFrom(...LETTERS, ...DIGITS, ...SIGNS);
const binding: fc.Arbitrary<Binding> = fc.record({ code, shift: fc.boolean() });
const action = fc.constantFrom(...KEY_ACTIONS);
const platform = fc.constantFrom('mac' as const, 'other' as const);
/** Also keys that are none of ours, and what an input method says. */
const press: fc.Arbitrary<KeyPress> = fc.record({
  code: fc.oneof(code, fc.constantFrom('', 'Escape', 'ArrowDown', 'Numpad1', 'F5', 'toString', 'Backquote')),
  altKey: fc.boolean(),
  ctrlKey: fc.boolean(),
  metaKey: fc.boolean(),
  shiftKey: fc.boolean(),
  isComposing: fc.boolean(),
  keyCode: fc.constantFrom(0, 74, 229),
});

/** Keys as a person can make them: one change after another, those that are refused left out. */
const keys: fc.Arbitrary<Keys> = fc
  .tuple(fc.array(fc.tuple(action, binding), { maxLength: 20 }), fc.boolean(), platform)
  .map(([changes, isOff, on]) =>
    changes.reduce<Keys>(
      (before, [of, wanted]) => (refusalOf(wanted, of, before, on) ? before : rebind(before, of, wanted)),
      { ...DEFAULT_KEYS, isOff },
    ),
  );

describe('a binding', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(binding, (each) => {
        expect(parseBinding(formatBinding(each))).toEqual(each);
      }),
    );
  });

  test('is written as it was read, whatever was read', () => {
    const text = fc.oneof(
      fc.string(),
      fc
        .tuple(
          fc.constantFrom('', 'Alt+', 'Ctrl+', 'alt+'),
          fc.constantFrom('', 'Shift+'),
          fc.oneof(code, fc.string()),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        const read = parseBinding(each);
        if (read) expect(formatBinding(read)).toBe(each);
      }),
    );
  });

  test('has a name of its own on each platform', () => {
    fc.assert(
      fc.property(binding, binding, platform, (one, other, on) => {
        expect(nameBinding(one, on) === nameBinding(other, on)).toBe(areSame(one, other));
      }),
    );
  });

  test('comes of a press with Alt alone or with Shift, and never while an input method composes', () => {
    fc.assert(
      fc.property(press, (each) => {
        const isOurs =
          each.altKey &&
          !each.ctrlKey &&
          !each.metaKey &&
          !each.isComposing &&
          each.keyCode !== 229 &&
          isBindable(each.code);
        expect(bindingOf(each)).toEqual(isOurs ? { code: each.code, shift: each.shiftKey } : undefined);
      }),
    );
  });
});

describe('keys that a person has chosen', () => {
  test('are read as they were stored', () => {
    fc.assert(
      fc.property(keys, (each) => {
        const stored: unknown = JSON.parse(JSON.stringify(toStored(each)));
        expect(readKeys(stored)).toEqual({ keys: each, isSound: true });
      }),
    );
  });

  test('stand for one action each: no press means two', () => {
    fc.assert(
      fc.property(keys, press, (each, pressed) => {
        const wanted = bindingOf(pressed);
        const meant = KEY_ACTIONS.filter((name) => wanted && areSame(each.bindings[name], wanted));
        expect(meant.length).toBeLessThanOrEqual(1);
        expect(actionOf(pressed, each)).toBe(each.isOff ? undefined : meant[0]);
      }),
    );
  });

  test('are sound or the default ones, whatever is stored', () => {
    const record = fc.record({
      off: fc.oneof(fc.boolean(), fc.anything()),
      bindings: fc.oneof(
        fc.dictionary(fc.oneof(action, fc.string()), fc.oneof(binding.map(formatBinding), fc.anything())),
        fc.anything(),
      ),
    });
    fc.assert(
      fc.property(fc.oneof(record, fc.anything()), (stored) => {
        const { keys: read, isSound } = readKeys(stored);
        if (!isSound) expect(read).toEqual(DEFAULT_KEYS);
        expect(new Set(Object.values(read.bindings).map(formatBinding)).size).toBe(KEY_ACTIONS.length);
        expect(readKeys(toStored(read))).toEqual({ keys: read, isSound: true });
      }),
    );
  });
});
