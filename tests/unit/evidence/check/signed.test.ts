// @vitest-environment node
import { openAsBlob, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile, checkWholeFile } from '@/utils/evidence/check/check-file';
import { openInNode } from '../../../support/media/c2pa-program';
import { pack } from '../../../support/media/pack';
import { jpeg, jumbfSegment, webp } from '../../../support/media/pictures';
import { memorySource } from '../../../support/media/read-container';
import { chunk } from '../../../support/media/riff-writer';

/** Really signed, by somebody whom no list trusts (tests/fixtures/media/README.md). */
const path = (name: string) => `tests/fixtures/media/${name}.png`;
const made = new Uint8Array(readFileSync(path('signed-made')));
const drawn = new Uint8Array(readFileSync(path('signed-drawn')));
const quoted = {
  mechanism: 'c2pa',
  strength: 'B3',
  kind: 'ai',
  producer: 'Invented Generator',
  signer: 'Invented Signer',
  place: 'jumbf',
};
const check = (file: Uint8Array) => checkFile(memorySource(file), openInNode);
const whole = (file: Uint8Array) => checkWholeFile(new Blob([new Uint8Array(file)]), openInNode);

/** The record of a PNG file: the contents of its chunk `caBX`. */
function recordOf(png: Uint8Array): Uint8Array {
  const at = Buffer.from(png).indexOf('caBX');
  return png.subarray(at + 4, at + 4 + Buffer.from(png).readUInt32BE(at - 4));
}

describe('a signed picture', () => {
  test('is quoted with its signer, within the budget and as a whole', async () => {
    expect(await check(made)).toMatchObject({ verdict: 'ai', evidence: [quoted], container: 'png' });
    const findings = await checkWholeFile(await openAsBlob(path('signed-made')), openInNode);
    expect(findings).toMatchObject({ verdict: 'ai', evidence: [quoted], bytesRead: made.length });
    expect(findings).not.toHaveProperty('trouble');
  });

  test('that says something else of its making says nothing of AI', async () => {
    for (const findings of [await check(drawn), await whole(drawn)]) {
      expect(findings).toMatchObject({ verdict: 'none', evidence: [] });
      expect(findings).not.toHaveProperty('trouble');
    }
  });

  test('with another content: its record alone is still signed, the file as a whole has none', async () => {
    const changed = made.slice();
    changed[changed.length - 20]! ^= 1;
    expect(await check(changed)).toMatchObject({ verdict: 'ai', evidence: [quoted] });
    expect(await whole(changed)).toMatchObject({ verdict: 'none', evidence: [], trouble: 'unchecked' });
  });

  test('with another word: neither', async () => {
    const changed = made.slice();
    const at = Buffer.from(changed).indexOf('trainedAlgorithmicMedia');
    changed.set(Buffer.from('trainedAlgorithmicMedi_'), at);
    for (const findings of [await check(changed), await whole(changed)]) {
      expect(findings).toMatchObject({ verdict: 'none', evidence: [], trouble: 'unchecked' });
    }
    const forged = drawn.slice();
    forged.set(Buffer.from('Invented Gen3rator'), Buffer.from(forged).indexOf('Invented Generator'));
    expect(await whole(forged)).toMatchObject({ verdict: 'none', trouble: 'unchecked' });
  });
});

test.each([
  ['WebP', (box: Uint8Array) => webp(chunk('C2PA', box))],
  ['JPEG', (box: Uint8Array) => jpeg(jumbfSegment(box.length, 1, box.subarray(8)))],
  [
    'JPEG, in three pieces',
    (box: Uint8Array) =>
      jpeg(
        jumbfSegment(box.length, 1, box.subarray(8, 2008)),
        jumbfSegment(box.length, 2, box.subarray(2008, 4008)),
        jumbfSegment(box.length, 3, box.subarray(4008)),
      ),
  ],
])('the same record is read out of %s', async (_, write) => {
  expect(await check(write(recordOf(made)))).toMatchObject({ verdict: 'ai', evidence: [quoted] });
  expect(await check(write(recordOf(drawn)))).toMatchObject({ verdict: 'none', evidence: [] });
});

test('a record changed anywhere breaks nothing, and says what was signed or nothing', async () => {
  const reader = await openInNode();
  const box = recordOf(made);
  const change = fc.tuple(fc.nat(), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const changed = box.slice();
      for (const [at, value] of changes) changed[at % changed.length] = value;
      const { evidence } = await check(webp(chunk('C2PA', pack(changed))));
      for (const { strength } of evidence) expect(strength).toBe('B3');
    }),
    { numRuns: 500 },
  );
  expect(await reader.read({ jumbf: box })).toHaveProperty('active_manifest');
}, 120_000);
