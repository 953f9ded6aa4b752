import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxes, jumbfOf, UUID_C2PA, UUID_XMP } from '@/utils/evidence/media/bmff';
import { bounded, overBytes } from '@/utils/evidence/media/bounded';
import { DamagedFile } from '@/utils/evidence/media/cursor';
import { fastest } from '../../../support/media/hardship';
import { box } from '../../../support/media/mp4-writer';
import { big, JUMBF, pack, zeros } from '../../../support/media/pack';

const fromHex = (digits: string) =>
  Uint8Array.from(digits.match(/../g)!, (pair) => Number.parseInt(pair, 16));

async function walked(bytes: Uint8Array, start = 0, end?: number) {
  const seen: string[] = [];
  try {
    for await (const each of boxes(overBytes(bytes), start, end)) {
      seen.push(`${each.type} ${each.start}-${each.body}-${each.end}`);
    }
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    seen.push('damaged');
  }
  return seen;
}

describe('walking', () => {
  test('boxes follow each other, with their contents told', async () => {
    expect(await walked(pack(box('ftyp', 'avif'), box('free'), box('mdat', zeros(20))))).toEqual([
      'ftyp 0-8-12',
      'free 12-20-20',
      'mdat 20-28-48',
    ]);
  });

  test('a length of 64 bits, one to the end, and a uuid', async () => {
    const wide = pack(big(4, 1), 'mdat', big(8, 20), zeros(4));
    const uuid = box('uuid', fromHex(UUID_XMP), 'packet');
    expect(await walked(pack(wide, uuid, big(4, 0), 'mdat', zeros(5)))).toEqual([
      'mdat 0-16-20',
      'uuid 20-44-50',
      'mdat 50-58-63',
    ]);
    for await (const { uuid: id } of boxes(overBytes(uuid), 0)) expect(id).toBe(UUID_XMP);
  });

  test('an open box of a file of unknown size has no end, and nothing follows it', async () => {
    const bytes = pack(big(4, 0), 'mdat', zeros(100_000));
    const file = bounded({ read: async (start, end) => bytes.slice(start, end) });
    const ends: number[] = [];
    for await (const { end } of boxes(file, 0)) ends.push(end);
    expect(ends).toEqual([Number.POSITIVE_INFINITY]);
  });

  test('a size of 0 and a rest of less than a head end the boxes of another', async () => {
    const inner = pack(box('©cmt', 'x'), zeros(4));
    expect(await walked(pack(zeros(8), inner), 8)).toEqual(['©cmt 8-16-17']);
    expect(await walked(pack(zeros(8), box('name'), zeros(12)), 8)).toEqual(['name 8-16-16']);
  });
});

describe('damage', () => {
  test.each([
    ['a box longer than its file', pack(big(4, 500), 'moov', zeros(10)), ['moov 0-8-18', 'damaged']],
    ['a box shorter than its head', pack(box('ftyp'), big(4, 7), 'moov'), ['ftyp 0-8-8', 'damaged']],
    ['a wide box shorter than its head', pack(big(4, 1), 'mdat', big(8, 15)), ['damaged']],
    ['a wide box of 2^64', pack(big(4, 1), 'mdat', zeros(8).fill(255)), ['mdat 0-16-16', 'damaged']],
    ['a uuid box without one', pack(big(4, 10), 'uuid', zeros(2)), ['damaged']],
  ])('%s', async (_, bytes, expected) => {
    expect(await walked(bytes)).toEqual(expected);
  });

  test('a box never reaches past what holds it', async () => {
    expect(await walked(pack(zeros(8), big(4, 400), 'udta', zeros(200)), 8, 50)).toEqual([
      'udta 8-16-50',
      'damaged',
    ]);
  });

  test('boxes without number are given up', async () => {
    const many = pack(...Array.from({ length: 2000 }, () => box('free')));
    const seen = await walked(many);
    expect([seen.length, seen.at(-1)]).toEqual([1025, 'damaged']);
    expect(await fastest(() => walked(many))).toBeLessThan(50);
  });

  test('any bytes are walked in order and within bounds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, nested) => {
        let at = nested ? 4 : 0;
        try {
          for await (const each of boxes(overBytes(bytes), at)) {
            expect(each.start).toBe(at);
            expect(each.body).toBeGreaterThanOrEqual(each.start + 8);
            expect(each.end).toBeGreaterThanOrEqual(each.body);
            expect(each.end).toBeLessThanOrEqual(bytes.length);
            at = each.end;
          }
        } catch (error) {
          expect(error).toBeInstanceOf(DamagedFile);
        }
      }),
    );
  });
});

describe('C2PA', () => {
  const c2pa = (purpose: string, id = UUID_C2PA) =>
    box('uuid', fromHex(id), zeros(4), `${purpose}\0`, zeros(8), JUMBF);
  const found = async (bytes: Uint8Array) => {
    for await (const each of boxes(overBytes(bytes), 0)) return jumbfOf(overBytes(bytes), each);
    return undefined;
  };

  test('the store of a manifest box is found', async () => {
    const bytes = c2pa('manifest');
    const jumbf = await found(bytes);
    expect(jumbf).toEqual({
      type: 'jumbf',
      pieces: [{ start: bytes.length - JUMBF.length, length: JUMBF.length }],
    });
  });

  test.each([
    ['of another purpose', c2pa('merkle')],
    ['of another kind', c2pa('manifest', UUID_XMP)],
    ['that ends before its store', box('uuid', fromHex(UUID_C2PA), zeros(4), 'manifest\0')],
    ['whose purpose has no end', box('uuid', fromHex(UUID_C2PA), zeros(4), 'manifest')],
  ])('a box %s has none', async (_, bytes) => {
    expect(await found(bytes)).toBeUndefined();
  });
});
