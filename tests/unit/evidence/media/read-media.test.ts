import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WINDOW } from '@/utils/evidence/media/bounded';
import { BUDGET, type ByteSource } from '@/utils/evidence/media/byte-source';
import { containers, readMedia } from '@/utils/evidence/media/read-media';
import { fastest, mutated } from '../../../support/media/hardship';
import { JUMBF, LABEL, pack, utf8, XMP, zeros } from '../../../support/media/pack';
import {
  deflated,
  exifItem,
  exifSegment,
  gif,
  gifComment,
  gifPacket,
  heif,
  idat,
  jpeg,
  jumbfSegment,
  png,
  pngChunk,
  pngText,
  segment,
  tiff,
  webp,
  xmpItem,
  xmpSegment,
} from '../../../support/media/pictures';
import { memorySource } from '../../../support/media/read-container';
import { chunk } from '../../../support/media/riff-writer';
import { sourceTypePacket } from '../../../support/media/xmp-packet';

const labelled = new TextDecoder().decode(XMP);
const read = (file: Uint8Array) => readMedia(memorySource(file));

/** A source whose reads from the `good`-th on reject. */
function failing(file: Uint8Array, good: number): ByteSource {
  let reads = 0;
  return {
    size: file.length,
    read: async (start, end) => {
      if (reads++ >= good) throw new TypeError('Failed to fetch');
      return file.slice(start, end);
    },
  };
}

describe('a reading', () => {
  test('gives verdict, evidence, container, and what it cost', async () => {
    const file = jpeg(xmpSegment(labelled));
    expect(await read(file)).toEqual({
      verdict: 'ai',
      evidence: [expect.objectContaining({ mechanism: 'gb45438', strength: 'B1', kind: 'ai', place: 'xmp' })],
      container: 'jpeg',
      bytesRead: file.length,
      requests: 1,
      sha256: createHash('sha256').update(file).digest('hex'),
    });
  });

  test('keeps no id of a work and no text of the file', async () => {
    const prompt = 'a made-up prompt\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1';
    const reading = await read(png(pngText('parameters', prompt), pngText('AIGC', LABEL)));
    expect(reading.evidence.map(({ mechanism }) => mechanism).sort()).toEqual(['a1111', 'gb45438']);
    expect(JSON.stringify(reading)).not.toMatch(/invented-1|made-up prompt|Steps/);
  });

  test('tells where C2PA statements lie, and that alone is no evidence', async () => {
    const one = await read(webp(chunk('C2PA', JUMBF)));
    expect(one).toMatchObject({
      verdict: 'none',
      evidence: [],
      jumbf: { pieces: [{ length: JUMBF.length }] },
    });
    const cut = await read(jpeg(jumbfSegment(90_000, 1, zeros(60_000))));
    expect(cut.jumbf).toEqual({ type: 'jumbf', pieces: [] });
  });

  test('a file without evidence gives none, and one of unknown kind has no container', async () => {
    expect(await read(jpeg())).toMatchObject({ verdict: 'none', container: 'jpeg', evidence: [] });
    const unknown = await read(utf8('nothing that anybody knows'));
    expect(unknown.verdict).toBe('none');
    expect(unknown).not.toHaveProperty('container');
    expect(await read(new Uint8Array())).toMatchObject({ verdict: 'none', bytesRead: 0 });
  });

  test('every kind of picture is found by the same reader', async () => {
    const packet = sourceTypePacket();
    const files: [string, Uint8Array][] = [
      ['jpeg', jpeg(xmpSegment(packet))],
      ['png', png(pngChunk('iTXt', 'XML:com.adobe.xmp', zeros(5), utf8(packet)))],
      ['webp', webp(chunk('XMP ', utf8(packet)))],
      ['gif', gif(gifPacket(packet))],
      ['heif', heif([xmpItem(packet)])],
      ['heif', heif([xmpItem(packet)], { brand: 'avif' })],
      ['tiff', tiff([{ tag: 0x02bc, type: 1, value: utf8(packet) }])],
    ];
    for (const [container, file] of files) {
      expect(await read(file), container).toMatchObject({ verdict: 'ai', container });
    }
  });
});

