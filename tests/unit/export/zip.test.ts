// @vitest-environment node
import { createHash } from 'node:crypto';
import { BlobReader, BlobWriter, ZipReader } from '@zip.js/zip.js/index-native.js';
import { describe, expect, test } from 'vitest';
import { exporter as csv } from '@/utils/export/formats/csv';
import { exporter } from '@/utils/export/formats/zip';
import { type Manifest, pictureName } from '@/utils/export/manifest';
import type { ReportLine } from '@/utils/model/exchange';
import { exportOptions, goldenWholes, sourceOf, writtenBytes } from '../../support/export';
import { PIXEL } from '../../support/picture-bytes';

type Files = Map<string, Uint8Array<ArrayBuffer>>;

async function filesOf(bytes: Uint8Array<ArrayBuffer>): Promise<Files> {
  const zip = new ZipReader(new BlobReader(new Blob([bytes])));
  const files: Files = new Map();
  for (const entry of await zip.getEntries()) {
    if (entry.directory) throw new Error('a folder');
    const blob = await entry.getData(new BlobWriter(), { checkSignature: true });
    files.set(entry.filename, new Uint8Array(await blob.arrayBuffer()));
  }
  await zip.close();
  return files;
}

const text = (files: Files, name: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name));

describe('zip', () => {
  test('holds the table, everything as lines, each picture once, and last its manifest', async () => {
    // The second one has the same picture.
    const twin = { ...goldenWholes[1]!, report: { ...goldenWholes[1]!.report, id: 'twin' } };
    const files = await filesOf(await writtenBytes(exporter, sourceOf([...goldenWholes, twin])));
    const name = pictureName('c90cff659645a312a28804965f3dbc34061338f7234ff5d6ddb2c57e9eadec15');
    expect([...files.keys()]).toEqual([name, 'reports.csv', 'reports.ndjson', 'manifest.json']);
    expect(files.get(name)).toEqual(PIXEL);
    const lines = text(files, 'reports.ndjson').trimEnd().split('\n');
    const line = JSON.parse(lines[2]!) as ReportLine;
    expect(line.pictures[0]).toMatchObject({ file: name, size: PIXEL.length });
    expect(line.pictures[0]).not.toHaveProperty('base64');
  });

  test('has the table that csv writes', async () => {
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const files = await filesOf(await writtenBytes(exporter, sourceOf(goldenWholes), { encoding }));
      expect(files.get('reports.csv')).toEqual(await writtenBytes(csv, sourceOf(goldenWholes), { encoding }));
    }
  });

  test('says in its manifest what every other file must be', async () => {
    const files = await filesOf(await writtenBytes(exporter, sourceOf(goldenWholes), { mask: true }));
    const manifest = JSON.parse(text(files, 'manifest.json')) as Manifest;
    expect(manifest).toMatchObject({ kind: 'qingjian-files', version: 1, head: { masked: true } });
    expect(manifest.files.map(({ name }) => name)).toEqual([...files.keys()].slice(0, -1));
    for (const { name, size, sha256 } of manifest.files) {
      expect(files.get(name)?.length).toBe(size);
      expect(createHash('sha256').update(files.get(name)!).digest('hex')).toBe(sha256);
    }
  });

  test('fails as its source fails, and does not hang', async () => {
    const source = { ...sourceOf([]), wholes: failing };
    await expect(writtenBytes(exporter, source)).rejects.toThrow('the disk is gone');
  });

  test('stops when no more pieces are asked for', async () => {
    let asked = 0;
    async function* endless() {
      while (true) {
        asked++;
        yield goldenWholes;
      }
    }
    for await (const _ of exporter.write({ ...sourceOf([]), wholes: endless }, exportOptions)) break;
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThanOrEqual(then + 1);
  });
});

async function* failing(): AsyncGenerator<never> {
  yield* [];
  throw new Error('the disk is gone');
}
