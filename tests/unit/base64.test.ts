import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '@/utils/base64';

it('brings back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      const buffer = bytes.slice().buffer;
      expect(new Uint8Array(fromBase64(toBase64(buffer)))).toEqual(bytes);
    }),
  );
});

it('brings back more bytes than a call takes arguments', () => {
  const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => i);
  expect(new Uint8Array(fromBase64(toBase64(bytes.buffer)))).toEqual(bytes);
});

it('refuses what is no base64', () => {
  expect(() => fromBase64('§')).toThrow();
});
