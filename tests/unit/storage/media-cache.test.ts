import '../../support/indexeddb';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MediaFindings } from '@/utils/evidence/engine/order';
import { MediaCache, MOST_KEPT } from '@/utils/storage/media-cache';
import { newDatabaseName } from '../../support/database-name';

const found: MediaFindings = {
  verdict: 'none',
  evidence: [],
  via: 'page',
  bytesRead: 10,
  requests: 1,
  sha256: 'x',
};

let name: string;
let cache: MediaCache;
beforeEach(() => {
  name = newDatabaseName();
  cache = new MediaCache(name);
});
afterEach(() => cache.close());

describe('findings of before', () => {
  test('are kept for as long as they hold', async () => {
    await cache.put('image https://pics.example/a', found, { now: 100, until: 200 });
    expect(await cache.get('image https://pics.example/a', 100)).toEqual(found);
    expect(await cache.get('image https://pics.example/a', 199)).toEqual(found);
    expect(await cache.get('image https://pics.example/a', 200)).toBeUndefined();
    expect(await cache.get('image https://pics.example/b', 100)).toBeUndefined();
  });

  test('hold no longer when the clock is set back, and are replaced', async () => {
    await cache.put('a', found, { now: 100, until: 200 });
    expect(await cache.get('a', 50)).toBeUndefined();
    await cache.put('a', { ...found, verdict: 'ai' }, { now: 50, until: 90 });
    expect((await cache.get('a', 60))?.verdict).toBe('ai');
  });

  test('do not tell on the disk what was looked at', async () => {
    await cache.put('image https://pics.example/private', found, { now: 1, until: 2 });
    cache.close();
    const raw = await new Dexie(name).open();
    expect(JSON.stringify(await raw.table('findings').toArray())).not.toContain('pics.example');
    raw.close();
  });

  test('are there for another background', async () => {
    await cache.put('a', found, { now: 1, until: 9 });
    cache.close();
    cache = new MediaCache(name);
    expect(await cache.get('a', 2)).toEqual(found);
  });

  test('do not grow without end: the oldest go', async () => {
    await cache.put('a', found, { now: 1, until: 9 });
    const raw = await new Dexie(name).open();
    const rows = Array.from({ length: MOST_KEPT }, (_, i) => ({
      name: `${i}`,
      findings: found,
      at: 10 + i,
      until: 9e9,
    }));
    await raw.table('findings').bulkPut(rows);
    for (let i = 0; i < 60; i++) await cache.put(`new ${i}`, found, { now: 90_000 + i, until: 9e9 });
    expect(await raw.table('findings').count()).toBeLessThanOrEqual(MOST_KEPT + 50);
    expect(await raw.table('findings').get('0')).toBeUndefined();
    expect(await cache.get('new 59', 99_000)).toEqual(found);
    raw.close();
  });

  test('are none, without an error, where they cannot be read or written', async () => {
    cache.close();
    await expect(cache.put('a', found, { now: 1, until: 9 })).resolves.toBeUndefined();
    await expect(cache.get('a', 2)).resolves.toBeUndefined();
  });
});
