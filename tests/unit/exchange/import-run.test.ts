import '../../support/indexeddb';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toBase64 } from '@/utils/base64';
import { StorageError } from '@/utils/errors';
import { KEEP_ALL, withField, withRule } from '@/utils/exchange/import-choices';
import { planImport } from '@/utils/exchange/import-plan';
import { type RunOptions, type RunResult, runImport } from '@/utils/exchange/import-run';
import { ChangedFileError } from '@/utils/exchange/import-writing';
import type { PictureLine, ReportLine } from '@/utils/model/exchange';
import type { Report } from '@/utils/model/report';
import { ReportStore } from '@/utils/storage/reports';
import { makeReport } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { behindItsBack } from '../storage/raw';
import { csvFile, ME, ndjsonFile, reportOn, THEM } from './import-files';

let store: ReportStore;
let name: string;
let time: number;
beforeEach(() => {
  name = newDatabaseName();
  time = Date.UTC(2026, 9, 9);
  store = new ReportStore('0.1.0', name, () => (time += 1_000));
});
afterEach(() => {
  vi.restoreAllMocks();
  store.close();
});

async function run(file: File, parts: Partial<RunOptions> = {}): Promise<RunResult> {
  const { whose = {} } = parts;
  const preview = await planImport(file, { store, me: ME, whose });
  return runImport(file, preview, { ...options(), ...parts });
}

function options(): RunOptions {
  return {
    store,
    me: ME,
    whose: {},
    choices: KEEP_ALL,
    restoreSettings: async () => {},
    onWritten: async () => {},
    onTakingBack: () => {},
  };
}

const here = (id: string, parts: Partial<Report> = {}) =>
  makeReport({ ...reportOn(id), id: `here-${id}`, ...parts });
const stored = async (id: string) => (await store.findByPost(reportOn(id).postKey))!;

/** All that the store holds, by post, but for the numbers of its writes. */
async function content(): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const wholes of store.wholes()) {
    for (const { report, visits, evidence } of wholes) {
      const { id: _id, rev: _rev, seal: _seal, chain: _chain, updatedAt: _at, ...rest } = report;
      rows.push({ ...rest, visits: visits.length, pictures: evidence.map((each) => each.sha256) });
    }
  }
  return rows;
}

function withPicture(report: Report, breakIt: Partial<PictureLine> = {}): ReportLine {
  const bytes = new TextEncoder().encode(`RIFF\0\0\0\0WEBP${report.id}`);
  const picture: PictureLine = {
    kind: 'screenshot',
    at: 5,
    filing: 1,
    size: bytes.length,
    type: 'image/webp',
    sha256: bytesToHex(sha256(bytes)),
    base64: toBase64(bytes.buffer),
    ...breakIt,
  };
  const entry = { seq: 1, reportId: report.id, at: report.createdAt, action: 'filed' as const };
  return { kind: 'report', report, history: [entry], visits: [], pictures: [picture] };
}

