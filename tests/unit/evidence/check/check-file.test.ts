import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { C2paReader, ManifestStore, SignedBytes } from '@/utils/evidence/c2pa/reader';
import { checkFile, checkWholeFile } from '@/utils/evidence/check/check-file';
import { BUDGET, type ByteSource } from '@/utils/evidence/media/byte-source';
import { ALONE, IPTC, manifestStore, TRAINED, UNTRUSTED } from '../../../support/media/manifest-store';
import { big, JUMBF, LABEL, pack, zeros } from '../../../support/media/pack';
import { idat, jpeg, jumbfSegment, png, pngChunk, pngText, webp } from '../../../support/media/pictures';
import { memorySource } from '../../../support/media/read-container';
import { chunk } from '../../../support/media/riff-writer';

const MADE = manifestStore({ one: { actions: [['c2pa.created', TRAINED]], ...ALONE } });
const WHOLE_MADE = manifestStore({ one: { actions: [['c2pa.created', TRAINED]] } });
const QUOTED = manifestStore({ one: { actions: [['c2pa.created', TRAINED]], ...UNTRUSTED } });
const PHOTO = manifestStore({ one: { actions: [['c2pa.created', `${IPTC}digitalCapture`]], ...ALONE } });

/** A reader of records that gives this store, or rejects, whatever it is given. */
function reader(gives: ManifestStore | Error) {
  const read = vi.fn<C2paReader['read']>(async (_: SignedBytes) => {
    if (gives instanceof Error) throw gives;
    return gives;
  });
  return { read, open: vi.fn(async () => ({ read })) };
}

const signed = png(pngChunk('caBX', JUMBF), idat(500));
const signedAndLabelled = png(pngChunk('caBX', JUMBF), pngText('AIGC', LABEL), idat(500));
const labelled = png(pngText('AIGC', LABEL), idat(500));
const check = (file: Uint8Array, gives: ManifestStore | Error = MADE) =>
  checkFile(memorySource(file), reader(gives).open);
const whole = (file: Uint8Array, gives: ManifestStore | Error = WHOLE_MADE) => {
  const { read, open } = reader(gives);
  return { read, findings: checkWholeFile(new Blob([new Uint8Array(file)]), open) };
};

/** A record with one picture in it. */
function record(picture: number, words = 3000): Uint8Array {
  const box = (type: string, ...parts: Parameters<typeof pack>) => {
    const body = pack(...parts);
    return pack(big(4, body.length + 8), type, body);
  };
  return box(
    'jumb',
    box('jumd', 'c2pa'),
    box('jumb', box('jumd', 'x'), box('bidb', zeros(picture).fill(7))),
    box('cbor', zeros(words).fill(9)),
  );
}

describe('a file', () => {
  test('without a record is told by what it says, and the reader of records is not even opened', async () => {
    const { open } = reader(MADE);
    const findings = await checkFile(memorySource(labelled), open);
    expect(open).not.toHaveBeenCalled();
    expect(findings).toEqual({
      verdict: 'ai',
      evidence: [expect.objectContaining({ mechanism: 'gb45438', strength: 'B1' })],
      container: 'png',
      bytesRead: labelled.length,
      requests: 1,
      sha256: createHash('sha256').update(labelled).digest('hex'),
    });
    expect(await check(png(idat(5)))).toMatchObject({ verdict: 'none', evidence: [] });
  });

  test('with a trusted record gives it first, then what is not signed', async () => {
    const findings = await check(signedAndLabelled);
    expect(findings.evidence.map(({ mechanism, strength }) => [mechanism, strength])).toEqual([
      ['c2pa', 'A2'],
      ['gb45438', 'B1'],
    ]);
    expect(findings).toMatchObject({ verdict: 'ai' });
    expect(findings).not.toHaveProperty('trouble');
  });

  test('with a record that nobody trusts quotes it', async () => {
    expect(await check(signed, QUOTED)).toMatchObject({
      verdict: 'ai',
      evidence: [{ mechanism: 'c2pa', strength: 'B3', signer: 'Invented Signer', place: 'jumbf' }],
    });
  });

  test('with a trusted photograph and unsigned words of AI: both are shown, and there is no verdict', async () => {
    const findings = await check(signedAndLabelled, PHOTO);
    expect(findings).toMatchObject({ verdict: 'none', capturedBy: 'Invented Signer' });
    expect(findings.evidence.map(({ mechanism }) => mechanism)).toEqual(['gb45438']);
  });

  test('whose record cannot be read or states nothing: trouble, and the rest counts', async () => {
    const broken = manifestStore({ one: { failure: ['claimSignature.mismatch'] } });
    for (const gives of [new Error('no such box'), broken, {}]) {
      expect(await check(signed, gives)).toMatchObject({
        verdict: 'none',
        trouble: 'unchecked',
        evidence: [],
      });
      expect(await check(signedAndLabelled, gives)).toMatchObject({ verdict: 'ai', trouble: 'unchecked' });
    }
  });

  test('whose reader of records cannot be loaded: the same', async () => {
    const open = () => Promise.reject(new Error('no program'));
    expect(await checkFile(memorySource(signedAndLabelled), open)).toMatchObject({
      verdict: 'ai',
      trouble: 'unchecked',
    });
  });

  test('that cannot be read, at once or later, says so', async () => {
    const failing = (good: number): ByteSource => {
      let reads = 0;
      const file = png(pngText('AIGC', LABEL), idat(300_000));
      return {
        size: file.length,
        read: async (start, end) => {
          if (reads++ >= good) throw new Error('gone');
          return file.slice(start, end);
        },
      };
    };
    const { open } = reader(MADE);
    expect(await checkFile(failing(0), open)).toMatchObject({ verdict: 'unreadable', trouble: 'network' });
    expect(await checkFile(failing(1), open)).toMatchObject({ verdict: 'ai', trouble: 'network' });
  });

  test('that ends early tells why', async () => {
    expect(await check(labelled.subarray(0, -8))).toMatchObject({ verdict: 'ai', trouble: 'damaged' });
  });
});

