import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { makePost, makeReport } from '../../support/builders';
import { stopwatch } from '../../support/stopwatch';
import {
  COLUMNS,
  codesOf,
  csv,
  hashOf,
  incomingOf,
  keysOf,
  ndjson,
  pictureLine,
  problemsOf,
  readAll,
  reportLine,
  row,
  webp,
} from './files';
import { makeExport, makeZip, type Packed } from './zips';

const bytes = webp('a picture');
const file = `pictures/${hashOf(bytes)}.webp`;
const report = (id: string) => makeReport({ id, post: makePost({ id }) });
const lines = ndjson([
  reportLine(report('a'), { pictures: [pictureLine(bytes, { file })] }),
  reportLine(report('b')),
]);
const NDJSON: Packed = { name: 'reports.ndjson', bytes: lines };
const CSV: Packed = { name: 'reports.csv', bytes: csv([COLUMNS, row('c')]) };
const PICTURE: Packed = { name: file, bytes, method: 0 };
const ALL = [CSV, NDJSON, PICTURE];
const BOTH = ['xiaohongshu:note:a', 'xiaohongshu:note:b'];

describe('a ZIP of ours', () => {
  test('its NDJSON is read, and pictures when they are needed', async () => {
    const items = await readAll(makeExport(ALL));
    expect(codesOf(items)).toEqual([]);
    expect(items[0]).toMatchObject({ type: 'head', head: { format: 'zip', head: { kind: 'qingjian' } } });
    expect(keysOf(items)).toEqual(BOTH);
    const blob = await incomingOf(items)[0]!.pictures[0]!.load();
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  });

  test('packed anew by a person: in a folder, pictures deflated, other files beside', async () => {
    const files = [...ALL, { name: 'notes.txt', bytes: 'x' }, { name: 'more.zip', bytes: makeZip(ALL) }];
    const moved = files.map((each) => ({ ...each, name: `十月/${each.name}`, method: 8 as const }));
    const items = await readAll(makeZip([{ name: '十月/', bytes: '' }, ...moved]));
    expect(codesOf(items)).toEqual(['hash']);
    expect(keysOf(items)).toEqual(BOTH);
    expect((await incomingOf(items)[0]!.pictures[0]!.load()).size).toBe(bytes.length);
  });

  test('without NDJSON its table is read', async () => {
    for (const table of [CSV, { ...CSV, bytes: `\ufeff${CSV.bytes}` }]) {
      const items = await readAll(makeExport([table]));
      expect(codesOf(items)).toEqual([]);
      expect(items[0]).toMatchObject({
        head: { format: 'zip', encoding: 'utf-8', columns: { known: COLUMNS } },
      });
      expect(incomingOf(items)[0]?.report.post.title).toBe('偶遇一位老人');
    }
  });

  test('a row of it is told with its file', async () => {
    const items = await readAll(
      makeExport([{ ...NDJSON, bytes: lines.replace('"status":"new"', '"status":"x"') }]),
    );
    expect(problemsOf(items)).toMatchObject([{ code: 'row-shape', row: 2, file: 'reports.ndjson' }]);
  });

  test('a hash that does not fit, and a picture that is not there', async () => {
    const manifest = JSON.stringify({ files: [{ name: 'reports.ndjson', size: 1, sha256: '0'.repeat(64) }] });
    const items = await readAll(makeZip([NDJSON, { name: 'manifest.json', bytes: manifest }]));
    expect(problemsOf(items)).toMatchObject([
      { code: 'picture', row: 2, file },
      { code: 'hash', file: 'reports.ndjson' },
    ]);
    expect(keysOf(items)).toEqual(BOTH);
    expect(items.at(-1)?.type).toBe('end');
  });

  test('a picture that is another, or longer than a picture is', async () => {
    for (const other of [webp('b picture'), new Uint8Array(3_000_000)]) {
      const items = await readAll(makeExport([NDJSON, { ...PICTURE, bytes: other }]));
      await expect(incomingOf(items)[0]!.pictures[0]!.load()).rejects.toThrow();
    }
  });

  test('progress goes up to where the reports end', async () => {
    const zip = makeExport(ALL);
    const seen: number[] = [];
    await readAll(zip, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.every((share) => share > 0 && share <= 1)).toBe(true);
  });
});

