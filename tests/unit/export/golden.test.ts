// @vitest-environment node
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { BlobReader, TextWriter, ZipReader } from '@zip.js/zip.js/index-native.js';
import { describe, expect, test } from 'vitest';
import { exporters } from '@/utils/export';
import { columnSets } from '@/utils/export/column-sets';
import type { ExportOptions } from '@/utils/export/define-exporter';
import { dataDictionary } from '@/utils/export/dictionary';
import { MANIFEST_NAME } from '@/utils/export/manifest';
import { goldenReports, goldenWholes, sourceOf, writtenBytes } from '../../support/export';

/** `UPDATE_GOLDEN=1 npm test` writes the files anew; look at the difference before you keep it. */
function expectGolden(path: string, bytes: Buffer): void {
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, bytes);
  if (!existsSync(path)) throw new Error(`${path} is missing: write it with UPDATE_GOLDEN=1 and read it`);
  const golden = readFileSync(path);
  expect(bytes.toString('utf8')).toBe(golden.toString('utf8'));
  expect(bytes.equals(golden)).toBe(true);
}

async function fileOf(id: string, options: Partial<ExportOptions> = {}): Promise<Buffer> {
  const exporter = exporters.find((each) => each.id === id)!;
  return Buffer.from(await writtenBytes(exporter, sourceOf(goldenWholes), options));
}

describe('every export format writes its golden file', () => {
  test.each(exporters.map(({ id }) => id))('%s', async (id) => {
    const file = await fileOf(id);
    expectGolden(`tests/fixtures/export/${id}.txt`, id === 'zip' ? await listing(file) : file);
  });

  test('csv with the columns of 12377', async () => {
    const file = await fileOf('csv', { columns: columnSets['12377'], byteOrderMark: false });
    expectGolden('tests/fixtures/export/csv-12377.txt', file);
  });

  test('csv in GB 18030, as bytes', async () => {
    const file = await fileOf('csv', { columns: columnSets.default, encoding: 'gb18030' });
    expectGolden('tests/fixtures/export/csv-gb18030.txt', Buffer.from(hexLines(file)));
  });

  test('ndjson with private numbers replaced', async () => {
    expectGolden('tests/fixtures/export/ndjson-masked.txt', await fileOf('ndjson', { mask: true }));
  });
});

test('the data dictionary is written from the list of columns', () => {
  expectGolden('docs/data-dictionary.md', Buffer.from(dataDictionary()));
});

test('the golden reports hold what has broken exports', () => {
  const all = JSON.stringify(goldenReports);
  for (const part of [
    '=HYPERLINK',
    '13812345678',
    '👀',
    '\\ud83d',
    '\\r\\n',
    '\\u200b'.replace('\\u200b', '\u200b'),
  ])
    expect(all).toContain(part);
});

/** Names and sizes in the order of the ZIP, and its manifest: compressed bytes may differ between browsers. */
async function listing(file: Buffer): Promise<Buffer> {
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(file)])));
  const entries = (await zip.getEntries()).filter((entry) => !entry.directory);
  const lines = entries.map(({ filename, uncompressedSize, compressionMethod, lastModDate }) =>
    [
      filename,
      // Its size changes with the number of digits in it alone, and is not in it.
      filename === MANIFEST_NAME ? '' : uncompressedSize,
      compressionMethod === 0 ? 'stored' : 'deflated',
      lastModDate.getFullYear(),
    ].join(' '),
  );
  const manifest = await entries
    .find(({ filename }) => filename === MANIFEST_NAME)!
    .getData(new TextWriter());
  await zip.close();
  return Buffer.from(`${lines.join('\n')}\n\n${manifest}`);
}

/** 32 bytes a line. */
function hexLines(bytes: Buffer): string {
  return bytes.toString('hex').replace(/.{1,64}/g, '$&\n');
}
