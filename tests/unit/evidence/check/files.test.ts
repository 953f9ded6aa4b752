// @vitest-environment node
import { openAsBlob } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkFile, checkWholeFile, type FileFindings } from '@/utils/evidence/check/check-file';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import { openFileSource } from '../../../../scripts/lib/file-source';
import { openInNode } from '../../../support/media/c2pa-program';
import { areThere, realFiles } from '../../../support/media/real-files';
import { stopwatch } from '../../../support/stopwatch';

/** Signers that one of the shipped lists vouches for, by file. */
const SIGNERS: Record<string, string> = {
  'pos/c2pa-firefly.png': 'Adobe Inc.',
  'pos/c2pa-google.png': 'Google LLC',
  'pos/c2pa-photoshop-genfill.jpg': 'Adobe Inc.',
};
/** Signed files, of known signers or not. */
const SIGNED = /\/c2pa-/;

const files = realFiles();
const of = (folder: string, truth: RegExp) =>
  files.filter((each) => each.file.startsWith(folder) && truth.test(each.truth));
const trusted = ({ evidence }: FileFindings) => evidence.filter(({ strength }) => strength.startsWith('A'));

async function look(path: string): Promise<FileFindings & { ms: number }> {
  const source = await openFileSource(path);
  try {
    const spent = stopwatch();
    const findings = await checkFile(source, openInNode);
    return { ...findings, ms: spent() };
  } finally {
    await source.close();
  }
}

describe.skipIf(!areThere)('real files', () => {
  const asked = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('Nothing is fetched'));
  beforeAll(async () => {
    await openInNode();
  });
  afterAll(() => {
    expect(asked, 'records may name addresses, and none is asked').not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test.each(of('pos/', /^ai/))('$file says what its truth is ($truth)', async ({ file, path, truth }) => {
    const findings = await look(path);
    expect(findings).toMatchObject({ verdict: truth });
    expect(findings).not.toHaveProperty('capturedBy');
    const signer = SIGNERS[file];
    expect(trusted(findings).map((each) => [each.strength, each.signer])).toEqual(
      signer ? [['A2', signer]] : [],
    );
  });

  test.each([...of('neg/', /./), ...of('stripped/', /./), ...of('synthetic/', /^not-ai/)])(
    '$file says nothing ($truth)',
    async ({ path }) => {
      expect(await look(path)).toMatchObject({ verdict: 'none', evidence: [] });
      expect(await checkWholeFile(await openAsBlob(path), openInNode)).toMatchObject({
        verdict: 'none',
        evidence: [],
      });
    },
  );

  test.each(of('synthetic/', /^ai/))('$file carries a label', async ({ path }) => {
    const { verdict, evidence } = await look(path);
    expect([verdict, evidence.map(({ mechanism }) => mechanism)]).toEqual(['ai', ['gb45438']]);
  });

  test.each(of('pos/', /^ai/).filter(({ file }) => SIGNED.test(file)))(
    '$file as a whole is checked against its record',
    async ({ file, path, truth }) => {
      const findings = await checkWholeFile(await openAsBlob(path), openInNode);
      expect(findings.verdict).toBe(truth);
      const [first] = findings.evidence;
      const signer = SIGNERS[file];
      if (signer) expect(first).toMatchObject({ strength: 'A1', signer });
      else expect(first?.strength).toBe('B3');
    },
  );

  test('a signed file whose pixels were changed has no record of its own', async () => {
    const known = files.find(({ file }) => file === 'pos/c2pa-firefly.png');
    if (!known) return expect.unreachable('the file is in the index');
    const bytes = new Uint8Array(await (await openAsBlob(known.path)).arrayBuffer());
    bytes[bytes.length - 5000]! ^= 1;
    const findings = await checkWholeFile(new Blob([bytes]), openInNode);
    expect(findings).toMatchObject({ verdict: 'none', trouble: 'unchecked' });
  });

  test('every check keeps to its budget, and a signed record takes less than 150 ms', async () => {
    for (const { file, path } of files) {
      const tries = [await look(path), await look(path), await look(path)];
      expect(tries[0]?.bytesRead, file).toBeLessThanOrEqual(BUDGET.bytes);
      expect(tries[0]?.requests, file).toBeLessThanOrEqual(BUDGET.requests);
      const ms = Math.min(...tries.map((each) => each.ms));
      if (SIGNED.test(file)) console.info(`${file}: ${ms.toFixed(0)} ms`);
      expect(ms, file).toBeLessThan(150);
    }
  }, 60_000);
});