describe('an import', () => {
  test('brings what the preview has shown, and says so in the journal', async () => {
    await store.addMany([here('a', { note: '我的' })]);
    const file = ndjsonFile([reportOn('a', { note: '别的' }), reportOn('b')]);
    const posts: string[] = [];
    const result = await run(file, { onWritten: async (keys) => void posts.push(...keys) });
    expect(result).toMatchObject({ state: 'done', problems: [] });
    expect((await stored('a')).note).toBe('我的');
    expect((await stored('a')).accounts).toMatchObject([{ reviewer: THEM, report: { note: '别的' } }]);
    expect((await stored('b')).adopted).toBe(THEM.id);
    expect(posts).toEqual([reportOn('a').postKey, reportOn('b').postKey]);
    expect(await store.imports()).toMatchObject([
      { id: result.importId, state: 'done', file: 'theirs.ndjson', sender: THEM, mine: false, by: ME },
    ]);
    expect((await store.imports())[0]?.counts).toMatchObject({ added: 1, merged: 1, same: 0, taken: 0 });
  });

  test('of a table stands in the journal under the names that its rows hold', async () => {
    const many = ['甲', '乙', '丙', '丁'].map((name, i) => ({ id: `reviewer-${i}`, name }));
    await run(csvFile([reportOn('1'), reportOn('2')], [THEM]));
    await run(csvFile([reportOn('3'), reportOn('4')], [THEM, many[0]!]));
    await run(
      csvFile(
        many.map(({ id }) => reportOn(id)),
        many,
      ),
    );
    const senders = (await store.imports()).map(({ sender }) => sender.name).toSorted();
    expect(senders).toEqual(['小鉴', '小鉴, 甲', '甲, 乙, 丙, …'].toSorted());
  });

  test('said again changes nothing, and is told to be nothing new', async () => {
    const file = ndjsonFile([withPicture(reportOn('a')), reportOn('b')]);
    await run(file);
    const before = await content();
    expect((await planImport(file, { store, me: ME })).counts).toMatchObject({ new: 0, added: 0, same: 2 });
    await run(file);
    expect(await content()).toEqual(before);
    expect((await store.imports())[0]?.counts).toMatchObject({ added: 0, merged: 0, same: 2, pictures: 0 });
  });

  test('takes what the reader chose, of one field or of all, and nothing else', async () => {
    await store.addMany([here('a', { note: '一', tags: ['甲'] }), here('b', { note: '一' })]);
    const file = ndjsonFile([reportOn('a', { note: '二', tags: ['乙'] }), reportOn('b', { note: '二' })]);
    await run(file, { choices: withField(KEEP_ALL, reportOn('a').postKey, 'note', true) });
    expect(await stored('a')).toMatchObject({ note: '二', tags: ['甲'] });
    expect((await stored('b')).note).toBe('一');
    const all = await run(file, { choices: withRule(KEEP_ALL, 'theirs') });
    expect(await stored('a')).toMatchObject({ note: '二', tags: ['乙'] });
    expect((await stored('b')).note).toBe('二');
    await store.undoImport(all.importId);
    expect(await stored('a')).toMatchObject({ note: '二', tags: ['甲'] });
  });

  test('of many parts with pictures comes whole', async () => {
    const many = Array.from({ length: 450 }, (_, i) =>
      i % 50 === 0 ? withPicture(reportOn(`p${i}`)) : reportOn(`p${i}`),
    );
    const calls = vi.spyOn(store, 'importReports');
    await run(ndjsonFile(many));
    expect(calls.mock.calls.map(([, parts]) => parts.length)).toEqual([200, 200, 50]);
    expect(await store.totals()).toMatchObject({ reports: 450, pictures: 9 });
  });

  test('leaves out pictures that cannot be used, and keeps their reports', async () => {
    const file = ndjsonFile([withPicture(reportOn('a'), { size: 3 }), withPicture(reportOn('b'))]);
    const result = await run(file);
    expect(result).toMatchObject({ state: 'done', problems: [{ code: 'picture', row: 2 }] });
    expect(await store.totals()).toMatchObject({ reports: 2, pictures: 1 });
  });

  test('leaves a post alone whose row here cannot be read', async () => {
    await store.addMany([here('a')]);
    await behindItsBack(name, 'reports', (rows) => {
      const request = rows.get('here-a');
      request.onsuccess = () => rows.put({ ...request.result, status: 7 });
      return request;
    });
    expect(await run(ndjsonFile([reportOn('a'), reportOn('b')]))).toMatchObject({ state: 'done' });
    expect(await store.count()).toBe(2);
    expect((await store.rows(['here-a']))[0]).toMatchObject({ status: 7 });
  });
});

describe('a backup of the reader’s own', () => {
  const backup = (reviewer = ME) =>
    ndjsonFile([reportOn('a', { status: 'confirmed', decidedAt: 7, note: '我的' })], {
      reviewer,
      backup: true,
      dismissals: [{ postKey: 'zhihu:answer:9', rules: ['x'], at: 5 }],
      settings: { reviewer: '阿青' },
    });

  test('comes back as their own, with its dismissals, and with settings when these are chosen', async () => {
    const restoreSettings = vi.fn(async () => {});
    await run(backup(), { restoreSettings });
    expect(restoreSettings).not.toHaveBeenCalled();
    expect(await stored('a')).toMatchObject({ status: 'confirmed', note: '我的' });
    expect((await stored('a')).adopted).toBeUndefined();
    expect(await store.decided(['zhihu:answer:9'])).toMatchObject({ dismissed: ['zhihu:answer:9'] });
    await run(backup(), { restoreSettings, choices: { ...KEEP_ALL, settings: true } });
    expect(restoreSettings).toHaveBeenCalledExactlyOnceWith({ reviewer: '阿青' });
  });

  test('of another computer does so when the reader says that it is theirs', async () => {
    await run(backup({ id: 'an-old-id', name: '阿青' }), { whose: { mine: true } });
    expect((await stored('a')).adopted).toBeUndefined();
    expect(await store.imports()).toMatchObject([{ mine: true }]);
  });

  test('of somebody else brings neither dismissals nor settings', async () => {
    const restoreSettings = vi.fn(async () => {});
    await run(backup(THEM), { restoreSettings, choices: { ...KEEP_ALL, settings: true } });
    expect(restoreSettings).not.toHaveBeenCalled();
    expect(await store.decided(['zhihu:answer:9'])).toMatchObject({ dismissed: [] });
    expect((await stored('a')).adopted).toBe(THEM.id);
  });
});

