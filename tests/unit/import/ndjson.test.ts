import { describe, expect, test } from 'vitest';
import { makeDraft, makePost, makeReport } from '../../support/builders';
import { stopwatch } from '../../support/stopwatch';
import {
  codesOf,
  HEAD,
  incomingOf,
  keysOf,
  ndjson,
  pictureLine,
  problemsOf,
  readAll,
  reportLine,
  webp,
} from './files';

const post = (id: string) => makePost({ id });
const line = (id: string) => reportLine(makeReport({ id, post: post(id) }));

describe('lines of our own', () => {
  test('a report comes back whole, with what was absent before a change', async () => {
    const report = makeReport({ tags: ['复核'], status: 'confirmed', decidedAt: 5, note: '已核对' });
    const entry = { seq: 4, reportId: report.id, at: 5, action: 'tags' as const };
    const visit = { seq: 2, reportId: report.id, at: 6, changes: ['gone' as const] };
    const items = await readAll(
      ndjson([
        reportLine(report, { history: [{ ...entry, before: {}, absent: ['tags'] }], visits: [visit] }),
      ]),
    );
    expect(codesOf(items)).toEqual([]);
    const [head, item, end] = items;
    expect(head).toEqual({ type: 'head', head: { format: 'ndjson', head: HEAD, encoding: 'utf-8' } });
    expect(item).toEqual({
      type: 'report',
      incoming: {
        row: 2,
        report,
        history: [{ ...entry, before: { tags: undefined } }],
        visits: [visit],
        pictures: [],
      },
    });
    expect(incomingOf(items)[0]?.history[0]?.before).toHaveProperty('tags');
    expect(end).toEqual({ type: 'end', end: { kind: 'end', reports: 1, dismissals: 0 } });
  });

  test('what this version does not know is left out', async () => {
    const report = { ...makeReport(), rev: 3, seal: 'x', mood: 'good' };
    const [incoming] = incomingOf(await readAll(ndjson([reportLine(report)])));
    expect(incoming?.report).toEqual(makeReport());
  });

  test('a backup brings dismissals and settings; another file does not', async () => {
    const lines = [
      { kind: 'dismissal' as const, postKey: 'weibo:thread:1' as const, rules: ['a/b'], at: 3 },
      { kind: 'settings' as const, values: { savedViews: [] } },
    ];
    const items = await readAll(ndjson(lines, { backup: true }));
    expect(items.slice(1, 3)).toEqual([
      { type: 'dismissal', dismissal: { postKey: 'weibo:thread:1', rules: ['a/b'], at: 3 } },
      { type: 'settings', values: { savedViews: [] } },
    ]);
    expect(codesOf(await readAll(ndjson(lines)))).toEqual(['row-shape', 'row-shape', 'no-reports']);
  });

  test('a masked file makes masked reports', async () => {
    const [incoming] = incomingOf(await readAll(ndjson([reportLine()], { masked: true })));
    expect(incoming?.masked).toBe(true);
  });

  test('UTF-16 and a byte-order mark are read as well', async () => {
    const text = ndjson([line('a')]);
    for (const bytes of [Buffer.from(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      expect(keysOf(await readAll(new Uint8Array(bytes)))).toEqual(['xiaohongshu:note:a']);
    }
  });
});

type Fields = Record<string, unknown>;
/** A line in which anything can be written. */
type Loose = { report: Fields & { post: Fields }; history: unknown };

describe('one bad row', () => {
  const shape = async (change: (line: Loose) => void) => {
    const bad = structuredClone(line('bad')) as unknown as Loose;
    change(bad);
    const items = await readAll(ndjson([line('a'), bad as unknown as ReturnType<typeof line>, line('c')]));
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a', 'xiaohongshu:note:c']);
    const [problem, ...more] = problemsOf(items);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ row: 3 });
    return `${problem?.code} ${problem?.detail}`;
  };

  test.each<[string, (line: Loose) => void, RegExp]>([
    [
      'script address',
      ({ report }) => (report.post.url = 'javascript:alert(1)'),
      /report\.post\.url: expected a web/,
    ],
    ['no object', ({ report }) => (report.note = 5), /^row-shape report\.note: expected/],
    ['foreign key', ({ report }) => (report.postKey = 'weibo:thread:1'), /postKey does not belong/],
    ['key of no post', ({ report }) => (report.post.id = 'x'), /key does not belong/],
    ['unknown status', ({ report }) => (report.status = 'ok'), /report\.status/],
    ['time beyond time', ({ report }) => (report.updatedAt = 1e300), /report\.updatedAt/],
    ['negative time', ({ report }) => (report.createdAt = -1), /report\.createdAt/],
    ['no time', ({ report }) => (report.post.publishedAt = 'yesterday'), /ISO 8601/],
    ['too long', ({ report }) => (report.note = 'x'.repeat(250_001)), /report\.note/],
    ['too many', ({ report }) => (report.tags = Array(2_001).fill('a')), /report\.tags/],
    [
      'labels that contradict',
      ({ report }) => (report.post.labels = { state: 'seen', items: [] }),
      /labels\.items/,
    ],
    [
      'history of another',
      (each) => (each.history = [{ seq: 1, reportId: 'other', at: 1, action: 'note' }]),
      /another report/,
    ],
    [
      'a field that reports do not have',
      (each) => (each.history = [{ seq: 1, reportId: 'bad', at: 1, action: 'note', absent: ['__proto__'] }]),
      /not a field/,
    ],
    [
      'two accounts of one',
      ({ report }) => {
        const { accounts: _, ...own } = structuredClone(report);
        const account = { reviewer: { id: 'r', name: '' }, report: own, steps: [] };
        report.accounts = [account, account];
      },
      /two accounts/,
    ],
  ])('%s', async (_, change, expected) => {
    expect(await shape(change)).toMatch(expected);
  });

  test('a detail stays short, whatever the row holds', async () => {
    const detail = await shape(({ report }) => (report.status = 'x'.repeat(100_000)));
    expect(detail.length).toBeLessThan(320);
  });

  test('no JSON, damaged bytes and a report said twice are each told with their row', async () => {
    const [head, a, b] = ndjson([line('a'), line('b')]).split('\n');
    const damaged = Buffer.from(`${a}\n`);
    damaged[damaged.indexOf('偶遇')] = 0xff;
    const end = '{"kind":"end","reports":5,"dismissals":0}\n';
    const file = Buffer.concat([
      Buffer.from(`${head}\n{"kind":"rep\n`),
      damaged,
      Buffer.from(`${a}\n${a}\n${b}\n${end}`),
    ]);
    const items = await readAll(new Uint8Array(file));
    expect(problemsOf(items).map(({ code, row }) => `${code} ${row}`)).toEqual([
      'row-json 2',
      'encoding 3',
      'row-repeated 5',
    ]);
    const offset = Buffer.byteLength(`${head}\n{"kind":"rep\n`) + damaged.indexOf(0xff);
    expect(Math.abs(Number(problemsOf(items)[1]?.detail) - offset)).toBeLessThan(4);
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a', 'xiaohongshu:note:b']);
  });

  test('a row that is too long is passed over', async () => {
    const long = `{"kind":"report","x":"${'x'.repeat(24_000_001)}"}\n`;
    const [head, a] = ndjson([line('a')]).split('\n');
    const items = await readAll(`${head}\n${long}${a}\n{"kind":"end","reports":2,"dismissals":0}`);
    expect(problemsOf(items)).toEqual([{ code: 'row-large', row: 2, detail: '' }]);
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a']);
  });

  test('a row of nothing but signs is not even parsed', async () => {
    const signs = `{"kind":"report","report":[${'[],'.repeat(3_000_000)}[]]}\n`;
    const [head, a] = ndjson([line('a')]).split('\n');
    const spent = stopwatch();
    const items = await readAll(`${head}\n${signs}${a}\n{"kind":"end","reports":2,"dismissals":0}`);
    expect(problemsOf(items)).toEqual([{ code: 'row-large', row: 2, detail: '' }]);
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a']);
    expect(spent()).toBeLessThan(2_000);
  });
});

