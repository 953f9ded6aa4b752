import { describe, expect, test } from 'vitest';
import { IMPORT_PROBLEMS } from '@/utils/import/problems';
import { createRandom } from '../../../scripts/bench/random';
import { stopwatch } from '../../support/stopwatch';
import { incomingOf, problemsOf, readAll } from './files';
import { FILES, mutate, ORIGINALS, SLOW_MS } from './mutations';

describe('damaged files', () => {
  test.each(ORIGINALS)(
    'of a %s are read without a crash, quickly, and with known problems',
    async (name, original) => {
      const random = createRandom(name.length);
      const seen = new Set<string>();
      let slowest = 0;
      for (let i = 0; i < FILES / ORIGINALS.length; i++) {
        const file = mutate(original, random);
        const spent = stopwatch();
        const items = await readAll(file);
        for (const { pictures } of incomingOf(items)) {
          for (const { load } of pictures)
            await load().catch((error: unknown) => expect(error).toBeInstanceOf(Error));
        }
        slowest = Math.max(slowest, spent());
        for (const { code } of problemsOf(items)) seen.add(code);
        const fatal = items.findIndex((item) => item.type === 'problem' && item.problem.fatal);
        expect([-1, items.length - 1]).toContain(fatal);
        expect(items.some(({ type }) => type === 'end')).toBe(fatal < 0);
      }
      expect([...seen].filter((code) => !(IMPORT_PROBLEMS as readonly string[]).includes(code))).toEqual([]);
      expect(seen.size).toBeGreaterThan(4);
      expect(slowest).toBeLessThan(SLOW_MS);
    },
    60_000,
  );
});
