import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounded, overBytes, SourceFailed, WINDOW, within } from '@/utils/evidence/media/bounded';
import { BUDGET, type ByteSource } from '@/utils/evidence/media/byte-source';
import { BudgetSpent } from '@/utils/evidence/media/cursor';

const file = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 255);

function source(bytes: Uint8Array, size: number | undefined = bytes.length) {
  const reads: [number, number][] = [];
  const made: ByteSource & { reads: typeof reads } = {
    ...(size !== undefined && { size }),
    reads,
    read: async (start, end) => {
      reads.push([start, end]);
      return bytes.slice(start, end);
    },
  };
  return made;
}

describe('reading', () => {
  test('the first request asks for a window, and what lies in it costs nothing more', async () => {
    const bytes = file(200_000);
    const from = source(bytes);
    const cursor = bounded(from);
    expect(await cursor.bytes(0, 4)).toEqual(bytes.slice(0, 4));
    expect(await cursor.bytes(60_000, 5_000)).toEqual(bytes.slice(60_000, 65_000));
    expect(from.reads).toEqual([[0, WINDOW]]);
    expect([cursor.bytesRead, cursor.requests]).toEqual([WINDOW, 1]);
  });

  test('a gap is jumped over, and only what is missing is asked for', async () => {
    const bytes = file(400_000);
    const from = source(bytes);
    const cursor = bounded(from);
    await cursor.bytes(0, 10);
    expect(await cursor.bytes(300_000, 10)).toEqual(bytes.slice(300_000, 300_010));
    expect(await cursor.bytes(WINDOW - 5, 10)).toEqual(bytes.slice(WINDOW - 5, WINDOW + 5));
    expect(from.reads).toEqual([
      [0, WINDOW],
      [300_000, 300_000 + WINDOW],
      [WINDOW, 2 * WINDOW],
    ]);
  });

  test('a request never takes bytes again that it holds, nor past the end', async () => {
    const bytes = file(150_000);
    const from = source(bytes);
    const cursor = bounded(from);
    await cursor.bytes(100_000, 10);
    await cursor.bytes(90_000, 10);
    expect(from.reads).toEqual([
      [100_000, 150_000],
      [90_000, 100_000],
    ]);
    expect(await cursor.bytes(95_000, 50_000)).toEqual(bytes.slice(95_000, 145_000));
  });

  test('fewer bytes come only where the file ends, and that tells its size', async () => {
    const cursor = bounded(source(file(100), undefined as never));
    expect(cursor.size).toBe(100);
    const unknown = bounded({ read: source(file(100)).read });
    expect(unknown.size).toBeUndefined();
    expect(await unknown.bytes(90, 50)).toHaveLength(10);
    expect(unknown.size).toBe(100);
    expect(await unknown.bytes(500, 5)).toHaveLength(0);
    expect(unknown.requests).toBe(1);
  });

  test.each([Number.NaN, -1, 2.5, Number.POSITIVE_INFINITY])('a size of %s is none', (size) => {
    expect(bounded({ size, read: async () => new Uint8Array() }).size).toBeUndefined();
  });

  test('a source that told too large a size is found out', async () => {
    const cursor = bounded(source(file(1000), 1_000_000));
    expect(await cursor.bytes(500, 5000)).toHaveLength(500);
    expect(cursor.size).toBe(1000);
  });

  test('a read far behind the end tells no size, but where nothing is', async () => {
    const from = source(file(1000));
    const cursor = bounded({ read: from.read });
    expect(await cursor.bytes(900_000, 10)).toHaveLength(0);
    expect(cursor.size).toBeUndefined();
    expect(await cursor.bytes(950_000, 10)).toHaveLength(0);
    expect(await cursor.bytes(990, 20)).toHaveLength(10);
    expect([cursor.size, from.reads.length]).toEqual([1000, 2]);
  });

  test('a server that sends the whole file for a range gives no more than was asked for', async () => {
    const bytes = file(500_000);
    const cursor = bounded({ size: bytes.length, read: async (start) => bytes.slice(start) });
    await cursor.bytes(0, 10);
    expect(cursor.bytesRead).toBe(WINDOW);
  });
});

