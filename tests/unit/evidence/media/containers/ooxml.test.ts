import { describe, expect, test } from 'vitest';
import { hardship } from '@/tests/support/media/hardship';
import { LABEL, little, pack, utf8 } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { customXml, docx, zip } from '@/tests/support/media/zip-writer';
import { container } from '@/utils/evidence/media/containers/ooxml';

const read = (file: Uint8Array, sized = true) => readContainer(container, file, sized);
const LABELLED = [`AIGC=${LABEL}`];
/** Bytes that no program packs any smaller. */
const FILLING = new Uint8Array(300_000);
for (let at = 0, state = 1; at < FILLING.length; at += 1) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  FILLING[at] = state;
}

test('documents are recognised, other ZIP files are not', () => {
  expect(container.recognises(docx({}))).toBe(true);
  expect(container.recognises(zip({ 'word/document.xml': '<w/>' }))).toBe(true);
  expect(container.recognises(zip({ mimetype: 'application/epub+zip' }))).toBe(false);
  expect(container.recognises(zip({ 'sword/x': 'x' }))).toBe(false);
});

describe('custom properties', () => {
  test('with Chinese and with signs of XML', async () => {
    const found = await read(docx({ 标题: '<虚构> & "co"', AIGC: LABEL }));
    expect(found.said).toEqual(['标题=<虚构> & "co"', ...LABELLED]);
    expect(found.carriers[1]).toMatchObject({ place: 'ooxml-property', key: 'AIGC' });
    expect(found.requests).toBe(1);
  });

  test('stored, with a comment at the end', async () => {
    expect((await read(docx({ AIGC: LABEL }, { method: 0 }))).said).toEqual(LABELLED);
    expect((await read(docx({ AIGC: LABEL }, { comment: 'x'.repeat(9000) }))).said).toEqual(LABELLED);
  });

  test('in a large file: before its pictures, between them, behind them', async () => {
    const [types, xml] = ['[Content_Types].xml', 'docProps/custom.xml'];
    const before = zip({ [types]: '', [xml]: customXml({ AIGC: LABEL }), 'word/media/1.png': FILLING });
    expect(await read(before)).toMatchObject({ said: LABELLED, requests: 2 });
    const between = zip({ [types]: '', a: FILLING, [xml]: customXml({ AIGC: LABEL }), b: FILLING });
    expect(await read(between)).toMatchObject({ said: LABELLED, requests: 3 });
    const behind = zip({ [types]: '', a: FILLING, [xml]: customXml({ AIGC: LABEL }) });
    expect(await read(behind)).toMatchObject({ said: LABELLED, requests: 2 });
  });

  test('under another prefix, in CDATA, empty', async () => {
    const xml =
      '<op:Properties><op:property name="AIGC"><vt:lpwstr><![CDATA[a<b]]></vt:lpwstr></op:property>';
    const file = zip({
      '[Content_Types].xml': '',
      'docProps/custom.xml': `${xml}<property name="N"/><property/>`,
    });
    expect((await read(file)).said).toEqual(['AIGC=a<b']);
  });
});

test('what is elsewhere in the document is no property', async () => {
  const file = zip({ '[Content_Types].xml': '', 'word/document.xml': customXml({ AIGC: LABEL }) });
  expect((await read(file)).said).toEqual([]);
  const xml = '<Properties><other name="AIGC">x</other>AIGC</Properties>';
  expect((await read(zip({ '[Content_Types].xml': '', 'docProps/custom.xml': xml }))).said).toEqual([]);
});

describe('hostile', () => {
  test('without its end, and a list that points nowhere', async () => {
    const file = docx({ AIGC: LABEL });
    expect(await read(file.subarray(0, -5))).toMatchObject({ said: [], ended: 'damaged' });
    expect(await read(docx({ AIGC: LABEL }, { padding: 20 }))).toMatchObject({ said: LABELLED });
    const lying = file.slice();
    lying.set(little(4, 0xffffffff), lying.length - 6);
    expect((await read(lying)).said).toEqual([]);
  });

  test('a member that is not where the list says', async () => {
    const file = pack('PK', docx({ AIGC: LABEL }));
    file.set(utf8('PK\x03\x04'), 0);
    expect((await read(file)).ended ?? 'none').toMatch(/damaged|none/);
  });

  test('a bomb becomes at most 256 KiB', async () => {
    const xml = `${customXml({ AIGC: LABEL })}${' '.repeat(5_000_000)}`;
    const file = zip({ '[Content_Types].xml': '', 'docProps/custom.xml': xml });
    expect((await read(file)).said).toEqual(LABELLED);
    expect(await hardship(container, file)).toBeUndefined();
  });

  test('a way of packing that is none of the usual', async () => {
    expect((await read(docx({ AIGC: LABEL }, { method: 14 }))).said).toEqual([]);
  });

  test('without a size nobody knows where its end is', async () => {
    const file = zip({
      '[Content_Types].xml': '',
      'docProps/custom.xml': customXml({ AIGC: LABEL }),
      a: FILLING,
    });
    expect((await read(file, false)).said).toEqual([]);
  });
});
