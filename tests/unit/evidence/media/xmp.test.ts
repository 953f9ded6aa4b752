import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeEntities, readTags } from '@/utils/evidence/media/xml';
import { readXmp, readXmpText } from '@/utils/evidence/media/xmp';
import { fastest } from '../../../support/media/hardship';
import { utf8, utf16be, utf16le } from '../../../support/media/pack';
import { IPTC, sourceTypePacket, TRAINED, xmpPacket } from '../../../support/media/xmp-packet';

const said = (packet: string) => readXmpText(packet).map(({ key, value }) => `${key}=${value}`);
const LABEL = '{"Label":"1","ContentProducer":"0011"}';
const encoded = LABEL.replaceAll('"', '&quot;');
const TC260 = 'xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"';

describe('forms of a property', () => {
  test.each([
    ['element', xmpPacket({ attributes: TC260, inside: `<TC260:AIGC>${LABEL}</TC260:AIGC>` })],
    [
      'element with entities',
      xmpPacket({ attributes: TC260, inside: `<TC260:AIGC>${encoded}</TC260:AIGC>` }),
    ],
    ['attribute', xmpPacket({ attributes: `${TC260} TC260:AIGC="${encoded}"` })],
    ['attribute in apostrophes', xmpPacket({ attributes: `${TC260} TC260:AIGC='${LABEL}'` })],
    ['attribute with bare quotation marks', xmpPacket({ attributes: `${TC260} TC260:AIGC="${LABEL}"` })],
    ['CDATA', xmpPacket({ attributes: TC260, inside: `<TC260:AIGC><![CDATA[${LABEL}]]></TC260:AIGC>` })],
    [
      'another prefix',
      xmpPacket({ attributes: TC260.replace('TC260', 'n'), inside: `<n:AIGC>${LABEL}</n:AIGC>` }),
    ],
    ['no namespace told', xmpPacket({ inside: `<TC260:AIGC>${LABEL}</TC260:AIGC>` })],
    [
      'numbered entities',
      xmpPacket({ attributes: `${TC260} TC260:AIGC="${LABEL.replaceAll('"', '&#34;')}"` }),
    ],
    ['over lines', xmpPacket({ attributes: TC260, inside: `<TC260:AIGC\n>\n  ${LABEL}\n</TC260:AIGC\n>` })],
  ])('%s', (_, packet) => {
    expect(said(packet)).toEqual([`TC260:AIGC=${LABEL}`]);
  });

  test('items of a list are statements of their own, under the name of the property', () => {
    const items = ['Made up', '虚构', 'Erdacht'].map(
      (item) => `<rdf:li xml:lang="x-default">${item}</rdf:li>`,
    );
    const inside = `<dc:description><rdf:Alt>${items.join('\n')}</rdf:Alt></dc:description>`;
    expect(said(xmpPacket({ inside }))).toEqual([
      'dc:description=Made up',
      'dc:description=虚构',
      'dc:description=Erdacht',
    ]);
  });

  test('a resource is the value of the element that has it', () => {
    const inside = `<Iptc4xmpExt:DigitalSourceType rdf:resource="${TRAINED}"/>`;
    expect(said(xmpPacket({ attributes: IPTC, inside }))).toEqual([
      `Iptc4xmpExt:DigitalSourceType=${TRAINED}`,
    ]);
  });

  test('a structure gives the names inside it', () => {
    const inside = '<a:Outer><rdf:Description a:one="1"><a:two>2</a:two></rdf:Description></a:Outer>';
    expect(said(xmpPacket({ inside }))).toEqual(['a:one=1', 'a:two=2']);
  });
});