describe('a file that ends early', () => {
  const marked = png(pngText('AIGC', LABEL), idat(200_000));

  test('a source that rejects at once makes it unreadable', async () => {
    expect(await readMedia(failing(marked, 0))).toMatchObject({
      verdict: 'unreadable',
      bytesRead: 0,
      requests: 1,
    });
  });

  test('a source that rejects later leaves the evidence; without any it is unreadable', async () => {
    expect(await readMedia(failing(marked, 1))).toMatchObject({ verdict: 'ai', bytesRead: WINDOW });
    expect(await readMedia(failing(png(idat(200_000)), 1))).toMatchObject({ verdict: 'unreadable' });
  });

  test('damage and a spent budget are told, and what was found counts', async () => {
    const cut = png(pngText('AIGC', LABEL)).subarray(0, -12);
    expect(await read(cut)).toMatchObject({ verdict: 'ai', ended: 'damaged' });
    const long = Array.from({ length: 12 }, () => segment(0xe2, zeros(60_000)));
    expect(await read(jpeg(xmpSegment(labelled), ...long))).toMatchObject({
      verdict: 'ai',
      ended: 'budget',
      requests: 3,
    });
    expect(await read(jpeg(...long))).toMatchObject({ verdict: 'none', ended: 'budget' });
  });

  test('a file that says thousands of things is left', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => pngText(`k${at}`, 'x'));
    expect(await read(png(...many))).toMatchObject({ verdict: 'none', ended: 'damaged' });
  });
});

describe('any file', () => {
  const samples = async () => {
    const exif = tiff(
      [{ tag: 0x0131, value: 'Program\0' }],
      [{ tag: 0x9286, type: 7, value: `ASCII\0\0\0${LABEL}` }],
    );
    return [
      jpeg(exifSegment(exif), xmpSegment(labelled), segment(0xfe, 'x')),
      png(
        pngText('AIGC', LABEL),
        pngChunk('zTXt', 'parameters', [0, 0], await deflated(utf8(LABEL))),
        idat(90),
      ),
      webp(chunk('EXIF', exif), chunk('XMP ', XMP), chunk('C2PA', JUMBF)),
      gif(gifComment(LABEL), gifPacket(labelled)),
      heif([exifItem(exif), xmpItem(labelled)]),
      exif,
    ];
  };
  const magics = [
    '\xff\xd8\xff',
    '\x89PNG\r\n\x1a\n',
    'GIF89a',
    'II*\0',
    'MM\0*',
    '\0\0\0\x18ftypheic',
    'RIFF\0\0\0\0WEBP',
  ];
  const more = [
    '\0\0\0\x18ftypisom',
    'RIFF\0\0\0\0AVI ',
    'RIFF\0\0\0\0WAVE',
    'ID3\x04\0\0',
    'fLaC',
    'OggS\0',
    'FLV\x01',
  ];
  const others = ['\x1a\x45\xdf\xa3', '%PDF-1.7\n', 'PK\x03\x04', '---\nAIGC:', ''];

  async function keeps(file: Uint8Array): Promise<void> {
    const { requests, bytesRead, sha256 } = await read(file);
    expect(requests).toBeLessThanOrEqual(BUDGET.requests);
    expect(bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    expect(sha256).toMatch(/^[\da-f]{64}$/);
    expect(await fastest(() => read(file))).toBeLessThan(50);
  }

  test('good files with some bytes changed or their end missing never break the reader', async () => {
    const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { maxLength: 10 });
    const files = fc.constantFrom(...(await samples()));
    await fc.assert(
      fc.asyncProperty(files, changes, fc.double({ min: 0.2, max: 1, noNaN: true }), (file, drawn, kept) =>
        keeps(mutated(file, drawn, kept)),
      ),
      { numRuns: 500 },
    );
  }, 30_000);

  test('any bytes after the first of any kind never break the reader', async () => {
    const bytes = fc.uint8Array({ maxLength: 3000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...magics, ...more, ...others), bytes, (magic, rest) =>
        keeps(pack(magic, rest)),
      ),
      { numRuns: 300 },
    );
  }, 30_000);
});

test('containers have ids of their own, and no two claim the same beginning', async () => {
  expect(new Set(containers.map(({ id }) => id)).size).toBe(containers.length);
  const heads = [jpeg(), png(), webp(), gif(), heif([]), tiff([])];
  for (const head of heads) expect(containers.filter(({ recognises }) => recognises(head))).toHaveLength(1);
});
