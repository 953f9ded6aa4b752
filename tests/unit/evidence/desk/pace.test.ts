import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  PAUSE,
  Pacer,
  type Paces,
  PER_MINUTE,
  PER_MINUTE_IN_ALL,
  REFUSALS,
} from '@/utils/evidence/desk/pace';

const MINUTE = 60_000;

describe('the pace of a host', () => {
  test('is a number of files in any minute, and says how long to wait for the next', () => {
    const pacer = new Pacer({});
    for (let i = 0; i < PER_MINUTE; i++) {
      expect(pacer.wait('a', 1_000 + i)).toBe(0);
      pacer.begin('a', 1_000 + i);
    }
    expect(pacer.wait('a', 2_000)).toBe(MINUTE - 1_000);
    expect(pacer.wait('a', 1_000 + MINUTE - 1)).toBe(1);
    expect(pacer.wait('a', 1_000 + MINUTE)).toBe(0);
    expect(pacer.wait('b', 2_000)).toBe(0);
  });

  test('is kept to by all hosts together, however many names there are', () => {
    const pacer = new Pacer({});
    for (let i = 0; i < PER_MINUTE_IN_ALL; i++) {
      expect(pacer.wait(`h${i}.pics.example`, i)).toBe(0);
      pacer.begin(`h${i}.pics.example`, i);
    }
    expect(pacer.wait('new.pics.example', 1_000)).toBe(MINUTE - 1_000);
    expect(pacer.wait('new.pics.example', MINUTE)).toBe(0);
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])(
    'is that of a host called %s',
    (name) => {
      const pacer = new Pacer({});
      expect(pacer.isPaused(name, 0)).toBe(false);
      expect(pacer.wait(name, 0)).toBe(0);
    },
  );

  test('holds at any moment, whatever is asked for when', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9_000), { minLength: 40, maxLength: 300 }), (gaps) => {
        const pacer = new Pacer({});
        const begun: number[] = [];
        let now = 1_000_000;
        for (const gap of gaps) {
          now += gap;
          if (pacer.wait('a', now) > 0) continue;
          pacer.begin('a', now);
          begun.push(now);
        }
        for (const [i, at] of begun.entries()) {
          const later = begun[i + PER_MINUTE];
          if (later !== undefined) expect(later - at).toBeGreaterThanOrEqual(MINUTE);
        }
      }),
    );
  });

  test('is nothing after several refusals in a row, for an hour', () => {
    const pacer = new Pacer({});
    for (let i = 1; i < REFUSALS; i++) pacer.refused('a', 10);
    expect(pacer.isPaused('a', 10)).toBe(false);
    pacer.refused('a', 10);
    expect(pacer.isPaused('a', 10)).toBe(true);
    expect(pacer.isPaused('a', 9 + PAUSE)).toBe(true);
    expect(pacer.isPaused('a', 10 + PAUSE)).toBe(false);
    expect(pacer.isPaused('b', 10)).toBe(false);
    pacer.refused('a', 11 + PAUSE);
    expect(pacer.isPaused('a', 12 + PAUSE)).toBe(false);
  });

  test('is not lost by refusals that are not in a row', () => {
    const pacer = new Pacer({});
    for (let i = 0; i < 10; i++) {
      for (let n = 1; n < REFUSALS; n++) pacer.refused('a', i);
      pacer.answered('a');
    }
    expect(pacer.isPaused('a', 10)).toBe(false);
  });

  test('is remembered as plain data, and only of hosts that it still matters for', () => {
    const paces: Paces = {};
    const pacer = new Pacer(paces);
    pacer.begin('old', 0);
    for (let i = 0; i < REFUSALS; i++) pacer.refused('refuses', 0);
    pacer.begin('new', 2 * MINUTE);
    expect(Object.keys(paces).sort()).toEqual(['new', 'refuses']);
    const again = new Pacer(JSON.parse(JSON.stringify(paces)) as Paces);
    expect(again.isPaused('refuses', 2 * MINUTE)).toBe(true);
    expect(again.paces).toEqual(paces);
  });

  test('does not get stuck when the clock is set back', () => {
    const pacer = new Pacer({});
    for (let i = 0; i < PER_MINUTE; i++) pacer.begin('a', 90 * PAUSE);
    for (let i = 0; i < REFUSALS; i++) pacer.refused('a', 90 * PAUSE);
    expect(pacer.wait('a', 1_000)).toBe(0);
    expect(pacer.isPaused('a', 1_000)).toBe(false);
  });
});
