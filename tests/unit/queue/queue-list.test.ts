import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeIn, QueueList } from '@/components/queue/queue-list';

const list = (ids: readonly string[], damaged: readonly string[] = []) =>
  new QueueList(
    damaged.map((id) => ({ id, problem: 'post: expected object' })),
    ids.map((id) => ({ id: id[0]!, members: [...id] })),
  );
const at = (of: QueueList, index: number) => ({ id: of.idAt(index)!, index, list: of });

describe('the rows of the queue', () => {
  test('that cannot be read come first and have no members', () => {
    const rows = list(['ab', 'c'], ['x']);
    expect(rows.length).toBe(3);
    expect([0, 1, 2, 3].map((index) => rows.idAt(index))).toEqual(['x', 'a', 'c', undefined]);
    expect(rows.membersAt(0)).toEqual([]);
    expect(rows.membersAt(1)).toEqual(['a', 'b']);
    expect(rows.damagedAt(0)?.problem).toBe('post: expected object');
    expect(rows.damagedAt(1)).toBeUndefined();
  });

  test('are found from anywhere, by any report in them', () => {
    const rows = list(['ab', 'c', 'de'], ['x']);
    for (const near of [-5, 0, 1, 3, 100]) {
      expect(rows.indexOf('b', near)).toBe(1);
      expect(rows.indexOf('e', near)).toBe(3);
      expect(rows.indexOf('x', near)).toBe(0);
      expect(rows.indexOf('?', near)).toBe(-1);
    }
    expect(rows.indexOf('e', 0, 1)).toBe(-1);
    expect(list([]).indexOf('a')).toBe(-1);
  });
});

describe('the place of a row in a list that has changed', () => {
  test.each([
    ['it moved', 'abcd', 2, 'xabcd', 'c'],
    ['it is gone', 'abcd', 1, 'acd', 'c'],
    ['it and the one after it are gone', 'abcd', 1, 'ad', 'd'],
    ['the last is gone', 'abcd', 3, 'abc', 'c'],
    ['it is gone and others came before', 'abcd', 1, 'xyzacd', 'c'],
    ['all others are gone too', 'abcd', 2, 'xy', 'y'],
  ])('when %s', (_, before, index, now, id) => {
    const after = list([...now]);
    expect(after.idAt(placeIn(after, at(list([...before]), index)))).toBe(id);
  });

  test('a row that a group took in is that group', () => {
    const after = list(['ac', 'b']);
    expect(placeIn(after, at(list(['a', 'b', 'c']), 2))).toBe(0);
  });

  test('none in an empty list', () => {
    expect(placeIn(list([]), at(list(['a']), 0))).toBe(-1);
  });

  test('is the row itself while it is there, else the nearest that is, whatever else changed', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { minLength: 1 });
    fc.assert(
      fc.property(ids, fc.nat(), fc.func(fc.boolean()), (before, seed, isKept) => {
        const old = list(before);
        const index = seed % before.length;
        const kept = before.filter((id) => isKept(id));
        const now = list(kept);
        const found = now.idAt(placeIn(now, at(old, index)));
        const heir =
          before.slice(index).find((id) => kept.includes(id)) ??
          before.slice(0, index).findLast((id) => kept.includes(id));
        expect(found).toBe(heir);
      }),
    );
  });
});
