// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FilePiece, Gathered } from '@/utils/export/gathered';

function gathered(pieces: readonly FilePiece[]): FilePiece[] {
  const all = new Gathered();
  for (const piece of pieces) all.add(piece);
  return all.parts();
}

const bytesOf = async (pieces: readonly FilePiece[]) =>
  new Uint8Array(await new Blob([...pieces]).arrayBuffer());

test('gives back every piece in turn, whatever it is', async () => {
  const bytes = fc.uint8Array({ maxLength: 300 }).map((each) => new Uint8Array(each));
  const piece: fc.Arbitrary<FilePiece> = fc.oneof(
    bytes,
    bytes.map((each) => new Blob([each])),
    fc.string({ unit: 'grapheme' }),
    // As much as is handed over at once, and more.
    fc.constantFrom(249_999, 250_000, 600_000).map((size) => '字'.repeat(size)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
      expect(Buffer.compare(await bytesOf(gathered(pieces)), await bytesOf(pieces))).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('hands over what has grown large, and holds no more than that itself', () => {
  const parts = gathered(Array.from({ length: 1_000 }, () => new Uint8Array(1_000)));
  expect(parts).toHaveLength(4);
  for (const part of parts) expect(part).toBeInstanceOf(Blob);
  expect(gathered([new Uint8Array(249_999)])).toEqual([new Uint8Array(249_999)]);
});
