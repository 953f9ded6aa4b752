import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8, zeros } from '@/tests/support/media/pack';
import { inflate } from '@/utils/evidence/media/inflate';

const plain = (bytes: Uint8Array) => new Uint8Array(bytes);

describe('inflate', () => {
  test('gives back what was packed, with a header and without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 20_000, size: 'max' }), async (bytes) => {
        expect(await inflate(plain(deflateSync(bytes)), 'deflate')).toEqual(bytes);
        expect(await inflate(plain(deflateRawSync(bytes)), 'deflate-raw')).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });

  test('stops at its bound', async () => {
    const bomb = plain(deflateSync(zeros(50_000_000)));
    expect(await inflate(bomb, 'deflate', 1000)).toEqual(zeros(1000));
    expect((await inflate(bomb, 'deflate')).length).toBe(256 * 1024);
  });

  test('of bytes that are cut off or broken it gives what came before', async () => {
    const text = utf8(Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 1009).join(' '));
    const packed = plain(deflateSync(text));
    const cut = await inflate(packed.subarray(0, packed.length / 2), 'deflate');
    expect(cut.length).toBeGreaterThan(0);
    expect(cut).toEqual(text.subarray(0, cut.length));
    expect(await inflate(utf8('no such thing'), 'deflate')).toEqual(zeros(0));
    expect(await inflate(zeros(0), 'deflate-raw')).toEqual(zeros(0));
  });

  test('any bytes are harmless', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await inflate(bytes, 'deflate-raw', 500)).length).toBeLessThanOrEqual(500);
      }),
      { numRuns: 200 },
    );
  });
});
