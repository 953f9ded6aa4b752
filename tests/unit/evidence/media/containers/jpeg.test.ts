import { describe, expect, test } from 'vitest';
import type { Jumbf } from '@/utils/evidence/media/carrier';
import { container } from '@/utils/evidence/media/containers/jpeg';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { big, LABEL, pack, utf8, zeros } from '../../../../support/media/pack';
import {
  exifSegment,
  jpeg,
  jumbfSegment,
  segment,
  tiff,
  xmpSegment,
} from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { sourceTypePacket, TRAINED, xmpPacket } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const said = async (...segments: Uint8Array[]) => (await read(jpeg(...segments))).said;
const SOURCE = `Iptc4xmpExt:DigitalSourceType=${TRAINED}`;
const exif = exifSegment(tiff([{ tag: 0x0131, value: 'Program\0' }]));
const icc = segment(0xe2, 'ICC_PROFILE\0', zeros(3000));

/** Pieces of a JUMBF box as programs write them, with the head of the box in each. */
function jumbfPieces(length: number, perPiece: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let left = length - 8; left > 0; left -= perPiece) {
    pieces.push(jumbfSegment(length, pieces.length + 1, zeros(Math.min(left, perPiece))));
  }
  return pieces;
}

function extendedPieces(packet: string, perPiece: number, id = 'A'.repeat(32)): Uint8Array[] {
  const data = utf8(packet);
  const head = ['http://ns.adobe.com/xmp/extension/\0', id, big(4, data.length)];
  return Array.from({ length: Math.ceil(data.length / perPiece) }, (_, at) =>
    segment(0xe1, ...head, big(4, at * perPiece), data.subarray(at * perPiece, (at + 1) * perPiece)),
  );
}

test('is recognised by its first marker', () => {
  expect(container.recognises(jpeg())).toBe(true);
  for (const head of [pack(), pack([0xff, 0xd8]), pack('\xff\xd9\xff'), pack('GIF89a')]) {
    expect(container.recognises(head)).toBe(false);
  }
});

describe('what it says', () => {
  test('in EXIF, XMP, IPTC, comments and label segments, in the order of the file', async () => {
    const iim = pack([0x1c, 2, 110, 0, 6], 'Agency');
    const photoshop = segment(0xed, 'Photoshop 3.0\0', '8BIM', [4, 4, 0, 0], big(4, iim.length), iim);
    const { carriers, ended } = await read(
      jpeg(
        exif,
        icc,
        xmpSegment(sourceTypePacket()),
        photoshop,
        segment(0xfe, 'A comment'),
        segment(0xe0, `AIGC${LABEL}`),
      ),
    );
    expect(carriers).toEqual([
      { type: 'statement', place: 'exif', key: 'Software', value: 'Program' },
      { type: 'statement', place: 'xmp', key: 'Iptc4xmpExt:DigitalSourceType', value: TRAINED },
      { type: 'statement', place: 'iptc', key: 'Credit', value: 'Agency' },
      { type: 'statement', place: 'jpeg-segment', key: 'COM', value: 'A comment' },
      { type: 'statement', place: 'jpeg-segment', key: 'AIGC', value: LABEL },
    ]);
    expect(ended).toBeUndefined();
  });

  test.each([
    ['a prefix and a colon', `AIGC:${LABEL}`],
    ['a NUL', `AIGC\0${LABEL}`],
  ])('in a label segment after %s', async (_, text) => {
    expect(await said(segment(0xe9, text))).toEqual([`AIGC=${LABEL}`]);
  });

  test('in a label segment of the number that signed records have', async () => {
    expect(await said(segment(0xeb, `AIGC${LABEL}`))).toEqual([`AIGC=${LABEL}`]);
  });

  test('in an extended packet, whatever order its pieces come in', async () => {
    const packet = xmpPacket({ inside: `<dc:description>${'words '.repeat(500)}</dc:description>` });
    const pieces = extendedPieces(packet, 1000);
    const [only] = await said(...pieces);
    expect(only).toBe(`dc:description=${'words '.repeat(500).trim()}`);
    expect(await said(...pieces.reverse())).toEqual([only]);
    expect(await said(...pieces, ...extendedPieces(sourceTypePacket(), 5000, 'B'.repeat(32)))).toEqual([
      only,
    ]);
  });

  test('in the pieces that came when the file is cut', async () => {
    const pieces = extendedPieces(sourceTypePacket() + ' '.repeat(5000), 2000);
    const whole = jpeg(...pieces);
    const { said: kept, ended } = await read(whole.subarray(0, whole.length - 1000));
    expect([kept, ended]).toEqual([[SOURCE], 'damaged']);
  });

  test('fill bytes and markers without contents are passed over', async () => {
    expect(await said(pack([0xff, 0xff, 0xff]), exif.subarray(0, 0), exif)).toEqual(['Software=Program']);
    expect(await said(pack([0xff, 0x01]), pack([0xff, 0xd0]), exif)).toEqual(['Software=Program']);
  });
});

