// @vitest-environment node
// In happy-dom a blob does not survive being stored.
import '../../../support/indexeddb';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '@/utils/storage/ledger/problems';
import { ReportStore } from '@/utils/storage/reports';
import { SEALED_TABLES } from '@/utils/storage/tables';
import { makeMediaCheck } from '../../../support/any-media-checks';
import { makeDraft, makePost } from '../../../support/builders';
import { newDatabaseName } from '../../../support/database-name';
import { behindItsBack, rawRows } from '../raw';

let name: string;
let store: ReportStore;
let time = 0;

beforeEach(() => {
  time = 1_000;
  name = newDatabaseName();
  store = new ReportStore(
    '1.2.3',
    name,
    () => ++time,
    async () => '小林',
  );
});
afterEach(() => store.close());

const check = makeMediaCheck();
const draft = (id: string) =>
  makeDraft({ post: makePost({ id, media: [check.media] }), mediaChecks: [check] });

/** Something in every table. */
async function fill() {
  const first = await store.file(draft('1'), new Blob(['one']));
  const second = await store.file(draft('2'), new Blob(['two']));
  await store.file(draft('2'));
  await store.editMany([first.reportId, second.reportId], { action: 'status', status: 'confirmed' });
  await store.recordVisit({ reportId: first.reportId, changes: ['edited'], text: '改过' });
  await store.recordVisit({ reportId: second.reportId, changes: ['gone'] });
  await store.dismissMany([
    { postKey: 'zhihu:answer:8', rules: ['a/x'] },
    { postKey: 'zhihu:answer:9', rules: ['a/x'] },
  ]);
  return { first, second };
}

async function problems(): Promise<Problem[]> {
  return (await store.verify()).problems;
}

const TABLES = [...SEALED_TABLES, 'tallies', 'totals', 'ledger'] as const;
const KEYS: Partial<Record<string, string>> = {
  history: 'seq',
  visits: 'seq',
  dismissals: 'postKey',
  tallies: 'rule',
};
const pathOf = (table: string) => KEYS[table] ?? 'id';
const keyOf = (table: string, row: Record<string, unknown>) => row[pathOf(table)] as IDBValidKey;

