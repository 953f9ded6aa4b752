import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overBytes } from '@/utils/evidence/media/bounded';
import { readExif, userComment } from '@/utils/evidence/media/exif';
import { fastest } from '../../../support/media/hardship';
import { pack, utf8, utf16be, utf16le, zeros } from '../../../support/media/pack';
import { type Field, tiff } from '../../../support/media/pictures';
import { sourceTypePacket, TRAINED } from '../../../support/media/xmp-packet';

async function said(data: Uint8Array) {
  const statements: string[] = [];
  for await (const { place, key, value } of readExif(overBytes(data)))
    statements.push(`${place} ${key}=${value}`);
  return statements;
}

describe('fields', () => {
  const first: Field[] = [
    { tag: 0x010e, value: 'A made-up view\0' },
    { tag: 0x010f, value: 'Maker\0' },
    { tag: 0x0110, value: 'One\0' },
    { tag: 0x0131, value: 'Program 1.0\0' },
    { tag: 0x013b, value: utf8('虚构\0') },
    { tag: 0x8298, value: 'Nobody\0' },
    { tag: 0x9c9c, type: 1, value: utf16le('评论\0') },
  ];
  const inner: Field[] = [{ tag: 0x9286, type: 7, value: pack('ASCII\0\0\0', 'A comment') }];

  test.each([true, false])('those of both directories are read, low order first: %s', async (low) => {
    expect(await said(tiff(first, inner, { low }))).toEqual([
      'exif ImageDescription=A made-up view',
      'exif Make=Maker',
      'exif Model=One',
      'exif Software=Program 1.0',
      'exif Artist=虚构',
      'exif Copyright=Nobody',
      'exif XPComment=评论',
      'exif UserComment=A comment',
    ]);
  });

  test('an XMP packet, IPTC records and Photoshop resources in fields speak for themselves', async () => {
    const iim = pack([0x1c, 2, 110, 0, 6], 'Agency');
    const resource = pack('8BIM', [4, 4, 0, 0], [0, 0, 0, iim.length], iim);
    const fields: Field[] = [
      { tag: 0x02bc, type: 1, value: utf8(sourceTypePacket()) },
      { tag: 0x83bb, type: 7, value: iim },
      { tag: 0x8649, type: 1, value: resource },
    ];
    expect(await said(tiff(fields))).toEqual([
      `xmp Iptc4xmpExt:DigitalSourceType=${TRAINED}`,
      'iptc Credit=Agency',
      'iptc Credit=Agency',
    ]);
  });

  test('a long text is cut, one that is not UTF-8 is Latin-1, and blank ones say nothing', async () => {
    const fields: Field[] = [
      { tag: 0x010e, value: 'x'.repeat(70_000) },
      { tag: 0x010f, value: 'Fotograf\xe9\0' },
      { tag: 0x0110, value: '     \0' },
      { tag: 0x0131, value: '', count: 0 },
    ];
    const [long, ...rest] = await said(tiff(fields));
    expect(long).toHaveLength('exif ImageDescription='.length + 65_536);
    expect(rest).toEqual(['exif Make=Fotografé']);
  });
});

describe('user comments', () => {
  const text = 'Steps: 20, Sampler: Euler';
  const chinese = '一只虚构的猫，坐在窗前看雨';
  test.each([
    ['ASCII', pack('ASCII\0\0\0', text), text],
    ['UNICODE of high order', pack('UNICODE\0', utf16be(text)), text],
    ['UNICODE of low order', pack('UNICODE\0', utf16le(text)), text],
    ['UNICODE with a mark', pack('UNICODE\0', [0xff, 0xfe], utf16le(text)), text],
    ['UNICODE in Chinese of high order', pack('UNICODE\0', utf16be(chinese)), chinese],
    ['UNICODE in Chinese of low order', pack('UNICODE\0', utf16le(chinese)), chinese],
    ['UNICODE that is UTF-8', pack('UNICODE\0', utf8(chinese)), chinese],
    ['JIS', pack('JIS\0\0\0\0\0', '\x1b$B8!:w\x1b(B'), '検索'],
    ['JIS that is Shift_JIS', pack('JIS\0\0\0\0\0', [0x8c, 0x9f, 0x8d, 0xf5]), '検索'],
    ['JIS that is ASCII', pack('JIS\0\0\0\0\0', text), text],
    ['none told', pack(zeros(8), text), text],
    ['none told, UTF-16', pack(zeros(8), utf16le(text)), text],
    ['no room for one', pack(text), text],
    ['ASCII in UTF-8', pack('ASCII\0\0\0', utf8(chinese)), chinese],
    ['UNICODE without text', pack('UNICODE\0'), ''],
  ])('%s', (_, value, expected) => {
    expect(userComment(value, false)).toBe(expected);
  });

  test('any text in UTF-16 with a few Latin letters comes back, in either order and told either way', () => {
    const word = fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...'abcXYZ 019:,中文图片') });
    fc.assert(
      fc.property(word, fc.boolean(), fc.boolean(), (drawn, order, told) => {
        const comment = pack('UNICODE\0', (order ? utf16le : utf16be)(`Steps ${drawn}`));
        expect(userComment(comment, told)).toBe(`Steps ${drawn}`);
      }),
    );
  });
});

describe('damage', () => {
  const good: Field = { tag: 0x0131, value: 'Program\0' };
  test.each<[string, Uint8Array]>([
    ['a value past the end', tiff([{ tag: 0x010e, value: 'x', count: 100, at: 1_000_000 }, good])],
    ['2^32 values', tiff([{ tag: 0x010f, type: 7, value: '', count: 0xffff_ffff, at: 5_000_000 }, good])],
    ['an unknown type', tiff([{ tag: 0x010e, type: 99, value: 'text and more' }, good])],
    ['a directory in itself', tiff([good, { tag: 0x8769, type: 4, value: [], at: 8 }])],
    ['a directory outside', tiff([good, { tag: 0x8769, type: 4, value: [], at: 9_999_999 }])],
    ['a directory in the head', tiff([good, { tag: 0x8769, type: 4, value: [], at: 2 }])],
  ])('%s hides nothing else', async (name, data) => {
    const times = name === 'a directory in itself' ? 2 : 1;
    expect(await said(data)).toEqual(Array(times).fill('exif Software=Program'));
  });

  test.each([
    ['nothing', pack()],
    ['another kind', pack('GIF89a', zeros(20))],
    ['half a head', pack('II*')],
    ['no byte order', pack('IM', [42, 0, 8, 0, 0, 0], zeros(20))],
  ])('%s says nothing', async (_, data) => {
    expect(await said(data)).toEqual([]);
  });

  test('a directory of 65,535 fields that all hold the same text costs little', async () => {
    const field: Field = { tag: 0x010e, value: '', count: 60_000, at: 8 };
    const data = tiff(Array.from({ length: 10_000 }, () => field));
    expect(await fastest(() => said(data))).toBeLessThan(50);
    expect((await said(data)).length).toBeLessThanOrEqual(1);
  });

  test('any bytes after a head are read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (rest, low) => {
        await said(pack(low ? 'II*\0' : 'MM\0*', low ? [8, 0, 0, 0] : [0, 0, 0, 8], rest));
      }),
    );
  });
});
