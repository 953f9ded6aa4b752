import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hardship } from '@/tests/support/media/hardship';
import { LABELLED_FILES } from '@/tests/support/media/labelled-files';
import { pack } from '@/tests/support/media/pack';
import { memorySource, readContainer } from '@/tests/support/media/read-container';
import type { Container } from '@/utils/evidence/media/define-container';
import { containers, readMedia } from '@/utils/evidence/media/read-media';

async function harmless(container: Container, file: Uint8Array): Promise<void> {
  container.recognises(file.subarray(0, 4096));
  expect(await hardship(container, file)).toBeUndefined();
  for (const carrier of (await readContainer(container, file)).carriers) {
    if (carrier.type === 'statement') expect(carrier.value.length).toBeLessThanOrEqual(65_536);
  }
}

describe.each(
  LABELLED_FILES.map(([container, file], index) => [`${container.id} (${index})`, container, file] as const),
)('%s', (_, container, file) => {
  test('is recognised by its reader alone, and found to be labelled', async () => {
    const head = file.subarray(0, 4096);
    expect(containers.filter(({ recognises }) => recognises(head))).toEqual([container]);
    const { verdict, evidence, ended } = await readMedia(memorySource(file));
    expect({ verdict, ended }).toEqual({ verdict: 'ai', ended: undefined });
    expect(evidence[0]).toMatchObject({ mechanism: 'gb45438', strength: 'B1' });
  });

  test('any bytes after its first ones are harmless', async () => {
    const bytes = fc.uint8Array({ maxLength: 4000, size: 'max' });
    const kept = fc.integer({ min: 0, max: 64 });
    await fc.assert(
      fc.asyncProperty(bytes, kept, (rest, length) =>
        harmless(container, pack(file.subarray(0, length), rest)),
      ),
      { numRuns: 100 },
    );
  });

  test('changed in some places, cut off, or with something put in, it is harmless', async () => {
    const place = fc.oneof(
      fc.nat(file.length),
      fc.nat(Math.min(file.length, 600)),
      fc.integer({ min: file.length - 600, max: file.length }),
    );
    const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));
    const changes = fc.array(fc.tuple(place, value), { maxLength: 12 });
    const cut = fc.option(fc.nat(file.length), { nil: file.length });
    const inserted = fc.uint8Array({ maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(changes, cut, inserted, place, (all, length, extra, at) => {
        const mutant = file.slice();
        for (const [where, byte] of all) if (where >= 0) mutant[where] = byte;
        return harmless(
          container,
          pack(mutant.subarray(0, Math.max(0, at)), extra, mutant.subarray(Math.max(0, at), length)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
