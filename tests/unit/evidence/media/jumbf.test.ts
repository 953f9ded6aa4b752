import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded } from '@/utils/evidence/media/bounded';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import { boxAt, readOutline, UNPLACED } from '@/utils/evidence/media/jumbf';
import { fastest } from '../../../support/media/hardship';
import { big, pack, zeros } from '../../../support/media/pack';
import { memorySource } from '../../../support/media/read-container';

const box = (type: string, ...parts: Parameters<typeof pack>) => {
  const body = pack(...parts);
  return pack(big(4, body.length + 8), type, body);
};
const picture = (length: number) => box('jumb', box('jumd', 'thumb'), box('bidb', zeros(length)));

test('a box that fits is read at once, one that does not without its pictures', async () => {
  const short = bounded(memorySource(pack(zeros(10), box('jumb', zeros(100_000)))));
  await boxAt(short, 10, 100_008);
  expect(short.atHand(10, 100_008).isWhole).toBe(true);
  const file = box(
    'jumb',
    box('jumd', 'c2pa'),
    picture(150_000),
    box('cbor', zeros(50)),
    picture(150_000),
    box('cbor', zeros(90)),
  );
  const long = bounded(memorySource(file));
  expect(await boxAt(long, 0, file.length)).toEqual({
    type: 'jumbf',
    pieces: [{ start: 0, length: file.length }],
  });
  expect(long.atHand(0, file.length).isWhole).toBe(false);
  expect(long.atHand(file.length - 98, 98).isWhole).toBe(true);
  expect(long.atHand(150_049, 58).isWhole).toBe(true);
  expect(long.requests).toBe(3);
});

test('a length of no sense has no place', async () => {
  const file = bounded(memorySource(zeros(10)));
  for (const length of [0, 8, -1, Number.POSITIVE_INFINITY, Number.NaN]) {
    expect(await boxAt(file, 0, length), String(length)).toBe(UNPLACED);
  }
  expect(file.requests).toBe(0);
});

test('boxes in circles, without end or deeper than any record keep to the budget and take a moment', async () => {
  const deep = Array.from({ length: 500 }).reduce<Uint8Array>((inner) => box('jumb', inner), zeros(4));
  const hostile = [
    pack(big(4, 0xffff_ffff), 'jumb', ...Array.from({ length: 3000 }, () => pack(big(4, 8), 'free'))),
    pack(big(4, 0xffff_ffff), 'jumb', big(4, 0x7fff_ffff), 'cbor', zeros(90)),
    pack(big(4, 400_000), 'jumb', big(4, 0), 'jumb', zeros(400_000)),
    deep,
  ];
  for (const bytes of hostile) {
    const look = async () => {
      const file = bounded(memorySource(bytes));
      await readOutline(file, { type: 'jumbf', pieces: [{ start: 0, length: 0xffff_ffff }] });
      expect(file.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    };
    expect(await fastest(look)).toBeLessThan(50);
  }
});

test('any bytes in any pieces keep to the budget', async () => {
  const pieces = fc.array(fc.record({ start: fc.nat(500_000), length: fc.nat(300_000) }), { maxLength: 6 });
  const bytes = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(bytes, pieces, async (head, all) => {
      const file = bounded(memorySource(pack(head, zeros(400_000))));
      await readOutline(file, { type: 'jumbf', pieces: all });
      expect(file.requests).toBeLessThanOrEqual(BUDGET.requests);
      expect(file.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    }),
    { numRuns: 200 },
  );
});
