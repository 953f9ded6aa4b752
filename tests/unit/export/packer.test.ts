// @vitest-environment node
import { createHash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Packed, Packer } from '@/utils/export/packer';

type Piece = string | Uint8Array<ArrayBuffer>;

async function packed(pieces: readonly Piece[]): Promise<Packed> {
  const packer = new Packer();
  for (const piece of pieces) await packer.append(piece);
  return packer.finish();
}

async function expectPacked(pieces: readonly Piece[]): Promise<void> {
  const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece as string)));
  const { bytes: deflated, ...told } = await packed(pieces);
  expect(told).toEqual({
    size: bytes.length,
    crc32: crc32(bytes),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  const inflated = inflateRawSync(new Uint8Array(await deflated.arrayBuffer()));
  expect(Buffer.compare(inflated, bytes)).toBe(0);
}

test('packs any pieces of text and of bytes, and tells what they were', async () => {
  const piece: fc.Arbitrary<Piece> = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 50 }).map((text) => text.toWellFormed()),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  );
  await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 20 }), expectPacked));
});

test('packs pieces longer than its memory, in which no character is cut', async () => {
  const size = fc.integer({ min: 1, max: 400_000 });
  const long: fc.Arbitrary<Piece> = fc.oneof(
    fc.tuple(fc.constantFrom('a', 'é', '字', '😀', 'x字😀'), size).map(([text, n]) => text.repeat(n)),
    size.map((n) => new Uint8Array(n).map((_, i) => (i * 7_919) >> 3)),
  );
  await fc.assert(fc.asyncProperty(fc.array(long, { minLength: 1, maxLength: 4 }), expectPacked), {
    numRuns: 30,
  });
});

test('can do with nothing', async () => {
  await expectPacked([]);
  await expectPacked(['', new Uint8Array()]);
});

test('does not change what it was given', async () => {
  const bytes = new Uint8Array(600_000).map((_, i) => i);
  await packed([bytes, '字', bytes]);
  expect(
    Buffer.compare(
      bytes,
      new Uint8Array(600_000).map((_, i) => i),
    ),
  ).toBe(0);
});