describe('refused', () => {
  const refused = async (zip: Uint8Array<ArrayBuffer>) => {
    const items = await readAll(zip);
    expect(items).toHaveLength(1);
    expect(problemsOf(items)[0]?.fatal).toBe(true);
    return codesOf(items)[0];
  };

  test.each(['/etc/passwd', '../up', 'a/../../up', 'a\\b', 'C:/x', 'c:x', 'a\0b', '..', ''])(
    'the name %j',
    async (name) => {
      expect(await refused(makeZip([NDJSON, { name, bytes: 'x' }]))).toBe('zip-paths');
    },
  );

  test('one name twice', async () => {
    expect(await refused(makeZip([NDJSON, { ...NDJSON, bytes: 'x' }]))).toBe('zip-paths');
  });

  test('files within files', async () => {
    const other = { name: 'pictures/x.webp', bytes: lines, standsAt: 'reports.ndjson' };
    expect(await refused(makeZip([NDJSON, other]))).toBe('zip-bomb');
  });

  test('encrypted', async () => {
    expect(await refused(makeZip([{ ...NDJSON, flags: 1 }]))).toBe('zip-encrypted');
  });

  test('a declared bomb', async () => {
    expect(await refused(makeZip([NDJSON, { name: 'x', bytes: 'x', size: 4_000_000_000 }]))).toBe('zip-bomb');
  });

  test('a workbook, and other archives', async () => {
    const items = await readAll(makeZip([{ name: '[Content_Types].xml', bytes: 'x' }]));
    expect(problemsOf(items)).toMatchObject([{ code: 'not-ours', looks: 'workbook' }]);
    expect(await refused(makeZip([{ name: 'a.txt', bytes: 'x' }]))).toBe('not-ours');
    expect(await refused(makeZip([]))).toBe('not-ours');
  });
});

test('a gigabyte of zeros that says it is small is left as soon as it is found out', async () => {
  const packed = Buffer.concat(Array<Buffer>(64).fill(zeros()));
  const zip = makeZip([{ name: 'reports.ndjson', bytes: '', packed, size: 100_000 }]);
  expect(zip.length).toBeLessThan(1_100_000);
  const spent = stopwatch();
  const items = await readAll(zip);
  expect(codesOf(items)).toContain('zip-bomb');
  expect(items.some(({ type }) => type === 'end')).toBe(false);
  expect(spent()).toBeLessThan(3_000);
});

/** 16 MB, as a part of one deflated stream. */
function zeros(): Buffer {
  return deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: 3 });
}

describe('damaged', () => {
  test('cut off: what its NDJSON still holds comes, without pictures', async () => {
    const zip = makeExport(ALL);
    const whole = await readAll(zip.slice(0, -30));
    expect(keysOf(whole)).toEqual(BOTH);
    expect(codesOf(whole)).toEqual(['cut-off']);
    expect(incomingOf(whole)[0]?.pictures).toEqual([]);
    const deflated = makeExport([NDJSON, CSV]);
    const half = await readAll(deflated.slice(0, deflated.length / 4));
    expect(new Set(codesOf(half))).toEqual(new Set(['cut-off', 'no-reports']));
  });

  test('cut off before anything of use', async () => {
    expect(problemsOf(await readAll(makeExport([CSV]).slice(0, 100)))).toMatchObject([
      { code: 'cut-off', fatal: true },
    ]);
  });

  test('in the middle of the packed text', async () => {
    const zip = makeExport([NDJSON]);
    zip.fill(0xff, 400, 440);
    const items = await readAll(zip);
    expect(codesOf(items)).toContain('zip-damaged');
    expect(items.at(-1)).toEqual({ type: 'end', end: undefined });
  });
});