describe('the file as a whole', () => {
  test('without its end it was cut off, and what is there comes', async () => {
    const text = ndjson([line('a'), line('b')]);
    const items = await readAll(text.slice(0, text.indexOf('"id":"b"')));
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a']);
    expect(codesOf(items)).toEqual(['cut-off']);
    expect(items.at(-1)).toEqual({ type: 'end', end: undefined });
  });

  test('fewer reports than its end says were lost', async () => {
    const lines = ndjson([line('a'), line('b')]).split('\n');
    lines.splice(2, 1);
    expect(problemsOf(await readAll(lines.join('\n')))).toEqual([{ code: 'cut-off', detail: '1 / 2' }]);
  });

  test.each([
    ['newer', ndjson([line('a')], { version: 2 as 1 })],
    ['not-ours', '{"videoID":"x","segment":[1,2],"UUID":"y"}\n'],
    ['not-ours', '{"kind":"qingjian","version":1}\n'],
    ['not-ours', '{nonsense'],
    ['cut-off', '{"kind":"qingjian","version":1,"expor'],
    ['not-ours', '[{"kind":"qingjian"}]'],
    ['empty', ''],
    ['empty', ' \n\n'],
    ['empty', '\ufeff'],
  ])('%s: %s', async (code, text) => {
    const items = await readAll(text);
    expect(problemsOf(items)).toMatchObject([{ code, fatal: true }]);
    expect(items).toHaveLength(1);
  });

  test('names what it looks like', async () => {
    expect(problemsOf(await readAll('{"videoID":"x","segment":[1,2]}'))[0]).toMatchObject({
      looks: 'sponsorblock',
      detail: 'videoID, segment',
    });
  });

  test('of two files in one only the first is taken: the other may be of another reviewer', async () => {
    const items = await readAll(ndjson([line('a')]) + ndjson([line('b')]));
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a']);
    expect(problemsOf(items)).toMatchObject([{ code: 'row-shape', row: 4, fatal: true }]);
  });

  test('more problems than anybody reads end it', async () => {
    const [head] = ndjson([]).split('\n');
    const items = await readAll(`${head}\n${'{}\n'.repeat(3_000)}`);
    expect(codesOf(items).slice(-2)).toEqual(['row-shape', 'too-many-problems']);
    expect(codesOf(items)).toHaveLength(1_001);
  });
});

