import { describe, expect, test } from 'vitest';
import { COLUMNS, codesOf, csv, incomingOf, keysOf, problemsOf, readAll, row } from './files';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '\t=1',
  '＝1+1',
  '=HYPERLINK("http://x","y")',
];

describe('tables of ours', () => {
  test('a row is a report of its reviewer', async () => {
    const items = await readAll(
      csv([COLUMNS, row('a', { reviewer_id: 'r-2', reviewer_name: '乙', status: 'confirmed' })]),
    );
    expect(codesOf(items)).toEqual([]);
    expect(items[0]).toEqual({
      type: 'head',
      head: { format: 'csv', encoding: 'utf-8', columns: { known: COLUMNS, unknown: [] } },
    });
    expect(incomingOf(items)[0]).toMatchObject({
      row: 2,
      partial: true,
      reviewer: { id: 'r-2', name: '乙' },
      report: { postKey: 'xiaohongshu:note:a', status: 'confirmed', post: { title: '偶遇一位老人' } },
    });
    expect(items.at(-1)).toEqual({ type: 'end', end: undefined });
  });

  test.each([',', ';', '\t', '|'])('may be parted by %j', async (delimiter) => {
    expect(keysOf(await readAll(csv([COLUMNS, row('a'), row('b')], delimiter)))).toHaveLength(2);
  });

  test('may have been saved by other programs: mark, spaces, capitals, further columns, empty rows', async () => {
    const header = ['\ufeffPost_Key ', ' STATUS', ...COLUMNS.slice(2), '备注', ''];
    const items = await readAll(
      csv([header, [...row('a'), 'x', ''], Array(header.length).fill(''), [...row('b'), '', '']]),
    );
    expect(codesOf(items)).toEqual([]);
    expect(items[0]).toMatchObject({ head: { columns: { known: COLUMNS, unknown: ['备注'] } } });
    expect(incomingOf(items).map((each) => each.row)).toEqual([2, 4]);
  });

  test('line breaks, quotes, delimiters and emoji stand in cells', async () => {
    const title = '第一行\r\n第二行,"引号";\t😂';
    const [incoming] = incomingOf(await readAll(csv([COLUMNS, row('a', { title })])));
    expect(incoming?.report.post.title).toBe(title);
  });

  test('line ends of every kind', async () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const text = csv([COLUMNS, row('a'), row('b')]).replaceAll('\r\n', end);
      expect(keysOf(await readAll(text)), JSON.stringify(end)).toHaveLength(2);
      expect(keysOf(await readAll(text.slice(0, -end.length))), JSON.stringify(end)).toHaveLength(2);
    }
  });

  test.each(FORMULAS)('the apostrophe before %j is taken off', async (note) => {
    const [incoming] = incomingOf(await readAll(csv([COLUMNS, row('a', { reviewer_note: `'${note}` })])));
    expect(incoming?.report.note).toBe(note);
  });

  test.each([
    ['gb18030', Buffer.from(csv([['post_key', 'status', 'post_url', 'reported_at', 'title']]), 'latin1')],
  ])('%s, as spreadsheets in China save it', async (encoding, header) => {
    const cells = [
      'xiaohongshu:note:a',
      'new',
      'https://www.xiaohongshu.com/explore/a',
      '2026-10-02T03:04:05.000Z',
    ];
    const before = Buffer.from(`${cells.join(',')},`);
    // 偶遇老人 and 𠀀, the latter in four bytes
    const title = Buffer.from([0xc5, 0xbc, 0xd3, 0xf6, 0xc0, 0xcf, 0xc8, 0xcb, 0x95, 0x32, 0x82, 0x36]);
    const items = await readAll(new Uint8Array(Buffer.concat([header, before, title, Buffer.from('\r\n')])));
    expect(items[0]).toMatchObject({ head: { encoding } });
    expect(incomingOf(items)[0]?.report.post.title).toBe('偶遇老人𠀀');
  });

  test('UTF-16 with a mark', async () => {
    const text = `\ufeff${csv([COLUMNS, row('a')], '\t')}`;
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, big]) {
      expect(incomingOf(await readAll(new Uint8Array(bytes)))[0]?.report.post.title).toBe('偶遇一位老人');
    }
  });

  test('an odd byte of UTF-16 is told of', async () => {
    const text = Buffer.from(`\ufeff${csv([COLUMNS, row('a')])}`, 'utf16le');
    const items = await readAll(new Uint8Array(Buffer.concat([text, Buffer.from([65])])));
    expect(keysOf(items)).toHaveLength(1);
    expect(codesOf(items)).toEqual(['cut-off']);
  });
});

