import { describe, expect, test } from 'vitest';
import { hardship } from '@/tests/support/media/hardship';
import { pack, utf8 } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { container } from '@/utils/evidence/media/containers/markdown';

const read = (text: string) => readContainer(container, utf8(text));
const JSON_LABEL = '{"Label":"1","ContentProducer":"001191110000000000000000010000"}';
const front = (...lines: string[]) => ['---', ...lines, '---', '', '# Title', ''].join('\n');

test('only text that begins with front matter is recognised', () => {
  const recognises = (text: string) => container.recognises(utf8(text));
  expect(recognises('---\nAIGC:\n')).toBe(true);
  expect(recognises('\ufeff---  \r\ntitle: a\r\n')).toBe(true);
  expect(recognises('# AIGC\n---\n')).toBe(false);
  expect(recognises('----\n')).toBe(false);
  expect(container.recognises(pack('---\n', 0))).toBe(false);
});

describe('the label', () => {
  test.each([
    ['a mapping', ['AIGC:', '    Label: "1"', "    ContentProducer: '001191110000000000000000010000'"]],
    [
      'a mapping among others',
      [
        'title: x',
        'AIGC: # label',
        '',
        '  Label: 1 # yes',
        '  ContentProducer: 001191110000000000000000010000',
        'tags: [a]',
      ],
    ],
    [
      'a mapping inside another',
      [
        'meta:',
        '  AIGC:',
        '    Label: 1',
        '    ContentProducer: 001191110000000000000000010000',
        '  other: x',
      ],
    ],
    ['JSON on its line', [`AIGC: ${JSON_LABEL}`]],
    [
      'JSON over lines',
      ['AIGC: {', '  "Label": "1",', '  "ContentProducer": "001191110000000000000000010000"', '  }'],
    ],
    ['JSON below it', ['AIGC:', `  ${JSON_LABEL}`]],
    ['JSON in quotation marks', [`AIGC: '${JSON_LABEL}'`]],
    ['JSON in double quotation marks', [`"AIGC": ${JSON.stringify(JSON_LABEL)}`]],
    ['JSON as a block', ['AIGC: |-', `  ${JSON_LABEL}`, 'title: x']],
    ['a mapping in braces', ['AIGC: {Label: 1, "ContentProducer": 001191110000000000000000010000}']],
    ['all in JSON', [`{"title": "x", "AIGC": ${JSON_LABEL}}`]],
  ])('as %s', async (_, lines) => {
    const found = await read(front(...lines));
    expect(found.carriers).toEqual([
      { type: 'statement', place: 'front-matter', key: 'AIGC', value: JSON_LABEL },
    ]);
  });

  test('of an agent that writes a word for the number, and keys in lower case', async () => {
    const found = await read(front('aigc:', '    contentProducer: Invented Agent AI', '    label: AIGC'));
    expect(found.said).toEqual(['aigc={"contentProducer":"Invented Agent AI","label":"AIGC"}']);
  });

  test('with lines ended as in Windows', async () => {
    const found = await read(front('AIGC:', '  Label: "1"').replaceAll('\n', '\r\n'));
    expect(found.said).toEqual(['AIGC={"Label":"1"}']);
  });

  test('a plain word is kept as it stands', async () => {
    expect((await read(front('AIGC: true'))).said).toEqual(['AIGC=true']);
  });

  test('quotation marks inside quotation marks', async () => {
    const found = await read(
      front('AIGC:', "  a: 'it''s'", '  b: "\\"\\u0041\\n\\/"', '  c: "open', "  d: 'open"),
    );
    expect(JSON.parse(found.said[0]!.slice(5))).toEqual({ a: "it's", b: '"A\n/', c: 'open', d: 'open' });
  });
});

test.each([
  ['below the front matter', `${front('title: x')}\nAIGC: ${JSON_LABEL}\n`],
  ['in front matter that never ends', `---\nAIGC: ${JSON_LABEL}\n`],
  ['as part of a word', front(`AIGCs: ${JSON_LABEL}`, `notAIGC: ${JSON_LABEL}`)],
  ['in prose', front('title: the AIGC: field')],
  ['with nothing in it', front('AIGC:', 'title: x')],
  ['with a list in it', front('AIGC:', '  - a', '  - b')],
  ['in JSON without it', front('{"title": "AIGC"}')],
])('nothing is found %s', async (_, text) => {
  expect((await read(text)).said).toEqual([]);
});

describe('hostile', () => {
  const costs = (text: string) => hardship(container, utf8(text));

  test('sixty thousand keys, marks, and braces cost milliseconds', async () => {
    expect(await costs(front('AIGC:\n'.repeat(10_000)))).toBeUndefined();
    expect(await costs(front(`AIGC: {a: ${' #'.repeat(15_000)}`, ` ${' #'.repeat(15_000)}`))).toBeUndefined();
    expect(await costs(front(`AIGC: ${'{'.repeat(60_000)}`))).toBeUndefined();
    expect(await costs(front(`AIGC: "${'\\'.repeat(60_000)}`))).toBeUndefined();
    expect(await costs(front(`AIGC: ${' '.repeat(60_000)}x`))).toBeUndefined();
  });

  test('a thousand fields are cut, and __proto__ is one', async () => {
    const fields = Array.from({ length: 1000 }, (_, index) => `  f${index}: x`);
    const [value] = (await read(front('AIGC:', '  __proto__: x', ...fields))).said;
    expect(Object.keys(JSON.parse(value!.slice(5)))).toHaveLength(32);
  });
});
