import { describe, expect, test, vi } from 'vitest';
import { askingSource } from '@/utils/evidence/engine/asking-source';
import { bounded, WINDOW } from '@/utils/evidence/media/bounded';

const file = Uint8Array.from({ length: 3 * WINDOW }, (_, i) => i % 251);

describe('a file whose bytes are asked for elsewhere', () => {
  test('tells its size before it is read, without a request more', async () => {
    const ask = vi.fn(async (start: number, end: number) => ({
      bytes: file.slice(start, end),
      size: file.length,
      type: 'image/png',
    }));
    const source = await askingSource(ask);
    expect(source).toMatchObject({ size: file.length, type: 'image/png' });
    const cursor = bounded(source);
    expect(await cursor.bytes(0, 100)).toEqual(file.slice(0, 100));
    expect(await cursor.bytes(2 * WINDOW, 10)).toEqual(file.slice(2 * WINDOW, 2 * WINDOW + 10));
    expect(ask.mock.calls).toEqual([
      [0, WINDOW],
      [2 * WINDOW, 3 * WINDOW],
    ]);
    expect(cursor.requests).toBe(2);
  });

  test('may be short, and of unknown size', async () => {
    const source = await askingSource(async (start, end) => ({ bytes: file.slice(0, 50).slice(start, end) }));
    expect(source.size).toBeUndefined();
    expect(await source.read(0, 20)).toEqual(file.slice(0, 20));
  });

  test('fails when it is read, not when it is opened', async () => {
    const ask = vi.fn(() => Promise.reject(new Error('no bytes')));
    const source = await askingSource(ask);
    await expect(source.read(0, 10)).rejects.toThrow('no bytes');
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
