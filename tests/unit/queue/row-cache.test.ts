import { beforeEach, describe, expect, test, vi } from 'vitest';
import { RowCache } from '@/entrypoints/reports/queue/row-cache';
import type { PostKey } from '@/utils/model/post';
import { makePost, makeReport } from '../../support/builders';

let revs: Map<string, number>;
let asked: string[][];
let gates: (() => void)[];
let held: boolean;
let changed: number;
let cache: RowCache;

const stored = (id: string) => ({
  ...makeReport({ id, post: makePost({ id, title: `${id}${revs.get(id)}` }) }),
  rev: revs.get(id) ?? 0,
  seal: '',
  chain: '',
});
const store = {
  rows: async (ids: readonly string[]): Promise<unknown[]> => {
    asked.push([...ids]);
    if (held) await new Promise<void>((open) => gates.push(open));
    return ids.map((id) => (id === 'gone' ? undefined : id === 'bad' ? { id, post: 7 } : stored(id)));
  },
  decided: async (keys: readonly PostKey[]) => ({
    reported: keys.map((key) => ({ reportId: key.split(':')[2]!, lastChanges: ['edited'] })) as never,
    dismissed: [],
  }),
};
const title = (id: string) => {
  const content = cache.get(id);
  return content?.type === 'read' ? content.report.post.title : content?.type;
};

beforeEach(() => {
  revs = new Map([...'abcdef'].map((id) => [id, 1]));
  [asked, gates, held, changed] = [[], [], false, 0];
  cache = new RowCache(
    store,
    (id) => revs.get(id),
    () => changed++,
  );
});

describe('contents of rows', () => {
  test('are read once, with what has changed on the page since', async () => {
    await cache.want(['a', 'b']);
    await cache.want(['b', 'a']);
    expect(asked).toEqual([['a', 'b']]);
    expect(cache.get('a')).toMatchObject({ type: 'read', changes: ['edited'] });
    expect(changed).toBe(1);
  });

  test('are read anew after a change, and stay as they were until then', async () => {
    await cache.want(['a', 'b']);
    held = true;
    revs.set('a', 2);
    const reading = cache.want(['a', 'b']);
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    expect(title('a')).toBe('a1');
    gates[0]!();
    await reading;
    expect(title('a')).toBe('a2');
    expect(asked).toEqual([['a', 'b'], ['a']]);
  });

  test('that went out of sight while others were read are not asked for', async () => {
    held = true;
    const first = cache.want(['a']);
    void cache.want(['b']);
    void cache.want(['c']);
    await vi.waitFor(() => expect(gates).toHaveLength(1));
    held = false;
    gates[0]!();
    await first;
    expect(asked).toEqual([['a'], ['c']]);
  });

  test('wanted at the moment when a reading ends are read too', async () => {
    cache = new RowCache(
      store,
      (id) => revs.get(id),
      () => void Promise.resolve().then(() => cache.want(['b'])),
    );
    await cache.want(['a']);
    await vi.waitFor(() => expect(title('b')).toBe('b1'));
  });

  test('that are damaged or gone do not hold up the others, and are not asked for again and again', async () => {
    await cache.want(['a', 'bad', 'gone']);
    expect([title('a'), title('bad'), title('gone')]).toEqual(['a1', 'damaged', undefined]);
    await cache.want(['a', 'bad', 'gone']);
    expect(asked).toHaveLength(1);
  });

  test('are asked for again after a failure', async () => {
    vi.spyOn(store, 'rows').mockRejectedValueOnce(new Error('closed'));
    await expect(cache.want(['a'])).rejects.toThrow('closed');
    await cache.want(['a']);
    expect(title('a')).toBe('a1');
  });

  test('are forgotten when there are very many, those in sight last', async () => {
    const many = Array.from({ length: 1_200 }, (_, i) => `m${i}`);
    await cache.want(many);
    await cache.want(['a']);
    expect(cache.get('m0')).toBeUndefined();
    expect(title('a')).toBe('a1');
    expect(cache.get('m1199')).toBeDefined();
  });
});
