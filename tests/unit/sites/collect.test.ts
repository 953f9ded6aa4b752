import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectPosts, type ReadItem } from '@/utils/sites/collect';
import type { StatePost } from '@/utils/sites/define-site';

interface Item extends StatePost {
  under?: string;
}
const read: ReadItem<Item> = (item, outer) =>
  typeof item.pid === 'string'
    ? { kind: 'note', id: item.pid, fields: {}, ...(outer && { under: outer.id }) }
    : undefined;

describe('collectPosts', () => {
  test('finds posts wherever they stand, in the order of the data, each once', () => {
    const data = { a: [{ pid: '1' }, { x: { pid: '2' } }], b: { pid: '1' } };
    expect(collectPosts(data, read).map(({ id }) => id)).toEqual(['1', '2']);
  });

  test('tells a post what it stands under', () => {
    const data = { pid: '1', replies: [{ wrap: { pid: '2', replies: [{ pid: '3' }] } }] };
    expect(collectPosts(data, read).map(({ id, under }) => [id, under])).toEqual([
      ['1', undefined],
      ['2', '1'],
      ['3', '2'],
    ]);
  });

  test('does not enter what it is told to skip', () => {
    expect(collectPosts({ ads: [{ pid: '1' }], list: [{ pid: '2' }] }, read, new Set(['ads']))).toHaveLength(
      1,
    );
  });

  test('ends on cycles and on data that are too large', () => {
    const cycle: Record<string, unknown> = { pid: '1' };
    cycle.self = cycle;
    expect(collectPosts(cycle, read)).toHaveLength(1);
    const many = Array.from({ length: 5_000 }, (_, i) => ({ pid: String(i) }));
    expect(collectPosts(many, read)).toHaveLength(2_000);
  });

  test('throws for no JSON value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(collectPosts(value, read))));
  });
});
