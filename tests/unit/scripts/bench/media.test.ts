// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseMediaArgs } from '@/scripts/bench/args';
import { generatedFiles, given } from '@/scripts/bench/media/generated';
import { readHeldFiles } from '@/scripts/bench/media/held';
import { run } from '@/scripts/bench/media/inside/jobs';
import { sourceServer } from '@/scripts/lib/source-server';
import { LABEL } from '@/tests/support/media/pack';
import { png, pngText } from '@/tests/support/media/pictures';
import { signedFile } from '@/tests/support/media/signed';
import { containers } from '@/utils/evidence/media/read-media';

const noLibrary = () => Promise.reject(new Error('no library here'));

test('reads its options', () => {
  expect(parseMediaArgs(['--quick', '--files', '/some/folder'])).toEqual({
    quick: true,
    files: '/some/folder',
  });
  expect(parseMediaArgs([])).toMatchObject({ quick: false, files: expect.any(String) });
  expect(() => parseMediaArgs(['--part', 'reader'])).toThrow("Unknown option '--part'");
});

describe('generated files', () => {
  test('are of every kind and about the size that was asked for, and their label is found in the budget', async () => {
    const readings = await run({ kind: 'reader', files: generatedFiles([300_000]), rounds: 2 }, noLibrary);
    const kinds = new Set(readings.map(({ name }) => name.split(',')[0]));
    expect(kinds).toEqual(new Set(containers.map(({ id }) => id)));
    for (const { name, size, verdict, requests, bytesRead, times, floor } of readings) {
      expect({ name, verdict }).toEqual({ name, verdict: 'ai' });
      expect(Math.abs(size - 300_000), name).toBeLessThan(40_000);
      expect(requests, name).toBeLessThanOrEqual(3);
      expect(bytesRead, name).toBeLessThanOrEqual(256 * 1024);
      expect([times.length, floor.length]).toEqual([2, 2]);
    }
  });
});

describe('a signed record', () => {
  test('that cannot be checked is told as such, and not as found', async () => {
    const file = given('signed', await signedFile());
    const { found, warm } = await run({ kind: 'signed', file, rounds: 1 }, noLibrary);
    expect(found).toBe('unchecked');
    expect(warm).toHaveLength(1);
  });
});

describe('real files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qingjian-held-'));
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
    vi.spyOn(console, 'table').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });
  const put = (place: 'pos' | 'neg' | 'stripped', name: string, bytes: Uint8Array) => {
    mkdirSync(join(folder, place), { recursive: true });
    writeFileSync(join(folder, place, name), bytes);
  };
  const figures = async () => {
    const server = await sourceServer();
    try {
      const all = await readHeldFiles(server, folder);
      return Object.fromEntries(all.map(({ what, value, target }) => [what, [value, target]]));
    } finally {
      await server.close();
    }
  };

  test('are counted by what is true of them: found, missed and wrongly flagged', async () => {
    const [marked, plain] = [png(pngText('AIGC', LABEL)), png()];
    put('pos', 'a.png', marked);
    put('pos', 'b.png', plain);
    put('neg', 'c.png', marked);
    put('stripped', 'd.png', plain);
    expect(await figures()).toMatchObject({
      'real files: marked ones found': [1, 2],
      'real files: unmarked ones flagged': [1, 0],
      'real files: stripped ones flagged': [0, 0],
      'real files: requests at most': [1, 3],
    });
  }, 30_000);

  test('are asked for in words where a folder holds none', async () => {
    await expect(figures()).rejects.toThrow('no files in folders pos, neg, stripped');
  }, 30_000);
});
