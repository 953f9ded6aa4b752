import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fastest } from '@/tests/support/media/hardship';
import { LABELLED_FILES } from '@/tests/support/media/labelled-files';
import { LABELLED_PICTURES } from '@/tests/support/media/labelled-pictures';
import { changed, changes } from '@/tests/support/media/mutation';
import { memorySource } from '@/tests/support/media/read-container';
import { stopwatch } from '@/tests/support/stopwatch';
import { BUDGET } from '@/utils/evidence/media/byte-source';
import { containers, readMedia } from '@/utils/evidence/media/read-media';

const FILES = [...LABELLED_PICTURES, ...LABELLED_FILES];
const RUNS = 10_000;
/** Milliseconds of processor time that no file may take, whatever it holds. */
const MOST_MS = 50;
/** Seconds of processor time for all of them. */
const MOST_SECONDS = 30;

/** What is wrong with how a file was read. */
async function faultOf(file: Uint8Array, sized: boolean): Promise<string | undefined> {
  const source = memorySource(file, sized);
  const spent = stopwatch();
  const reading = await readMedia(source);
  const ms = spent();
  // Nothing in memory fails to be read, unless it is asked for what no budget allows.
  if (reading.verdict === 'unreadable') return 'asked for more than its budget at once, or for nothing';
  if (source.asked > BUDGET.bytes) return `asked for ${source.asked} bytes`;
  if (reading.bytesRead > BUDGET.bytes) return `read ${reading.bytesRead} bytes`;
  if (reading.requests > BUDGET.requests) return `made ${reading.requests} requests`;
  if (reading.evidence.length > 20) return `gave ${reading.evidence.length} pieces of evidence`;
  if (ms <= MOST_MS) return undefined;
  // Once more: code that was never run before, and rubbish that is collected meanwhile, are not the file's.
  const again = await fastest(() => readMedia(memorySource(file, sized)));
  return again > MOST_MS ? `took ${again} ms` : undefined;
}

test('the files to be changed are of every kind, and say that they are made by AI before', async () => {
  expect(new Set(FILES.map(([{ id }]) => id))).toEqual(new Set(containers.map(({ id }) => id)));
  for (const [container, file] of FILES) {
    const { verdict, container: found } = await readMedia(memorySource(file));
    expect({ verdict, found }).toEqual({ verdict: 'ai', found: container.id });
  }
});

describe('ten thousand changed files', () => {
  test(
    'crash nothing, and cost neither more than the budget nor than the time of one file',
    async () => {
      const verdicts = new Map<string, number>();
      const spent = stopwatch();
      const sample = fc.constantFrom(...FILES.map(([, file]) => file));
      await fc.assert(
        fc.asyncProperty(sample, changes, fc.boolean(), async (file, drawn, sized) => {
          const mutant = changed(file, drawn);
          const fault = await faultOf(mutant, sized);
          if (fault) throw new Error(fault);
          const { verdict } = await readMedia(memorySource(mutant, sized));
          verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        }),
        { numRuns: RUNS },
      );
      // Changes that leave all as it was, or nothing of it, would prove nothing.
      expect(verdicts.get('ai')).toBeGreaterThan(RUNS / 20);
      expect(verdicts.get('none')).toBeGreaterThan(RUNS / 20);
      expect(spent()).toBeLessThan(MOST_SECONDS * 1000);
    },
    // By the clock it may take longer, on a machine that does other things too.
    MOST_SECONDS * 10_000,
  );
});