describe('what is no property', () => {
  test.each([
    ['comments', '<!-- <TC260:AIGC>{}</TC260:AIGC> -->'],
    ['structure', '<rdf:Bag><rdf:li></rdf:li></rdf:Bag>'],
    ['edit history', '<xmpMM:History stEvt:softwareAgent="Some program"/>'],
    ['names without a prefix', '<AIGC>x</AIGC>'],
    ['blank values', '<dc:title>\n  </dc:title><dc:format></dc:format>'],
  ])('%s', (_, inside) => {
    expect(said(xmpPacket({ inside }))).toEqual([]);
  });

  test('entities that a document type declares stay unknown, so none can grow', () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x:x><dc:title>&b;</dc:title></x:x>`;
    expect(said(bomb)).toEqual(['dc:title=&b;']);
  });
});

describe('encodings', () => {
  const packet = sourceTypePacket();
  const value = [`Iptc4xmpExt:DigitalSourceType=${TRAINED}`];
  const bare = packet.slice(packet.indexOf('<x:xmpmeta'));
  const wide = (text: string, zeros: 'before' | 'after') =>
    Uint8Array.from(
      [...text].flatMap((sign) => {
        const code = sign.charCodeAt(0);
        return zeros === 'before' ? [0, 0, 0, code] : [code, 0, 0, 0];
      }),
    );
  test.each([
    ['UTF-8', utf8(packet)],
    ['UTF-8 with a mark', utf8(`\uFEFF${packet}`)],
    ['UTF-16 of low order', utf16le(bare)],
    ['UTF-16 of high order with a mark', utf16be(`\uFEFF${packet}`)],
    ['UTF-32 of high order', wide(bare, 'before')],
    ['UTF-32 of low order', wide(bare, 'after')],
  ])('%s', (_, bytes) => {
    expect(readXmp(bytes).map(({ key, value: each }) => `${key}=${each}`)).toEqual(value);
  });
});

describe('entities', () => {
  test('named and numbered ones are decoded once', () => {
    expect(decodeEntities('&lt;&gt;&amp;&quot;&apos;&#x4e2D;&#20013;&amp;lt;')).toBe('<>&"\'中中&lt;');
  });

  test.each(['&#0;', '&#x110000;', '&nbsp;', '&;', '&amp', '&#xZ;'])('%s stays as it is', (text) => {
    expect(decodeEntities(text)).toBe(text);
  });
});

describe('hostile packets', () => {
  test('of one key and of all together only so many are kept', () => {
    const ancestors = `<photoshop:DocumentAncestors><rdf:Bag>${'<rdf:li>x</rdf:li>'.repeat(5000)}`;
    expect(said(ancestors)).toHaveLength(16);
    const many = Array.from({ length: 3000 }, (_, at) => `<a:k${at}>1</a:k${at}>`).join('');
    expect(said(many)).toHaveLength(256);
  });

  test('a value is cut', () => {
    expect(readXmpText(`<dc:title>${'x'.repeat(100_000)}</dc:title>`)[0]?.value).toHaveLength(65_536);
  });

  test.each([
    ['openings', '<'],
    ['names that never end', '<a:b'],
    ['deep nesting', '<a:b>'],
    ['attributes without an end', '<a:b c:d="'],
    ['many attributes', '<a:b c:d="{" '],
    ['comments without an end', '<!--'],
    ['CDATA without an end', '<![CDATA['],
    ['ampersands', '&'],
    ['entities', '&#x3c;'],
    ['closings', '</a:b>'],
    ['equals', '<a =='],
    ['blanks in a tag', '<a:b                                '],
  ])('%s cost no more than their length', async (_, piece) => {
    const packet = utf8(piece.repeat(Math.ceil(262_144 / piece.length)));
    expect(await fastest(async () => readXmp(packet))).toBeLessThan(50);
  });

  test('any text is read without an error, and all values are short and not blank', () => {
    const soup = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        "'",
        '=',
        ':',
        '&',
        ';',
        '<![CDATA[',
        ']]>',
        '<!--',
        '-->',
        '<rdf:li',
        'a:b',
        ' ',
        '{"',
        '}"',
        '&#',
        'x',
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          soup.map((parts) => parts.join('')),
        ),
        (text) => {
          const wrong = readXmpText(text).filter(({ value }) => value.trim() === '' || value.length > 65_536);
          expect(wrong).toEqual([]);
          expect([...readTags(text)].includes('')).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);

  test('any value written as an element or an attribute comes back', () => {
    const text = fc.string({ minLength: 1, maxLength: 60 }).map((drawn) => drawn.trim());
    const written = (value: string) =>
      value
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&apos;');
    fc.assert(
      fc.property(text.filter(Boolean), (value) => {
        expect(said(xmpPacket({ inside: `<dc:title>${written(value)}</dc:title>` }))).toEqual([
          `dc:title=${value}`,
        ]);
        expect(said(xmpPacket({ attributes: `dc:title="${written(value)}"` }))).toEqual([
          `dc:title=${value}`,
        ]);
      }),
    );
  });
});
