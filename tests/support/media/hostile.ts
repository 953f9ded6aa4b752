import * as fc from 'fast-check';
import type { Container } from '@/utils/evidence/media/define-container';
import { hardship, mutated } from './hardship';
import { pack } from './pack';

const changes = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255)),
  {
    maxLength: 12,
  },
);
const cuts = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true }));

/** Whatever follows the first bytes of its kind, a container keeps to its budget and its time. */
export async function survivesAnything(container: Container, magic: Uint8Array): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4096, size: 'max' }), async (rest) => {
      const found = await hardship(container, pack(magic, rest));
      if (found) throw new Error(found);
    }),
    { numRuns: 100 },
  );
}

/** Good files with some bytes changed or their end missing. */
export async function survivesChanges(container: Container, samples: readonly Uint8Array[]): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...samples), changes, cuts, async (sample, drawn, kept) => {
      const found = await hardship(container, mutated(sample, drawn, kept));
      if (found) throw new Error(found);
    }),
    { numRuns: 300 },
  );
}
