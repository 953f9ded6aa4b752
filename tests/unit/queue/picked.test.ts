import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  extendPicked,
  isPicked,
  keepPicked,
  NOTHING_PICKED,
  pickAll,
  pickedIn,
  togglePicked,
} from '@/components/queue/picked';
import { QueueList } from '@/components/queue/queue-list';

const list = (...groups: string[]) =>
  new QueueList(
    [],
    groups.map((members) => ({ id: members[0]!, members: [...members] })),
  );
const ABCDE = list('a', 'bc', 'd', 'e');
const ids = ({ ids: set }: { ids: ReadonlySet<string> }) => [...set].sort().join('');

describe('what is selected', () => {
  test('a row with its copies, and back', () => {
    const one = togglePicked(NOTHING_PICKED, ABCDE, 1);
    expect(ids(one)).toBe('bc');
    expect(ids(togglePicked(one, ABCDE, 1))).toBe('');
  });

  test('a group of which one was selected becomes selected as a whole', () => {
    const one = togglePicked(NOTHING_PICKED, list('a', 'b', 'c'), 1);
    expect(isPicked(one.ids, ['b', 'c'])).toBe(false);
    expect(ids(togglePicked(one, ABCDE, 1))).toBe('bc');
  });

  test('a row that cannot be read is never selected', () => {
    const damaged = new QueueList([{ id: 'x', problem: '' }], ABCDE.rows);
    expect(ids(togglePicked(NOTHING_PICKED, damaged, 0))).toBe('');
    expect(isPicked(new Set(), [])).toBe(false);
    expect(ids(pickAll(NOTHING_PICKED, damaged))).toBe('abcde');
  });

  test('a range grows and shrinks from where it began, and leaves what was selected before', () => {
    const before = togglePicked(NOTHING_PICKED, ABCDE, 3);
    const began = togglePicked(before, ABCDE, 0);
    const grown = extendPicked(began, ABCDE, 0, 2);
    expect(ids(grown)).toBe('abcde');
    expect(ids(extendPicked(grown, ABCDE, 2, 1))).toBe('abce');
  });

  test('a range whose beginning is gone begins where the keys are', () => {
    const began = togglePicked(NOTHING_PICKED, ABCDE, 0);
    expect(ids(extendPicked(began, list('bc', 'd', 'e'), 1, 2))).toBe('ade');
  });

  test('survives a list that does not show it, and is counted apart', () => {
    const picked = pickAll(NOTHING_PICKED, ABCDE);
    expect(pickedIn(picked.ids, ABCDE)).toEqual({ shown: 5, all: true });
    expect(pickedIn(picked.ids, list('a', 'd'))).toEqual({ shown: 2, all: true });
    expect(pickedIn(picked.ids, list('a', 'z'))).toEqual({ shown: 1, all: false });
    expect(pickedIn(new Set(), ABCDE)).toEqual({ shown: 0, all: false });
    expect(ids(pickAll(picked, list('z')))).toBe('abcdez');
  });

  test('loses only what is gone', () => {
    const picked = pickAll(NOTHING_PICKED, ABCDE);
    expect(keepPicked(picked, () => true)).toBe(picked);
    expect(ids(keepPicked(picked, (id) => id !== 'b'))).toBe('acde');
  });

  test('toggling twice changes nothing, in any order of rows', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3 })), fc.nat({ max: 3 }), (rows, row) => {
        const some = rows.reduce((each, index) => togglePicked(each, ABCDE, index), NOTHING_PICKED);
        const twice = togglePicked(togglePicked(some, ABCDE, row), ABCDE, row);
        expect(ids(twice)).toBe(ids(some));
      }),
    );
  });
});
