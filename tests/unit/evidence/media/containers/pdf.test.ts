import { describe, expect, test } from 'vitest';
import { hardship } from '@/tests/support/media/hardship';
import { JUMBF, LABEL, pack, utf8, utf16be, utf16le, XMP } from '@/tests/support/media/pack';
import { pdf, pdfStream } from '@/tests/support/media/pdf-writer';
import { readContainer } from '@/tests/support/media/read-container';
import { latin1 } from '@/utils/evidence/media/bytes';
import type { Jumbf } from '@/utils/evidence/media/carrier';
import { container } from '@/utils/evidence/media/containers/pdf';

const read = (file: Uint8Array) => readContainer(container, file);
const ROOT = '<</Type/Catalog/Pages 2 0 R>>';
const TRAILER = '/Root 1 0 R/Info 3 0 R';
const escaped = (text: string) => text.replace(/[()\\]/g, '\\$&');
const withInfo = (...info: (string | Uint8Array)[]) =>
  pdf({ 1: ROOT, 3: pack(...info) }, { trailer: TRAILER });
const hex = (bytes: Uint8Array) =>
  `<${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
const LABELLED = [`AIGC=${LABEL}`];

test('PDF is recognised at the start only', () => {
  expect(container.recognises(utf8('%PDF-1.4'))).toBe(true);
  expect(container.recognises(utf8('\ufeff\n%PDF-1.4'))).toBe(true);
  expect(container.recognises(utf8('\x89PNG %PDF-1.4'))).toBe(false);
});

describe('the Info dictionary', () => {
  test.each([
    ['plain', `(${LABEL})`],
    ['with escapes', `(${escaped(LABEL).replace('L', '\\114').replace('"1"', '\\\n"1"')})`],
    ['in hexadecimal', hex(utf8(LABEL))],
    ['in hexadecimal UTF-16', hex(pack(0xfe, 0xff, utf16be(LABEL)))],
    ['in UTF-16 of low order first', pack('(', 0xff, 0xfe, pack(utf16le(LABEL)), ')')],
    ['in UTF-8 with a mark', pack('(\xef\xbb\xbf', utf8(LABEL), ')')],
  ])('%s', async (_, value) => {
    const found = await read(withInfo('<< /AIGC ', value, '/Trapped /False >>'));
    expect(found.carriers).toEqual([{ type: 'statement', place: 'pdf-info', key: 'AIGC', value: LABEL }]);
  });

  test('with a name in signs, Chinese, nested dictionaries and lists before it', async () => {
    const info =
      '<</Pages [1 2 [(a) /b] <</AIGC (inside)>>] /X<</AIGC(inside)>>%note\n/A#49GC(\xe8\x99\x9a)/N null>>';
    expect((await read(withInfo(info))).said).toEqual(['AIGC=虚']);
  });

  test('brackets in text', async () => {
    expect((await read(withInfo('<</A(a(b)c\\)\\n\\101)/B(x)>>'))).said).toEqual(['A=a(b)c)\nA', 'B=x']);
  });

  test('changed later: what was appended counts', async () => {
    const old = withInfo('<</AIGC(old)>>');
    const found = await read(
      pack(old, '\n3 0 obj<</AIGC(new)>>endobj\ntrailer<</Root 1 0 R/Info 3 0 R>>\n%%EOF'),
    );
    expect(found.said).toEqual(['AIGC=new']);
  });

  test('of a large file: at its start, at its end, and between them by the table', async () => {
    const info = `<</AIGC${hex(utf8(LABEL))}>>`;
    const start = pdf({ 1: ROOT, 3: info }, { trailer: TRAILER, padding: 300_000 });
    expect(await read(start)).toMatchObject({ said: LABELLED, requests: 2 });
    const end = pdf({ 1: ROOT }, { trailer: TRAILER, padding: 300_000, late: { 3: info } });
    expect(await read(end)).toMatchObject({ said: LABELLED, requests: 2 });
    const filling = pdfStream('', '.'.repeat(200_000));
    const between = pdf({ 1: ROOT, 2: filling, 3: info, 4: filling }, { trailer: TRAILER });
    expect(await read(between)).toMatchObject({ said: LABELLED, requests: 3 });
  });

  test('on the border of the two parts that are read', async () => {
    const file = pdf({ 1: ROOT, 2: '.'.repeat(65_400), 3: `<</AIGC(${LABEL})>>` }, { trailer: TRAILER });
    expect((await read(file)).said).toEqual(LABELLED);
  });

  test('inside a compressed stream of objects', async () => {
    const inner = ROOT.length + 1;
    const index = `1 0 3 ${inner} `;
    const bundle = pdfStream(
      `/Type /ObjStm/N 2/First ${index.length}`,
      `${index}${ROOT} <</AIGC(${LABEL})>>`,
      true,
    );
    expect((await read(pdf({ 9: bundle }, { trailer: TRAILER }))).said).toEqual(LABELLED);
  });
});

describe('other places', () => {
  const metadata = (compressed: boolean) =>
    pdf({
      1: '<</Type/Catalog/Metadata 5 0 R>>',
      5: pdfStream('/Type/Metadata/Subtype/XML', XMP, compressed),
    });

  test('XMP of the document, plain and compressed', async () => {
    expect((await read(metadata(false))).said).toEqual([`TC260:AIGC=${LABEL}`]);
    expect((await read(metadata(true))).said).toEqual([`TC260:AIGC=${LABEL}`]);
  });

  test('XMP of a picture in it says nothing of the document', async () => {
    const picture = pdfStream('/Type/Metadata/Subtype/XML', XMP);
    expect((await read(pdf({ 1: ROOT, 5: picture }))).said).toEqual([]);
  });

  test('where C2PA lies', async () => {
    const file = pdf({
      1: ROOT,
      6: '<</Type/Filespec/AFRelationship /C2PA_Manifest/EF <</F 7 0 R>>>>',
      7: pdfStream('/Type/EmbeddedFile', JUMBF),
    });
    const [found] = (await read(file)).carriers;
    const { start, length } = (found as Jumbf).pieces[0]!;
    expect(length).toBe(24);
    expect(file.subarray(start, start + 24)).toEqual(JUMBF);
  });
});

test('words on the pages are no label', async () => {
  const text = pdfStream('', `BT (/AIGC(${escaped(LABEL)})) Tj ET`);
  expect((await read(pdf({ 1: ROOT, 3: '<</Title(x)>>', 8: text }, { trailer: TRAILER }))).said).toEqual([
    'Title=x',
  ]);
  expect((await read(pdf({ 1: ROOT, 4: `<</AIGC(${LABEL})>>` }))).said).toEqual([]);
});

describe('hostile', () => {
  const costs = (file: Uint8Array) => hardship(container, file);

  test('text and dictionaries that never end, references in circles', async () => {
    expect(await costs(withInfo(`<</AIGC(${'('.repeat(120_000)}`))).toBeUndefined();
    expect(await costs(withInfo('<</A'.repeat(30_000)))).toBeUndefined();
    expect(await costs(withInfo('['.repeat(120_000)))).toBeUndefined();
    expect(await costs(withInfo('<</AIGC 3 0 R>>'))).toBeUndefined();
    expect(await costs(withInfo('<'.repeat(120_000)))).toBeUndefined();
    expect(await costs(withInfo(`<</AIGC${' '.repeat(120_000)}`))).toBeUndefined();
    expect(await costs(withInfo('%\n'.repeat(60_000)))).toBeUndefined();
  });

  test('thousands of trailers, tables and streams of objects', async () => {
    expect(await costs(utf8(`%PDF-1.4 ${'/Info 3 0 R '.repeat(5000)}`))).toBeUndefined();
    expect(
      await costs(utf8(`%PDF-1.4 xref\n${'0 0\n'.repeat(9000)} startxref 9 /Info 3 0 R`)),
    ).toBeUndefined();
    const bundles = '9 0 obj<</Type/ObjStm/N 99999/First 9>>stream\n1 0 1 0 1 0'.repeat(900);
    expect(await costs(utf8(`%PDF-1.4 ${bundles} /Info 3 0 R`))).toBeUndefined();
  });

  test('a table that points past the file, or at another object', async () => {
    const filling = pdfStream('', '.'.repeat(200_000));
    const file = pdf({ 1: ROOT, 2: filling, 3: '<</AIGC(x)>>', 4: filling }, { trailer: TRAILER });
    expect((await read(file)).said).toEqual(['AIGC=x']);
    const text = latin1(file);
    const row = (place: number) => String(place).padStart(10, '0');
    const told = row(text.indexOf('3 0 obj'));
    for (const place of [9_999_999_999, text.indexOf('4 0 obj'), 0]) {
      expect((await read(pack(text.replace(told, row(place))))).said).toEqual([]);
    }
  });
});
