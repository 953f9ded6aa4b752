// @vitest-environment node
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openFileSource } from '../../../../scripts/lib/file-source';

const folder = mkdtempSync(join(tmpdir(), 'qingjian-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'ten.bin');

describe('a file on this disk', () => {
  test.each([
    [0, 4, [0, 1, 2, 3]],
    [7, 20, [7, 8, 9]],
    [10, 12, []],
    [99, 100, []],
    [4, 4, []],
  ])('from %d to %d', async (start, end, bytes) => {
    writeFileSync(
      path,
      Uint8Array.from({ length: 10 }, (_, i) => i),
    );
    const source = await openFileSource(path);
    expect(source.size).toBe(10);
    expect([...(await source.read(start, end))]).toEqual(bytes);
    await source.close();
  });

  test('that shrinks while it is read gives what is left', async () => {
    writeFileSync(path, new Uint8Array(10));
    const source = await openFileSource(path);
    truncateSync(path, 3);
    expect(await source.read(0, 10)).toHaveLength(3);
    await source.close();
  });

  test('that is not there rejects', async () => {
    await expect(openFileSource(join(folder, 'none'))).rejects.toThrow(/ENOENT/);
  });

  test('that is closed rejects', async () => {
    writeFileSync(path, new Uint8Array(10));
    const source = await openFileSource(path);
    await source.close();
    await expect(source.read(0, 1)).rejects.toThrow();
  });
});