describe('pictures', () => {
  const bytes = webp('one');
  const base64 = Buffer.from(bytes).toString('base64');
  const read = async (picture: object) => {
    const report = makeReport({ post: makeDraft().post });
    return await readAll(ndjson([reportLine(report, { pictures: [picture as never] })]));
  };
  const load = async (picture: object) => incomingOf(await read(picture))[0]!.pictures[0]!.load();

  test('are loaded when they are needed', async () => {
    const blob = await load(pictureLine(bytes, { base64 }));
    expect(blob.type).toBe('image/webp');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes);
  });

  test.each([
    ['its SHA-256', pictureLine(bytes, { base64, sha256: '0'.repeat(64) })],
    ['instead of', pictureLine(bytes, { base64, size: 5 })],
    ['no WebP', pictureLine(new TextEncoder().encode('GIF89a...'), { base64: btoa('GIF89a...') })],
    ['', pictureLine(bytes, { base64: '%%%' })],
  ])('are refused: %s', async (message, picture) => {
    await expect(load(picture)).rejects.toThrow(message);
  });

  test.each([
    ['not in the file', pictureLine(bytes, { file: 'pictures/x.webp' })],
    ['type: ', pictureLine(bytes, { base64, type: 'image/svg+xml' })],
    ['size: ', pictureLine(bytes, { base64, size: 50_000_000 })],
    ['sha256: ', pictureLine(bytes, { base64, sha256: 'x' })],
  ])('that cannot be loaded are told of, and the report comes: %s', async (detail, picture) => {
    const items = await read(picture);
    expect(incomingOf(items)[0]?.pictures).toEqual([]);
    expect(problemsOf(items)).toMatchObject([
      { code: 'picture', row: 2, detail: expect.stringContaining(detail) },
    ]);
  });
});
