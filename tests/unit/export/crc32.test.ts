// @vitest-environment node
import { crc32 as zlibs } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '@/utils/export/crc32';

test('is what the catalogue of checksums tells of its test text', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});

test('is that of another implementation for any bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 1_000 }), (bytes) => crc32(bytes) === zlibs(bytes)));
});