describe('budget', () => {
  test('a fourth request, or more bytes than are left, are refused before anything is asked', async () => {
    const from = source(file(2_000_000));
    const cursor = bounded(from);
    for (const start of [0, 500_000, 1_000_000]) await cursor.bytes(start, 10);
    await expect(cursor.bytes(1_500_000, 10)).rejects.toBeInstanceOf(BudgetSpent);
    const other = bounded(source(file(2_000_000)));
    await expect(other.bytes(0, BUDGET.bytes + 1)).rejects.toBeInstanceOf(BudgetSpent);
    expect([from.reads.length, other.requests]).toEqual([3, 0]);
  });

  test('what is held stays free when the budget is spent', async () => {
    const cursor = bounded(source(file(2_000_000)), { bytes: 100, requests: 1 });
    expect(await cursor.bytes(0, 100)).toHaveLength(100);
    expect(await cursor.bytes(50, 50)).toHaveLength(50);
    await expect(cursor.bytes(50, 51)).rejects.toBeInstanceOf(BudgetSpent);
  });

  test('a source that rejects is told apart from the budget and from damage', async () => {
    const cause = new TypeError('Failed to fetch');
    const failing = bounded({ read: () => Promise.reject(cause) });
    await expect(failing.bytes(0, 1)).rejects.toMatchObject({ name: 'SourceFailed', cause });
    await expect(failing.bytes(0, 1)).rejects.toBeInstanceOf(SourceFailed);
  });
});

test('the hash is that of what was read, in the order of the file', async () => {
  const bytes = file(500_000);
  const cursor = bounded(source(bytes));
  await cursor.bytes(400_000, 10);
  await cursor.bytes(0, 10);
  const expected = createHash('sha256')
    .update(bytes.slice(0, WINDOW))
    .update(bytes.slice(400_000, 400_000 + WINDOW));
  expect(await cursor.sha256()).toBe(expected.digest('hex'));
  expect(await bounded(source(file(0))).sha256()).toBe(createHash('sha256').digest('hex'));
});

test('any reads of any file give its bytes, within the budget', async () => {
  const read = fc.tuple(fc.nat(400_000), fc.nat(80_000));
  await fc.assert(
    fc.asyncProperty(
      fc.nat(300_000),
      fc.array(read, { maxLength: 12 }),
      fc.constantFrom('known', 'unknown', 'too large'),
      async (length, reads, told) => {
        const bytes = file(length);
        const from = source(bytes);
        const size = { known: length, unknown: undefined, 'too large': length + 90_000 }[told];
        const cursor = bounded({ ...(size !== undefined && { size }), read: from.read });
        for (const [start, count] of reads) {
          try {
            const got = await cursor.bytes(start, count);
            expect(Buffer.compare(got, bytes.slice(start, start + count))).toBe(0);
          } catch (error) {
            expect(error).toBeInstanceOf(BudgetSpent);
          }
        }
        expect(cursor.requests).toBe(from.reads.length);
        expect(from.reads.length).toBeLessThanOrEqual(BUDGET.requests);
        expect(cursor.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
        const places = from.reads.flatMap(([start, end]) => [start, Math.min(end, length)]);
        expect(places.every((place) => place >= 0)).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
}, 30_000);

describe('parts', () => {
  test('a part ends where it is told to, and places count from its start', async () => {
    const bytes = file(100);
    const part = within(overBytes(bytes), 20, 30);
    expect(part.size).toBe(30);
    expect(await part.bytes(25, 100)).toEqual(bytes.slice(45, 50));
    expect(await part.bytes(-5, 3)).toEqual(bytes.slice(20, 23));
    expect(await part.bytes(40, 3)).toHaveLength(0);
  });

  test('a part that claims more than its file ends with it; one without an end has no size', async () => {
    expect(within(overBytes(file(50)), 40, 1000).size).toBe(10);
    expect(within(overBytes(file(50)), 90, 1000).size).toBe(0);
    const endless = within(bounded({ read: source(file(50)).read }), 10, Number.POSITIVE_INFINITY);
    expect(endless.size).toBeUndefined();
    expect(await endless.bytes(0, 100)).toHaveLength(40);
  });
});
