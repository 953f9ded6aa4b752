// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import type { MediaReading } from '@/utils/evidence/media/evidence';
import { readMedia } from '@/utils/evidence/media/read-media';
import { openFileSource } from '../../../../scripts/lib/file-source';
import { areThere, type RealFile, realFiles } from '../../../support/media/real-files';

async function read({ path }: RealFile): Promise<MediaReading & { ms: number }> {
  const source = await openFileSource(path);
  try {
    const start = performance.now();
    const reading = await readMedia(source);
    return { ...reading, ms: performance.now() - start };
  } finally {
    await source.close();
  }
}

describe.skipIf(!areThere)('real files', () => {
  const files = realFiles();
  const of = (folder: string, truth: RegExp) =>
    files.filter((each) => each.file.startsWith(folder) && truth.test(each.truth));

  test.each(of('pos/', /^ai/))('$file says what its truth is ($truth), or is signed', async (known) => {
    const { file, truth } = known;
    const { verdict, jumbf } = await read(known);
    if (verdict === 'none' && file.startsWith('pos/c2pa-')) expect(jumbf, 'its box is told').toBeDefined();
    else expect(verdict).toBe(truth);
  });

  test.each([...of('neg/', /./), ...of('synthetic/', /^not-ai/), ...of('stripped/', /./)])(
    '$file says nothing ($truth)',
    async (known) => {
      const { verdict, evidence } = await read(known);
      expect({ verdict, evidence }).toEqual({ verdict: 'none', evidence: [] });
    },
  );

  test.each(of('synthetic/', /^ai/))('$file carries a label', async (known) => {
    const { verdict, evidence } = await read(known);
    expect(verdict).toBe('ai');
    expect(evidence.map(({ mechanism }) => mechanism)).toEqual(['gb45438']);
    expect(JSON.stringify(evidence)).not.toContain('synthetic-test');
  });

  test('a whole reading stays within its budget and takes a moment', async () => {
    const times: number[] = [];
    for (const known of files) {
      const { file } = known;
      const tries = [await read(known), await read(known), await read(known)];
      expect(tries[0]?.bytesRead, file).toBeLessThanOrEqual(BUDGET.bytes);
      expect(tries[0]?.requests, file).toBeLessThanOrEqual(BUDGET.requests);
      times.push(Math.min(...tries.map(({ ms }) => ms)));
    }
    times.sort((a, b) => a - b);
    const [median, p95] = [0.5, 0.95].map((part) => times[Math.floor((times.length - 1) * part)]!);
    console.info(`${files.length} files: median ${median!.toFixed(2)} ms, p95 ${p95!.toFixed(2)} ms`);
    expect(p95).toBeLessThan(10);
  });
});
