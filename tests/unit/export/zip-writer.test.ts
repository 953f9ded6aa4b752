// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import {
  type FileEntry,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
} from '@zip.js/zip.js/index-native.js';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  DEFLATED,
  STORED,
  type ZipEntry,
  type ZipLimits,
  type ZipPiece,
  ZipWriter,
} from '@/utils/export/zip-writer';

const AT = new Date(2026, 9, 3, 12, 34, 56);

interface Content {
  name: string;
  content: Uint8Array<ArrayBuffer>;
  method: ZipEntry['method'];
  asBlob: boolean;
}

function entryOf({ name, content, method, asBlob }: Content): ZipEntry {
  const bytes = method === DEFLATED ? new Uint8Array(deflateRawSync(content)) : content;
  return {
    name,
    method,
    bytes: asBlob ? new Blob([bytes]) : bytes,
    size: content.length,
    crc32: crc32(content),
  };
}

async function zipOf(
  entries: Iterable<ZipEntry>,
  { at = AT, limits }: { at?: Date; limits?: ZipLimits } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = new ZipWriter(at, limits);
  const pieces: ZipPiece[] = [];
  for (const entry of entries) pieces.push(...writer.add(entry));
  pieces.push(...writer.end());
  const bytes = pieces.map((piece) => (piece instanceof Blob ? piece.bytes() : piece));
  return new Uint8Array(Buffer.concat(await Promise.all(bytes)));
}

async function entriesOf(zip: Uint8Array<ArrayBuffer>): Promise<FileEntry[]> {
  const reader = new ZipReader(new Uint8ArrayReader(zip), { filenameValidation: 'tolerant' });
  return (await reader.getEntries()) as FileEntry[];
}

const contentOf = async (entry: FileEntry) =>
  new Uint8Array(await entry.getData(new Uint8ArrayWriter(), { checkSignature: true }));

const anyContent: fc.Arbitrary<Content> = fc.record({
  // A slash at its end would make it a folder.
  name: fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((text) => `${text.toWellFormed()}.x`),
  content: fc.uint8Array({ maxLength: 300 }).map((bytes) => new Uint8Array(bytes)),
  method: fc.constantFrom(STORED, DEFLATED),
  asBlob: fc.boolean(),
});
const anyContents = fc.uniqueArray(anyContent, { maxLength: 12, selector: ({ name }) => name });

/** Where the fields of ZIP64 begin: for all of them, for some, for none. */
const anyLimits: fc.Arbitrary<ZipLimits> = fc.record({
  bytes: fc.constantFrom(0, 50, 150, 1_000, 0xffffffff),
  entries: fc.constantFrom(0, 3, 0xffff),
});

test('any files read back as they were, with the fields of ZIP64 and without', async () => {
  await fc.assert(
    fc.asyncProperty(anyContents, anyLimits, async (contents, limits) => {
      const entries = await entriesOf(await zipOf(contents.map(entryOf), { limits }));
      expect(entries.map(({ filename }) => filename)).toEqual(contents.map(({ name }) => name));
      for (const [i, { content, method }] of contents.entries()) {
        expect(entries[i]).toMatchObject({ uncompressedSize: content.length, compressionMethod: method });
        expect(await contentOf(entries[i]!)).toEqual(content);
      }
    }),
  );
});

describe('numbers that need more than 32 bits', () => {
  test.each([
    [0xfffffffe, false],
    [0xffffffff, true],
    [0x100000000, true],
    [0x123456789ab, true],
  ])('a size of %i reads back as it is', async (size, zip64) => {
    const bytes = new Uint8Array([1, 2, 3]);
    const [entry] = await entriesOf(await zipOf([{ name: 'a', method: DEFLATED, bytes, size, crc32: 7 }]));
    expect(entry).toMatchObject({ uncompressedSize: size, compressedSize: 3, zip64 });
  });

  test('more files than 16 bits can count are all found', async () => {
    const count = 65_536;
    const content = (i: number) => Uint8Array.of(i, i >> 8);
    function* many() {
      for (let i = 0; i < count; i++) {
        yield entryOf({ name: `pictures/${i}`, content: content(i), method: STORED, asBlob: false });
      }
    }
    const entries = await entriesOf(await zipOf(many()));
    expect(entries).toHaveLength(count);
    for (const i of [0, 65_534, 65_535]) {
      expect(entries[i]).toMatchObject({ filename: `pictures/${i}`, zip64: false });
      expect(await contentOf(entries[i]!)).toEqual(content(i));
    }
  }, 60_000);
});

test('tells the time as local time, in steps of two seconds from 1980 to 2107', async () => {
  const told = async (at: Date) => (await entriesOf(await zipOf([anEntry], { at })))[0]!.lastModDate;
  expect(await told(AT)).toEqual(AT);
  expect(await told(new Date(2026, 0, 1, 0, 0, 1))).toEqual(new Date(2026, 0, 1));
  expect((await told(new Date(1970, 5, 1))).getFullYear()).toBe(1980);
  expect((await told(new Date(2200, 5, 1))).getFullYear()).toBe(2107);
});

const anEntry = entryOf({ name: 'a', content: Uint8Array.of(1), method: STORED, asBlob: false });

test('hands a blob on as it is, and writes the same for the same', async () => {
  const bytes = new Blob(['kept']);
  const pieces = new ZipWriter(AT).add({ name: 'a', method: STORED, bytes, size: 4, crc32: 0 });
  expect(pieces.at(-1)).toBe(bytes);
  expect(await zipOf([anEntry])).toEqual(await zipOf([anEntry]));
});

const python = spawnSync('python3', ['-c', 'import zipfile']).status === 0;
if (!python) console.warn('No other program tests the ZIP files: python3 is not installed.');

test.skipIf(!python).each([
  ['plain', {}],
  ['with all numbers in the fields of ZIP64', { limits: { bytes: 0, entries: 0 } }],
])("Python's zipfile finds nothing wrong with a file %s", async (_, options) => {
  const folder = mkdtempSync(join(tmpdir(), 'qingjian-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'test.zip');
  const contents = fc.sample(anyContents, { seed: 29, numRuns: 20 }).find(({ length }) => length > 6)!;
  const named = contents.map((each, i) => entryOf({ ...each, name: `文件夹/${i} 號😀.x` }));
  writeFileSync(file, await zipOf(named, options));
  const { status, stdout, stderr } = spawnSync('python3', ['-m', 'zipfile', '-t', file], {
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`.trim()).toBe('Done testing');
  expect(status).toBe(0);
});