describe('C2PA', () => {
  test('a box in one piece is found with its length', async () => {
    const [piece] = jumbfPieces(600, 1000);
    const { said: found } = await read(jpeg(piece!, exif));
    expect(found).toEqual([`jumbf@${2 + 18 + 12}+600`, 'Software=Program']);
  });

  test('a box in many pieces that no budget holds is jumped over at the cost of one request', async () => {
    const file = jpeg(...jumbfPieces(1_000_000, 65_000), xmpSegment(sourceTypePacket()));
    const { said: found, requests } = await read(file);
    expect(found[0]).toMatch(/^jumbf@32\+65008,65060\+65000,130080\+65000,/);
    expect(found[1]).toBe(SOURCE);
    expect(requests).toBe(2);
    const total = [...found[0]!.matchAll(/\+(\d+)/g)].reduce((sum, [, each]) => sum + Number(each), 0);
    expect(total).toBe(1_000_000);
  });

  test('pieces of another size are followed one by one', async () => {
    const pieces = [...jumbfPieces(5000, 1000).slice(0, 2), ...jumbfPieces(5000, 300).slice(2, 12)];
    const [place, after] = await said(...pieces, exif);
    expect(place).toMatch(/^jumbf@32\+1008,1060\+1000,2080\+300,2400\+300,/);
    expect(after).toBe('Software=Program');
  });

  test.each([
    ['all as long', 1000, 1000],
    ['with a short last one', 1700, 1700],
    ['with a shorter first one, as c2pa-rs cuts them', 992, 1000],
  ])('the pieces joined are the box: %s', async (_, inFirst, perPiece) => {
    const body = Uint8Array.from({ length: 4992 }, (_, at) => at % 251);
    const parts = [jumbfSegment(5000, 1, body.subarray(0, inFirst))];
    for (let at = inFirst; at < body.length; at += perPiece) {
      parts.push(jumbfSegment(5000, parts.length + 1, body.subarray(at, at + perPiece)));
    }
    const file = jpeg(...parts, exif);
    const [found] = (await read(file)).carriers;
    const { pieces } = found as Jumbf;
    const joined = pack(...pieces.map(({ start, length }) => file.subarray(start, start + length)));
    expect(joined).toEqual(pack(big(4, 5000), 'jumb', body));
  });

  test('a box of which a piece is missing, or is another box, has no place', async () => {
    const [first, second, third] = jumbfPieces(3000, 1000);
    expect(await said(first!, exif)).toEqual(['jumbf@', 'Software=Program']);
    expect(await said(first!, icc, second!, third!)).toEqual(['jumbf@']);
    expect(await said(first!, third!, second!), 'numbers out of order').toEqual(['jumbf@']);
  });

  test('a box that is read with what stands behind it costs no request more', async () => {
    const file = jpeg(...jumbfPieces(150_000, 65_000), xmpSegment(sourceTypePacket()));
    const { requests, bytesRead } = await read(file);
    expect(requests).toBe(3);
    expect(bytesRead).toBe(file.length);
  });

  test('other boxes of the segment are none', async () => {
    expect(await said(segment(0xeb, 'JP', big(2, 1), big(4, 1), big(4, 20), 'ftyp', zeros(12)))).toEqual([]);
    expect(await said(segment(0xeb, 'HDR_RI ver=11'))).toEqual([]);
  });
});

describe('look-alikes', () => {
  test.each([
    [
      'a name of EXIF in another segment',
      segment(0xe5, 'Exif\0\0', tiff([{ tag: 0x0131, value: 'Program\0' }])),
    ],
    ['a word AIGC without JSON', segment(0xe9, 'AIGC is a word')],
    ['an EXIF block that is none', segment(0xe1, 'Exif\0\0', 'nothing here')],
    ['a blank comment', segment(0xfe, ' \n\0')],
    ['a short extension', segment(0xe1, 'http://ns.adobe.com/xmp/extension/\0', 'AAAA')],
  ])('%s', async (_, piece) => {
    expect(await said(piece)).toEqual([]);
  });

  test('text behind the scan', async () => {
    const { said: found, bytesRead } = await read(pack(jpeg(), exif, zeros(300_000)));
    expect([found, bytesRead]).toEqual([[], 65_536]);
  });
});

describe('damage', () => {
  test.each([
    ['no marker after a segment', pack(jpeg(exif).subarray(0, 60), zeros(50))],
    ['a length of 1', pack([0xff, 0xd8, 0xff, 0xe1, 0, 1], zeros(50))],
    ['an end in a segment', jpeg(exif, segment(0xfe, zeros(500))).subarray(0, 100)],
    ['nothing after the start', pack([0xff, 0xd8, 0xff])],
  ])('%s', async (_, file) => {
    expect((await read(file)).ended).toBe('damaged');
  });

  test('what was found before counts', async () => {
    expect(await read(pack([0xff, 0xd8], exif, zeros(10)))).toMatchObject({ said: ['Software=Program'] });
  });

  test('segments without number, and comments without end, keep to the budget', async () => {
    const endless = [
      pack([0xff, 0xd8], zeros(1_000_000).fill(0xff)),
      pack([0xff, 0xd8], ...Array.from({ length: 60_000 }, () => segment(0xfe, 'x'))),
      pack([0xff, 0xd8], ...Array.from({ length: 30 }, () => segment(0xfe, zeros(60_000).fill(0x41)))),
      pack([0xff, 0xd8], ...Array.from({ length: 30 }, () => xmpSegment('<a:b c="'.repeat(8000)))),
      jpeg(...extendedPieces('<a:b>'.repeat(40_000), 60_000)),
      pack([0xff, 0xd8], ...Array.from({ length: 400 }, () => exif)),
    ];
    for (const file of endless) expect(await hardship(container, file)).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack([0xff, 0xd8, 0xff, 0xe1]));
    await survivesChanges(container, [
      jpeg(exif, xmpSegment(sourceTypePacket()), segment(0xfe, 'x')),
      jpeg(...jumbfPieces(3000, 900), exif),
      jpeg(...extendedPieces(sourceTypePacket(), 200)),
    ]);
  }, 30_000);
});