describe('bad rows leave the others', () => {
  const good = csv([row('c')]);
  const read = async (bad: string) => {
    const items = await readAll(csv([COLUMNS, row('a')]) + bad + good);
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a', 'xiaohongshu:note:c']);
    return problemsOf(items);
  };

  test('a quote in the middle', async () => {
    const bad = csv([row('b', { title: 'X' })]).replace('"X"', '"he said "no" twice"');
    expect(await read(bad)).toEqual([{ code: 'row-quotes', row: 3, detail: '' }]);
  });

  test('a quote that is never closed', async () => {
    const bare = good.replaceAll('"', '');
    const items = await readAll(`${csv([COLUMNS, row('a')])}"xiaohongshu:note:b,new\r\n${bare}${bare}`);
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a', 'xiaohongshu:note:c']);
    expect(problemsOf(items).map(({ code, row }) => `${code} ${row}`)).toEqual([
      'row-quotes 3',
      'row-repeated 5',
    ]);
  });

  test('too few and too many cells', async () => {
    expect(await read('a,b\r\n')).toEqual([{ code: 'row-cells', row: 3, detail: '2 / 9' }]);
    expect(await read(csv([[...row('b'), 'x']]))).toEqual([{ code: 'row-cells', row: 3, detail: '10 / 9' }]);
    expect(await read(`${'x,'.repeat(900_000)}\r\n`)).toEqual([
      { code: 'row-cells', row: 3, detail: '900001 / 9' },
    ]);
  });

  test('the last row was cut off', async () => {
    const text = csv([COLUMNS, row('a'), row('b')]);
    const items = await readAll(text.slice(0, text.lastIndexOf(',"https')));
    expect(keysOf(items)).toEqual(['xiaohongshu:note:a']);
    expect(problemsOf(items)).toEqual([{ code: 'cut-off', row: 3, detail: '2 / 9' }]);
  });

  test('spreadsheets leave out trailing empty cells; of columns that say nothing they are not missed', async () => {
    const header = [...COLUMNS, 'truth_statement', '备注'];
    expect(codesOf(await readAll(csv([header, row('a'), [...row('b'), '']])))).toEqual([]);
    expect(codesOf(await readAll(csv([header, row('a').slice(0, -2)])))).toEqual(['row-cells', 'no-reports']);
  });

  test('a row that is too long', async () => {
    expect(await read(`"${'x'.repeat(2_100_000)}"\r\n`)).toMatchObject([{ code: 'row-large', row: 3 }]);
    expect(await read(`${'x'.repeat(5_000_000)}\r\n`)).toMatchObject([{ code: 'row-large', row: 3 }]);
  });

  test('values that are no values', async () => {
    expect(await read(csv([row('b', { status: 'done' })]))).toMatchObject([
      { code: 'row-shape', row: 3, detail: expect.stringContaining('status') },
    ]);
    expect(await read(csv([row('b', { post_key: 'x' })]))).toMatchObject([{ code: 'row-shape', row: 3 }]);
    expect(await read(csv([row('b', { post_url: 'javascript:alert(1)' })]))).toMatchObject([
      { code: 'row-shape' },
    ]);
    expect(await read(csv([row('b', { reviewer_id: 'x'.repeat(201) })]))).toMatchObject([
      { code: 'row-shape' },
    ]);
  });

  test('a damaged character', async () => {
    const bytes = Buffer.from(csv([COLUMNS, row('a'), row('b'), row('c')]));
    const at = bytes.lastIndexOf('偶遇');
    bytes[at] = 0x20;
    const items = await readAll(new Uint8Array(bytes));
    expect(keysOf(items)).toHaveLength(2);
    expect(problemsOf(items)).toMatchObject([{ code: 'encoding', row: 4 }]);
    expect(Math.abs(Number(problemsOf(items)[0]?.detail) - at)).toBeLessThan(5);
  });

  test('the same post twice, but not from two reviewers', async () => {
    const rows = [
      row('a', { reviewer_id: 'x' }),
      row('a', { reviewer_id: 'y' }),
      row('a', { reviewer_id: 'x' }),
    ];
    const items = await readAll(csv([COLUMNS, ...rows]));
    expect(incomingOf(items).map(({ reviewer }) => reviewer?.id)).toEqual(['x', 'y']);
    expect(problemsOf(items)).toMatchObject([{ code: 'row-repeated', row: 4 }]);
  });
});

describe('files that are none', () => {
  test.each([
    ['序号,记录ID,查询码,举报时间\r\n1,2,3,4\r\n', 'case-list', '序号, 记录ID, 查询码, 举报时间'],
    ['videoID,startTime,endTime,votes\nx,1,2,3\n', 'sponsorblock', 'videoID, startTime, endTime, votes'],
    ['item_id,desc,create_time\n1,x,2\n', 'douyin', 'item_id, desc, create_time'],
    ['name,age\n1,2\n', undefined, 'name, age'],
    ['just some words', undefined, 'just some words'],
    ['<!doctype html><table>', 'web-page', '<'],
    ['%PDF-1.7', 'document', 'PDF'],
    ['\xd0\xcf\x11\xe0\xa1\xb1', 'old-workbook', 'OLE'],
  ])('%j', async (text, looks, detail) => {
    const items = await readAll(new Uint8Array(Buffer.from(text, /[\xd0]/.test(text) ? 'latin1' : 'utf8')));
    expect(items).toHaveLength(1);
    const [problem] = problemsOf(items);
    expect(problem).toMatchObject({ code: 'not-ours', detail, fatal: true });
    expect(problem?.looks).toBe(looks);
  });

  test('a million columns', async () => {
    const names = Array.from({ length: 1_000_000 }, (_, i) => `c${i}`);
    for (const text of [names.join(','), `${names.slice(0, 200_000).join(',')}\n`]) {
      expect(problemsOf(await readAll(text))).toMatchObject([
        { code: 'too-many-columns', row: 1, fatal: true },
      ]);
    }
  });

  test('neither UTF-8 nor GB18030', async () => {
    const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i % 7 === 0 ? 10 : 0xff));
    const header = Buffer.from(csv([COLUMNS]));
    expect(problemsOf(await readAll(new Uint8Array(Buffer.concat([header, noise]))))).toMatchObject([
      { code: 'encoding', row: 3, fatal: true },
    ]);
  });

  test('columns, but no report', async () => {
    const items = await readAll(csv([COLUMNS]));
    expect(codesOf(items)).toEqual(['no-reports']);
    expect(items.at(-1)?.type).toBe('end');
  });
});
