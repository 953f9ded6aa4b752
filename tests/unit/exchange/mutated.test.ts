// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../support/indexeddb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEEP_ALL, withRule } from '@/utils/exchange/import-choices';
import { type ImportPreview, planImport } from '@/utils/exchange/import-plan';
import { runImport } from '@/utils/exchange/import-run';
import { ReportStore } from '@/utils/storage/reports';
import { createRandom, type Random } from '../../../scripts/bench/random';
import { makePost, makeReport } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { stopwatch } from '../../support/stopwatch';
import { FILES, mutate, ORIGINALS, SLOW_MS } from '../import/mutations';
import { contentOf } from '../storage/exchange-support';
import { ME } from './import-files';

/** Every so many of the files that can be imported are. */
const EACH = 40;

let store: ReportStore;
beforeAll(async () => {
  let time = Date.UTC(2026, 10, 1);
  store = new ReportStore('1', newDatabaseName(), () => (time += 1_000));
  const here = (id: string) => makeReport({ id: `here-${id}`, post: makePost({ id }), note: '这里的' });
  await store.addMany([here('a'), here('x')]);
});
afterAll(() => store.close());

function fileOf(original: Uint8Array, random: Random): File {
  return new File([mutate(original, random)], 'damaged', { lastModified: 1 });
}

function isImportable({ head, counts }: ImportPreview): boolean {
  return head !== undefined && counts.new + counts.added + counts.differs > 0;
}

describe('damaged files', () => {
  test.each(ORIGINALS)(
    'of a %s leave the store as it is until they are confirmed, and can be taken back then',
    async (name, original) => {
      const random = createRandom(100 + name.length);
      const before = await contentOf(store);
      const fingerprint = await store.fingerprint();
      let slowest = 0;
      const good: { file: File; preview: ImportPreview }[] = [];
      for (let i = 0; i < FILES / ORIGINALS.length; i++) {
        const file = fileOf(original, random);
        const spent = stopwatch();
        const preview = await planImport(file, { store, me: ME, whose: { mine: i % 3 === 0 } });
        slowest = Math.max(slowest, spent());
        if (isImportable(preview)) good.push({ file, preview });
      }
      expect(slowest).toBeLessThan(SLOW_MS);
      expect(await store.fingerprint()).toBe(fingerprint);
      expect(await store.imports()).toHaveLength((await store.imports()).filter(isUndone).length);
      expect(good.length).toBeGreaterThan(FILES / ORIGINALS.length / 10);
      for (let i = 0; i < good.length; i += EACH) {
        const { file, preview } = good[i]!;
        const result = await runImport(file, preview, {
          store,
          me: ME,
          whose: { mine: preview.whose.mine },
          choices: withRule(KEEP_ALL, i % 2 === 0 ? 'theirs' : 'keep'),
          restoreSettings: async () => {},
          onWritten: async () => {},
          onTakingBack: () => {},
        });
        expect(['done', 'failed']).toContain(result.state);
        await store.undoImport(result.importId);
      }
      expect(settled(await contentOf(store))).toEqual(settled(before));
      expect((await store.verify()).problems).toEqual([]);
    },
    240_000,
  );
});

const isUndone = ({ state }: { state: string }) => state === 'undone';

/** Taking back what was taken over is a change too: only its time stays. */
function settled(content: Record<string, unknown>): unknown {
  const said = (entry: unknown) => {
    const { said: report, ...rest } = entry as { said: Record<string, unknown> };
    return { ...rest, said: { ...report, updatedAt: 0 } };
  };
  return Object.fromEntries(Object.entries(content).map(([key, entry]) => [key, said(entry)]));
}
