// @vitest-environment node
import { expect, test } from 'vitest';
import { openInNode } from '@/tests/support/media/c2pa-program';
import { memorySource } from '@/tests/support/media/read-container';
import { signedFile } from '@/tests/support/media/signed';
import { checkFile, checkWholeFile } from '@/utils/evidence/check/check-file';

const file = await signedFile();

/** The parts of the record that say who made the picture, changed so that they say somebody else. */
function forged(): Uint8Array {
  const copy = file.slice();
  const at = Buffer.from(copy).indexOf('An invented generator');
  copy.set(new TextEncoder().encode('Another'), at);
  return copy;
}

test('a record by a signer that no list trusts is evidence of that strength, with signer and producer', async () => {
  const found = await checkFile(memorySource(file), openInNode);
  expect(found).toMatchObject({ verdict: 'ai', container: 'png' });
  expect(found.evidence).toEqual([
    {
      mechanism: 'c2pa',
      strength: 'B3',
      kind: 'ai',
      producer: 'An invented generator',
      signer: 'An invented maker',
      place: 'jumbf',
    },
  ]);
});

test('the whole file says no more of such a signer', async () => {
  const found = await checkWholeFile(new Blob([new Uint8Array(file)]), openInNode);
  expect(found.evidence).toMatchObject([{ mechanism: 'c2pa', strength: 'B3' }]);
  expect(found.bytesRead).toBe(file.length);
});

test('a record that was changed after it was signed is no evidence', async () => {
  const { verdict, evidence, trouble } = await checkFile(memorySource(forged()), openInNode);
  expect({ verdict, evidence }).toEqual({ verdict: 'none', evidence: [] });
  expect(trouble).toBeDefined();
});

test('a file whose content is another one than was signed is no evidence as a whole', async () => {
  const other = file.slice();
  const pixels = Buffer.from(other).indexOf('IDAT') + 100;
  other[pixels] = 0xff;
  const { verdict, evidence } = await checkWholeFile(new Blob([other]), openInNode);
  expect({ verdict, evidence }).toEqual({ verdict: 'none', evidence: [] });
});