describe('verifying', () => {
  test('finds nothing where only the store has written, and says what it looked at', async () => {
    await fill();
    const verification = await store.verify();
    expect(verification).toMatchObject({
      cancelled: false,
      found: 0,
      problems: [],
      since: 1_001,
      checked: { reports: 2, history: 5, evidence: 2, visits: 2, dismissals: 2 },
    });
    expect(verification.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect((await store.verify()).fingerprint).toBe(verification.fingerprint);
    await store.dismiss('zhihu:answer:7', []);
    expect((await store.verify()).fingerprint).not.toBe(verification.fingerprint);
  });

  test('of an empty database finds nothing', async () => {
    expect(await store.verify()).toMatchObject({ found: 0, checked: { reports: 0, history: 0 } });
  });

  test.each(TABLES)('finds a change of any field of any row of %s', async (table) => {
    await fill();
    for (const row of await rawRows(name, table)) {
      for (const field of Object.keys(row)) {
        const key = keyOf(table, row);
        const other = { ...row, [field]: changed(row[field]) };
        await behindItsBack(name, table, (rows) => {
          if (keyOf(table, other) !== key) rows.delete(key);
          return rows.put(other);
        });
        expect(await problems(), `${table} ${String(key)}.${field}`).not.toEqual([]);
        await behindItsBack(name, table, (rows) => {
          if (keyOf(table, other) !== key) rows.delete(keyOf(table, other));
          return rows.put(row);
        });
      }
    }
    expect(await problems()).toEqual([]);
  });

  test.each(TABLES)('finds any row of %s that was removed, and one that was added', async (table) => {
    await fill();
    for (const row of await rawRows(name, table)) {
      await behindItsBack(name, table, (rows) => rows.delete(keyOf(table, row)));
      expect(await problems(), `${table} ${String(keyOf(table, row))} removed`).not.toEqual([]);
      await behindItsBack(name, table, (rows) => rows.put(row));
    }
    const [row] = await rawRows(name, table);
    const path = pathOf(table);
    const added = { ...row, [path]: path === 'seq' ? 999 : 'added', postKey: 'added' };
    await behindItsBack(name, table, (rows) => rows.put(added));
    // A further row in the tables of one row is read by nobody.
    if (table === 'totals' || table === 'ledger') return;
    expect(await problems(), `${table} added`).not.toEqual([]);
  });

  test('finds a field that was added', async () => {
    await fill();
    for (const table of SEALED_TABLES) {
      const [row] = await rawRows(name, table);
      await behindItsBack(name, table, (rows) => rows.put({ ...row, remark: '' }));
      expect(await problems(), table).toMatchObject([{ table, kind: 'changed' }]);
      await behindItsBack(name, table, (rows) => rows.put(row));
    }
  });

  test('names the report, and still does so after the product has written it again', async () => {
    const { first } = await fill();
    const row = (await rawRows(name, 'reports')).find(({ id }) => id === first.reportId)!;
    await behindItsBack(name, 'reports', (rows) => rows.put({ ...row, note: '被改过' }));
    expect(await problems()).toEqual([
      { table: 'reports', key: first.reportId, reportId: first.reportId, kind: 'changed' },
    ]);
    await store.edit(first.reportId, { action: 'status', status: 'new' });
    expect(await problems()).toMatchObject([{ table: 'history', reportId: first.reportId, kind: 'chain' }]);
  });

  test('finds a word of evidence of a file that was changed', async () => {
    const { first } = await fill();
    const row = (await rawRows(name, 'reports')).find(({ id }) => id === first.reportId)!;
    const mediaChecks = [{ ...check, evidence: [{ ...check.evidence[0], producer: '别人' }] }];
    await behindItsBack(name, 'reports', (rows) => rows.put({ ...row, mediaChecks }));
    expect(await problems()).toMatchObject([{ reportId: first.reportId, kind: 'changed' }]);
  });

  test('finds a report that was taken out with all that tells of it', async () => {
    const { second } = await fill();
    for (const table of ['reports', 'history', 'evidence', 'visits']) {
      for (const row of await rawRows(name, table)) {
        if ((row.reportId ?? row.id) !== second.reportId) continue;
        await behindItsBack(name, table, (rows) => rows.delete(keyOf(table, row)));
      }
    }
    const found = await problems();
    for (const table of ['reports', 'history', 'evidence', 'visits']) {
      expect(found).toContainEqual({ table, key: '', kind: 'missing' });
    }
  });

  test('finds a picture whose bytes were changed', async () => {
    const { first } = await fill();
    const row = (await rawRows(name, 'evidence')).find(({ reportId }) => reportId === first.reportId)!;
    await behindItsBack(name, 'evidence', (rows) => rows.put({ ...row, blob: new Blob(['0ne']) }));
    expect(await problems()).toEqual([
      { table: 'evidence', key: row.id, reportId: first.reportId, kind: 'picture' },
    ]);
  });

  test('counts more problems than it keeps', async () => {
    await store.dismissMany(
      Array.from({ length: 1_100 }, (_, i) => ({ postKey: `zhihu:answer:${i}` as const, rules: [] })),
    );
    const db = await rawRows(name, 'dismissals');
    await behindItsBack(name, 'dismissals', (rows) => {
      let last: IDBRequest = rows.count();
      for (const row of db) last = rows.put({ ...row, at: 5 });
      return last;
    });
    const { problems: kept, found } = await store.verify();
    expect(kept).toHaveLength(1_000);
    expect(found).toBe(1_100);
  });

  test('says how far it is, and stops when it is told to', async () => {
    await fill();
    const steps: [number, number][] = [];
    await store.verify({ onProgress: (...step) => steps.push(step) });
    expect(steps.at(-1)).toEqual([13, 13]);
    expect(await store.verify({ signal: AbortSignal.abort() })).toMatchObject({ cancelled: true, found: 0 });
  });

  test('is not misled by what is written meanwhile', async () => {
    const { first } = await fill();
    let written: Promise<unknown> | undefined;
    const verification = await store.verify({
      onProgress: () => {
        written ??= store.edit(first.reportId, { action: 'note', note: '同时' });
      },
    });
    await written;
    expect(verification).toMatchObject({ found: 0 });
    expect((await store.verify()).found).toBe(0);
  });
});

describe('what was found', () => {
  test('counts can be counted again', async () => {
    await fill();
    await behindItsBack(name, 'totals', (rows) => rows.clear());
    await behindItsBack(name, 'tallies', (rows) => rows.clear());
    expect((await problems()).map(({ kind }) => kind)).toContain('count');
    await store.recount();
    expect(await problems()).toEqual([]);
    expect(await store.totals()).toMatchObject({ reports: 2, statuses: { confirmed: 2 }, pictures: 2 });
  });

  test('ends with a ledger that is begun anew, from the rows as they stand', async () => {
    const { first, second } = await fill();
    const row = (await rawRows(name, 'reports')).find(({ id }) => id === first.reportId)!;
    await behindItsBack(name, 'reports', (rows) => rows.put({ ...row, note: '被改过' }));
    await behindItsBack(name, 'reports', (rows) => rows.delete(second.reportId));
    await store.beginLedger();
    const verification = await store.verify();
    expect(verification).toMatchObject({ found: 0, checked: { reports: 1, evidence: 1, visits: 1 } });
    expect(verification.since).toBeGreaterThan(1_001);
    const full = await store.get(first.reportId);
    expect(full?.report.note).toBe('被改过');
    expect(full?.history.every(({ resealedAt }) => resealedAt === verification.since)).toBe(true);
  });
});

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'string') return `${value}x`;
  if (value instanceof Blob) return new Blob(['other']);
  if (Array.isArray(value)) return [...value, 'x'];
  return value === null ? 'x' : { ...(value as object), x: 1 };
}
