import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRIAGE_KEYS, type TriagePress, triageKeyOf } from '@/components/queue/triage-keys';

const press = (parts: Partial<TriagePress> & { key: string }): TriagePress => ({
  code: '',
  keyCode: 0,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...parts,
});
const TABLE = { inTable: true, lettersOff: false };
const PAGE = { inTable: false, lettersOff: false };
const OFF = { inTable: true, lettersOff: true };

describe('keys of the queue', () => {
  test.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['o', 'open'],
    ['c', 'confirm'],
    ['d', 'dismiss'],
    ['s', 'submit'],
    ['n', 'note'],
    ['t', 'tag'],
    ['a', 'assign'],
    ['x', 'select'],
    ['g', 'group'],
    ['z', 'undo'],
    ['e', 'export'],
    ['/', 'search'],
    ['?', 'help'],
    ['Escape', 'close'],
  ])('%s works on the whole page', (key, action) => {
    expect(triageKeyOf(press({ key }), PAGE)).toBe(action);
  });

  test.each([
    ['ArrowDown', 'next'],
    ['ArrowUp', 'previous'],
    ['Home', 'first'],
    ['End', 'last'],
    ['PageDown', 'pageDown'],
    ['PageUp', 'pageUp'],
    ['Enter', 'open'],
    [' ', 'select'],
    ['Delete', 'remove'],
  ])('%s works in the table alone, also when letters are off', (key, action) => {
    expect(triageKeyOf(press({ key }), TABLE)).toBe(action);
    expect(triageKeyOf(press({ key }), OFF)).toBe(action);
    expect(triageKeyOf(press({ key }), PAGE)).toBeUndefined();
  });

  test('Shift stretches the selection, and makes no other letter act', () => {
    expect(triageKeyOf(press({ key: 'J', shiftKey: true }), PAGE)).toBe('extendNext');
    expect(triageKeyOf(press({ key: 'ArrowUp', shiftKey: true }), TABLE)).toBe('extendPrevious');
    expect(triageKeyOf(press({ key: 'C', shiftKey: true }), TABLE)).toBeUndefined();
    // Caps Lock.
    expect(triageKeyOf(press({ key: 'C' }), PAGE)).toBe('confirm');
  });

  test('layouts without Latin letters have them by their places', () => {
    expect(triageKeyOf(press({ key: 'о', code: 'KeyJ' }), PAGE)).toBe('next');
  });

  test('Ctrl and Command undo anywhere, and select all in the table', () => {
    expect(triageKeyOf(press({ key: 'z', ctrlKey: true }), PAGE)).toBe('undo');
    expect(triageKeyOf(press({ key: 'z', metaKey: true }), OFF)).toBe('undo');
    expect(triageKeyOf(press({ key: 'z', ctrlKey: true, shiftKey: true }), PAGE)).toBeUndefined();
    expect(triageKeyOf(press({ key: 'a', ctrlKey: true }), TABLE)).toBe('selectAll');
    expect(triageKeyOf(press({ key: 'a', ctrlKey: true }), PAGE)).toBeUndefined();
  });

  test('a held key moves on, and decides once', () => {
    expect(triageKeyOf(press({ key: 'j', repeat: true }), PAGE)).toBe('next');
    expect(triageKeyOf(press({ key: 'c', repeat: true }), PAGE)).toBeUndefined();
    expect(triageKeyOf(press({ key: 'z', ctrlKey: true, repeat: true }), PAGE)).toBeUndefined();
  });

  test('letters that are turned off do nothing', () => {
    for (const key of 'jkocdsntaxgze/?') expect(triageKeyOf(press({ key }), OFF), key).toBeUndefined();
    expect(triageKeyOf(press({ key: 'Escape' }), OFF)).toBe('close');
  });

  test('nothing is decided for an input method, with Alt, or by a key that was used', () => {
    const not: Partial<TriagePress>[] = [
      { isComposing: true },
      { keyCode: 229 },
      { altKey: true },
      { defaultPrevented: true },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...'jkocdsntaxgze/?', 'Enter', 'Delete', 'ArrowDown', ' '),
        fc.constantFrom(...not),
        fc.boolean(),
        (key, parts, shiftKey) => triageKeyOf(press({ key, shiftKey, ...parts }), TABLE) === undefined,
      ),
    );
  });

  test('the list of keys names each text once', () => {
    const names = TRIAGE_KEYS.flatMap(({ keys }) => keys.map(({ message }) => message));
    expect(new Set(names).size).toBe(names.length);
  });
});
