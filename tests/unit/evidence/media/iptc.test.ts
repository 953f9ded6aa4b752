import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readIptc, readPhotoshop } from '@/utils/evidence/media/iptc';
import { readProfile } from '@/utils/evidence/media/raw-profile';
import { fastest } from '../../../support/media/hardship';
import { big, pack, utf8, zeros } from '../../../support/media/pack';
import { tiff } from '../../../support/media/pictures';
import { sourceTypePacket, TRAINED } from '../../../support/media/xmp-packet';

const record = (dataset: number, text: string | Uint8Array) => {
  const body = pack(text);
  return pack([0x1c, 2, dataset], big(2, body.length), body);
};
const resource = (id: number, body: Uint8Array, name = '') => {
  const padded = name.length % 2 === 0 ? `${name}\0` : name;
  return pack('8BIM', big(2, id), name.length, padded, big(4, body.length), body, zeros(body.length % 2));
};
const said = (statements: { key: string; value: string }[]) =>
  statements.map(({ key, value }) => `${key}=${value}`);

describe('IIM records', () => {
  test('those that tell of a maker are read, in UTF-8 or Latin-1', () => {
    const records = pack(
      record(110, 'Made with a machine'),
      record(5, 'Picture'),
      record(10, '5'),
      record(120, utf8('虚构的画面')),
      record(80, 'Ren\xe9'),
      record(25, 'one'),
      record(25, 'two'),
    );
    expect(said(readIptc(records))).toEqual([
      'Credit=Made with a machine',
      'ObjectName=Picture',
      'Caption-Abstract=虚构的画面',
      'By-line=René',
      'Keywords=one',
      'Keywords=two',
    ]);
  });

  test('records of other sets, longer lengths and other bytes end or skip', () => {
    expect(said(readIptc(pack([0x1c, 1, 110, 0, 1], 'x', record(110, 'y'))))).toEqual(['Credit=y']);
    expect(readIptc(pack([0x1c, 2, 110, 0x80, 4], [0, 0, 0, 9], 'x'))).toEqual([]);
    expect(readIptc(pack(' ', record(110, 'y')))).toEqual([]);
    expect(said(readIptc(record(110, 'cut short').subarray(0, 8)))).toEqual(['Credit=cut']);
  });
});

describe('Photoshop resources', () => {
  test('records are found among other resources, with names and odd lengths', () => {
    const resources = pack(
      'Photoshop 3.0\0',
      resource(0x03ed, zeros(15), 'Resolution'),
      resource(0x0404, record(110, 'Agency')),
      resource(0x040c, zeros(3), 'abc'),
      resource(0x0404, record(115, 'Source')),
    );
    expect(said(readPhotoshop(resources))).toEqual(['Credit=Agency', 'Source=Source']);
  });

  test('a length past the end ends them', () => {
    expect(readPhotoshop(pack('8BIM', [4, 4, 0, 0], big(4, 0xffff_ffff), record(110, 'x')))).toHaveLength(1);
    expect(
      readPhotoshop(pack('8BIM', [3, 0, 0, 0], big(4, 0xffff_fff0), resource(0x0404, record(110, 'x')))),
    ).toEqual([]);
  });

  test('any bytes are read without an error and in no time', async () => {
    const many = pack(...Array.from({ length: 5000 }, () => resource(0x0404, record(110, 'x'))));
    expect(await fastest(async () => readPhotoshop(many))).toBeLessThan(50);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readPhotoshop(pack('8BIM', bytes));
        readIptc(pack([0x1c, 2, 110], bytes));
      }),
    );
  });
});

describe('profiles in hexadecimal', () => {
  const profile = (name: string, data: Uint8Array) =>
    `\n${name}\n      ${data.length}\n${Buffer.from(data).toString('hex').replace(/.{72}/g, '$&\n')}\n`;
  const read = async (kind: string, text: string) => {
    const statements: { key: string; value: string }[] = [];
    for await (const statement of readProfile(kind, text)) statements.push(statement);
    return said(statements);
  };
  const data = tiff([{ tag: 0x0131, value: 'Program\0' }]);

  test.each([
    ['exif', pack('Exif\0\0', data), 'Software=Program'],
    ['APP1', pack('Exif\0\0', data), 'Software=Program'],
    ['exif', data, 'Software=Program'],
    [
      'APP1',
      pack('http://ns.adobe.com/xap/1.0/\0', utf8(sourceTypePacket())),
      `Iptc4xmpExt:DigitalSourceType=${TRAINED}`,
    ],
    ['xmp', utf8(sourceTypePacket()), `Iptc4xmpExt:DigitalSourceType=${TRAINED}`],
    ['iptc', record(110, 'Agency'), 'Credit=Agency'],
    ['8bim', resource(0x0404, record(110, 'Agency')), 'Credit=Agency'],
  ])('%s', async (kind, bytes, expected) => {
    expect(await read(kind, profile(kind, bytes))).toEqual([expected]);
  });

  test.each([
    ['icc', profile('icc', data)],
    ['exif', 'no digits'],
    ['exif', ''],
    ['exif', '\nexif\n 10\nzz'],
  ])('nothing is in %s, %j', async (kind, text) => {
    expect(await read(kind, text)).toEqual([]);
  });
});