describe('a file that claims to be from here', () => {
  const file = ndjsonFile([reportOn('a', { note: '冒充', status: 'confirmed', decidedAt: 9 })], {
    reviewer: ME,
    dismissals: [{ postKey: 'zhihu:answer:9', rules: ['x'], at: 5 }],
    backup: true,
  });

  test('is somebody else’s where the reader says that they did not make it', async () => {
    expect(await run(file, { whose: { mine: false } })).toMatchObject({ state: 'done' });
    const { adopted, statusFrom, accounts } = await stored('a');
    expect(adopted).toBe(`not:${ME.id}`);
    expect([statusFrom, accounts?.[0]?.reviewer.id]).toEqual([adopted, adopted]);
    expect((await store.decided(['zhihu:answer:9'])).dismissed).toEqual([]);
  });

  test('and is taken for the reader’s brings back marked reports, and leaves those alone that are here', async () => {
    await store.addMany([here('a', { note: '我的' })]);
    await run(file);
    expect(await stored('a')).toMatchObject({ note: '我的', status: 'new' });
    await store.removeMany(['here-a']);
    await run(file);
    expect((await stored('a')).restored).toEqual({ steps: 0 });
  });
});

describe('an import that does not come to its end', () => {
  const many = Array.from({ length: 450 }, (_, i) => reportOn(`p${i}`));

  test('is taken back when it is cancelled', async () => {
    await store.addMany([here('p0', { note: '我的' })]);
    const before = await content();
    const cancel = new AbortController();
    const takingBack = vi.fn();
    const told: number[] = [];
    const result = await run(ndjsonFile(many), {
      signal: cancel.signal,
      onWritten: async (posts) => {
        told.push(posts.length);
        cancel.abort();
      },
      onTakingBack: takingBack,
    });
    expect(result).toMatchObject({ state: 'cancelled', undone: { removed: 199, restored: 1, kept: 0 } });
    expect(takingBack).toHaveBeenCalled();
    // Once when they were written, and once when they were taken back.
    expect(told).toEqual([200, 200]);
    expect(await content()).toEqual(before);
    expect(await store.imports()).toMatchObject([{ state: 'undone' }]);
    expect((await store.verify()).problems).toEqual([]);
  });

  test('is taken back when the database refuses a later part', async () => {
    const write = store.importReports.bind(store);
    vi.spyOn(store, 'importReports')
      .mockImplementationOnce(write)
      .mockRejectedValueOnce(new StorageError('full', new Error('no room')));
    const result = await run(ndjsonFile(many));
    expect(result).toMatchObject({ state: 'failed', error: { reason: 'full' }, undone: { removed: 200 } });
    expect(await store.count()).toBe(0);
  });

  test('says so when taking it back fails too: the journal goes on offering it', async () => {
    const full = new StorageError('full', new Error('no room'));
    vi.spyOn(store, 'importReports').mockRejectedValue(full);
    vi.spyOn(store, 'undoImport').mockRejectedValue(full);
    expect(await run(ndjsonFile(many))).toMatchObject({
      state: 'failed',
      undone: { error: full },
    });
    expect(await store.imports()).toMatchObject([{ state: 'running' }]);
  });

  test('is taken back when settings could not be restored', async () => {
    const file = ndjsonFile([reportOn('a')], { reviewer: ME, backup: true, settings: { reviewer: '阿青' } });
    const result = await run(file, {
      choices: { ...KEEP_ALL, settings: true },
      restoreSettings: () => Promise.reject(new Error('no room')),
    });
    expect(result.state).toBe('failed');
    expect(await store.count()).toBe(0);
  });
});

describe('a file that was changed since it was read', () => {
  test('is refused before anything is written', async () => {
    const file = ndjsonFile([reportOn('a')]);
    const preview = await planImport(file, { store, me: ME });
    const touched = new File([file], file.name, { lastModified: 2 });
    await expect(runImport(touched, preview, options())).rejects.toBeInstanceOf(ChangedFileError);
    const grown = new File([file, '\n'], file.name, { lastModified: 1 });
    await expect(runImport(grown, preview, options())).rejects.toBeInstanceOf(ChangedFileError);
    expect(await store.imports()).toEqual([]);
  });

  test('and yet looks the same is taken back', async () => {
    const preview = await planImport(ndjsonFile([reportOn('a')]), { store, me: ME });
    const other = ndjsonFile([reportOn('a'), reportOn('b')]);
    const result = await runImport(other, { ...preview, size: other.size }, options());
    expect(result).toMatchObject({ state: 'failed', error: { name: 'ChangedFileError' } });
    expect(await store.count()).toBe(0);
  });

  test('cannot be read any more: what was written is taken back', async () => {
    const file = ndjsonFile([reportOn('a')]);
    const preview = await planImport(file, { store, me: ME });
    const gone = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    vi.spyOn(file, 'slice').mockImplementation(gone);
    vi.spyOn(file, 'stream').mockImplementation(gone);
    const result = await runImport(file, preview, options());
    expect(result).toMatchObject({ state: 'failed', error: { name: 'ChangedFileError' } });
  });
});