describe('the bytes of a record', () => {
  const given = async (file: Uint8Array) => {
    const { read, open } = reader(MADE);
    const findings = await checkFile(memorySource(file), open);
    const [bytes] = read.mock.calls[0] ?? [];
    return { findings, jumbf: bytes && 'jumbf' in bytes ? bytes.jumbf : undefined };
  };

  test.each([
    ['png', (box: Uint8Array) => png(pngChunk('caBX', box), idat(100_000))],
    ['webp, behind the pixels', (box: Uint8Array) => webp(chunk('VP8 ', zeros(300_000)), chunk('C2PA', box))],
    [
      'jpeg, in pieces',
      (box: Uint8Array) =>
        jpeg(
          jumbfSegment(box.length, 1, box.subarray(8, 40_000)),
          jumbfSegment(box.length, 2, box.subarray(40_000, 80_000)),
          jumbfSegment(box.length, 3, box.subarray(80_000)),
        ),
    ],
  ])('are given whole and in order: %s', async (_, write) => {
    const box = record(90_000);
    const { findings, jumbf } = await given(write(box));
    expect(jumbf).toEqual(box);
    expect(findings).toMatchObject({ verdict: 'ai' });
    expect(findings.requests).toBeLessThanOrEqual(BUDGET.requests);
    expect(findings.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
  });

  test('of a record that no budget holds all but its picture is given', async () => {
    const box = record(400_000);
    const { findings, jumbf } = await given(png(pngChunk('caBX', box), idat(50)));
    expect(jumbf).toHaveLength(box.length);
    expect(jumbf?.subarray(0, 60)).toEqual(box.subarray(0, 60));
    expect(jumbf?.subarray(-3000)).toEqual(box.subarray(-3000));
    expect(jumbf?.subarray(200_000, 210_000)).toEqual(zeros(10_000));
    expect(findings).toMatchObject({ verdict: 'ai', evidence: [{ strength: 'A2' }] });
    expect(findings.bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
  });

  test('of a long record whose rest cannot be read: the budget is told, not a fault of the record', async () => {
    const file = png(pngChunk('caBX', record(400_000, 300_000)), idat(50));
    expect(await check(file, new Error('cut'))).toMatchObject({ verdict: 'none', trouble: 'budget' });
    const endless = png(pngChunk('caBX', record(3_000_000)), idat(50));
    expect(await check(endless)).toMatchObject({ verdict: 'none', trouble: 'budget' });
  });

  test('of a box without a place: unchecked', async () => {
    const cut = jpeg(jumbfSegment(9000, 1, zeros(4000)));
    expect(await check(cut)).toMatchObject({ verdict: 'none', trouble: 'unchecked' });
  });
});

describe('a file at hand', () => {
  test('is given whole, under its type, and all of it is what the verdict rests on', async () => {
    const { read, findings } = whole(signed);
    expect(await findings).toMatchObject({
      verdict: 'ai',
      evidence: [{ strength: 'A1' }],
      bytesRead: signed.length,
      sha256: createHash('sha256').update(signed).digest('hex'),
    });
    expect(read.mock.calls).toEqual([[{ whole: signed, type: 'image/png' }]]);
  });

  test('whose content was changed has a record that is not its own', async () => {
    expect(await whole(signed, MADE).findings).toMatchObject({
      verdict: 'none',
      evidence: [],
      trouble: 'unchecked',
    });
  });

  test('without a record is read within the budget', async () => {
    const { read, findings } = whole(png(pngText('AIGC', LABEL), idat(900_000)));
    expect(await findings).toMatchObject({ verdict: 'ai' });
    expect((await findings).bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
    expect(read).not.toHaveBeenCalled();
  });
});

test('any file and any store keep to the budget and to the contract', async () => {
  const stores = fc.constantFrom(MADE, QUOTED, PHOTO, {}, new Error('x'));
  const files = fc.constantFrom(signed, signedAndLabelled, labelled, png(pngChunk('caBX', record(300_000))));
  const change = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(files, stores, fc.array(change, { maxLength: 8 }), async (file, gives, changes) => {
      const bytes = file.slice();
      for (const [at, value] of changes) bytes[at % Math.min(bytes.length, 400)] = value;
      const { verdict, evidence, trouble, bytesRead = 0, requests = 0 } = await check(bytes, gives);
      expect(bytesRead).toBeLessThanOrEqual(BUDGET.bytes);
      expect(requests).toBeLessThanOrEqual(BUDGET.requests);
      if (verdict === 'unreadable') expect(trouble).toBeDefined();
      if (verdict === 'ai' || verdict === 'ai-edited') expect(evidence).not.toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 30_000);
