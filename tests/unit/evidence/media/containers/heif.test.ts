import { describe, expect, test } from 'vitest';
import { UUID_C2PA } from '@/utils/evidence/media/bmff';
import { container } from '@/utils/evidence/media/containers/heif';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { box } from '../../../../support/media/mp4-writer';
import { big, JUMBF, pack, utf8, zeros } from '../../../../support/media/pack';
import { exifItem, fullBox, heif, tiff, xmpItem } from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { sourceTypePacket, TRAINED } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const SOURCE = `Iptc4xmpExt:DigitalSourceType=${TRAINED}`;
const exif = exifItem(tiff([{ tag: 0x0131, value: 'Program\0' }]));
const xmp = xmpItem(sourceTypePacket());
const picture = { type: 'hvc1', body: zeros(300) };
const ftyp = box('ftyp', 'avif', big(4, 0), 'mif1');

/** A `meta` box with one XMP item, its places in the form of a version. */
function withPlaces(iloc: Uint8Array, ...more: Uint8Array[]) {
  const info = fullBox('infe', 2, big(2, 7), big(2, 0), 'mime', [0], 'application/rdf+xml\0');
  return fullBox('meta', 0, fullBox('iinf', 0, big(2, 1), info), iloc, ...more);
}

test.each(['heic', 'heix', 'mif1', 'avif', 'avis'])('is recognised by its brand %s', (brand) => {
  expect(container.recognises(heif([], { brand }))).toBe(true);
});

test.each(['isom', 'mp42', 'qt  ', 'M4A '])('files of the brand %s are films or sound', (brand) => {
  expect(container.recognises(heif([], { brand }))).toBe(false);
});

describe('what it says', () => {
  test('in its EXIF block and its packets', async () => {
    const { said, ended } = await read(heif([picture, exif, xmp]));
    expect([said, ended]).toEqual([['Software=Program', SOURCE], undefined]);
  });

  test.each([true, false])(
    'behind its pixels after one positioned read, of known size: %s',
    async (sized) => {
      const { said, requests } = await read(heif([exif, xmp], { gap: 400_000, brand: 'avif' }), sized);
      expect(said).toEqual(['Software=Program', SOURCE]);
      expect(requests).toBeLessThanOrEqual(3);
    },
  );

  test('in a C2PA box', async () => {
    const id = Uint8Array.from(UUID_C2PA.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    const uuid = box('uuid', id, zeros(4), 'manifest\0', zeros(8), JUMBF);
    const file = heif([picture], { after: [uuid] });
    expect((await read(file)).said).toEqual([`jumbf@${file.length - JUMBF.length}+${JUMBF.length}`]);
  });

  test('in an item inside the meta box, and in one of two pieces', async () => {
    const packet = utf8(sourceTypePacket());
    const inside = fullBox(
      'iloc',
      1,
      [0x44, 0],
      big(2, 1),
      big(2, 7),
      big(2, 1),
      big(2, 0),
      big(2, 1),
      big(4, 0),
      big(4, packet.length),
    );
    expect((await read(pack(ftyp, withPlaces(inside, box('idat', packet))))).said).toEqual([SOURCE]);
    const half = packet.length >> 1;
    const places = (base: number) =>
      fullBox(
        'iloc',
        2,
        [0x88, 0x40],
        big(4, 1),
        big(4, 7),
        big(2, 0),
        big(2, 0),
        big(4, base),
        big(2, 2),
        big(8, 8),
        big(8, half),
        big(8, 8 + half),
        big(8, packet.length - half),
      );
    const base = pack(ftyp, withPlaces(places(0))).length;
    expect((await read(pack(ftyp, withPlaces(places(base)), box('mdat', packet)))).said).toEqual([SOURCE]);
  });
});

describe('look-alikes and damage', () => {
  test('items of other types say nothing', async () => {
    const html = { ...xmp, contentType: 'text/html' };
    const other = { type: 'Exi2', body: exif.body };
    expect((await read(heif([html, other, picture]))).said).toEqual([]);
  });

  test.each([
    [
      'an item past the end',
      withPlaces(
        fullBox('iloc', 0, [0x44, 0], big(2, 1), big(2, 7), big(2, 0), big(2, 1), big(4, 9e6), big(4, 500)),
      ),
    ],
    [
      'an item of 2^32 bytes',
      withPlaces(
        fullBox(
          'iloc',
          0,
          [0x44, 0],
          big(2, 1),
          big(2, 7),
          big(2, 0),
          big(2, 1),
          big(4, 0),
          big(4, 0xffff_ffff),
        ),
      ),
    ],
    ['2^32 items', withPlaces(fullBox('iloc', 2, [0x44, 0], big(4, 0xffff_ffff), zeros(60_000)))],
    [
      '65,535 pieces',
      withPlaces(
        fullBox('iloc', 0, [0x44, 0], big(2, 1), big(2, 7), big(2, 0), big(2, 0xffff), zeros(60_000)),
      ),
    ],
    ['no places', fullBox('meta', 0, fullBox('iinf', 0, big(2, 9)))],
    [
      'items shorter than their heads',
      fullBox('meta', 0, fullBox('iinf', 0, big(2, 9), zeros(900)), fullBox('iloc', 0, zeros(40))),
    ],
    ['a meta box without contents', box('meta')],
  ])('%s', async (_, meta) => {
    const file = pack(ftyp, meta, box('mdat', zeros(100)));
    expect(await hardship(container, file)).toBeUndefined();
    expect((await read(file)).said).toEqual([]);
  });

  test('thousands of items that all hold the same bytes keep to the budget', async () => {
    const heavy = xmpItem('<a:b c="'.repeat(8000));
    const file = heif(Array.from({ length: 6 }, () => heavy));
    expect(await hardship(container, file)).toBeUndefined();
    expect(
      await hardship(container, heif(Array.from({ length: 1500 }, () => ({ ...exif, body: zeros(9) })))),
    ).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack(ftyp, big(4, 3000), 'meta', zeros(4)));
    await survivesChanges(container, [heif([picture, exif, xmp]), heif([exif, xmp], { gap: 90_000 })]);
  }, 30_000);
});
