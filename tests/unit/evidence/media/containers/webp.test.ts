import { describe, expect, test } from 'vitest';
import { container } from '@/utils/evidence/media/containers/webp';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { JUMBF, little, pack, utf8, zeros } from '../../../../support/media/pack';
import { tiff, webp } from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { chunk } from '../../../../support/media/riff-writer';
import { sourceTypePacket, TRAINED } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const SOURCE = `Iptc4xmpExt:DigitalSourceType=${TRAINED}`;
const software = tiff([{ tag: 0x0131, value: 'Program\0' }]);
const xmp = chunk('XMP ', utf8(sourceTypePacket()));
const pixels = (length: number) => chunk('VP8 ', zeros(length));

test('is recognised among the files of its family', () => {
  expect(container.recognises(webp())).toBe(true);
  expect(container.recognises(pack('RIFF', little(4, 4), 'WAVE'))).toBe(false);
  expect(container.recognises(pack('WEBP'))).toBe(false);
});

describe('what it says', () => {
  test('in EXIF with or without a name, in XMP and in a C2PA chunk', async () => {
    const chunks = [chunk('EXIF', software), chunk('EXIF', 'Exif\0\0', software), xmp, chunk('C2PA', JUMBF)];
    const { carriers, ended } = await read(webp(pixels(101), ...chunks));
    expect(carriers).toMatchObject([
      { place: 'exif', key: 'Software', value: 'Program' },
      { place: 'exif', key: 'Software', value: 'Program' },
      { place: 'xmp', key: 'Iptc4xmpExt:DigitalSourceType', value: TRAINED },
      { type: 'jumbf', pieces: [{ length: JUMBF.length }] },
    ]);
    expect(ended).toBeUndefined();
  });

  test.each([true, false])(
    'behind the pixels after one positioned read, of known size: %s',
    async (sized) => {
      const { said, requests } = await read(webp(pixels(700_000), xmp), sized);
      expect([said, requests]).toEqual([[SOURCE], 2]);
    },
  );

  test('at the end of an animation after one read', async () => {
    const frames = Array.from({ length: 40 }, () => chunk('ANMF', zeros(30_001)));
    const { said, requests } = await read(
      webp(chunk('ANIM', zeros(6)), ...frames, chunk('EXIF', software), xmp),
    );
    expect([said, requests]).toEqual([['Software=Program', SOURCE], 2]);
  });

  test('a file without anything behind its pixels costs no second request', async () => {
    expect((await read(webp(pixels(700_000)))).requests).toBe(1);
  });

  test('a chunk behind the length of the whole is found', async () => {
    expect((await read(pack(webp(pixels(10)), xmp))).said).toEqual([SOURCE]);
  });
});

describe('look-alikes and damage', () => {
  test('names of chunks inside pixels say nothing', async () => {
    expect((await read(webp(chunk('VP8 ', xmp, zeros(40))))).said).toEqual([]);
    const frames = Array.from({ length: 9 }, () => chunk('ANMF', xmp, zeros(30_000)));
    expect((await read(webp(...frames))).said).toEqual([]);
  });

  test('a chunk past the end is read as far as it goes', async () => {
    const file = webp(pixels(10), xmp);
    const { said, ended } = await read(file.subarray(0, file.length - 30));
    expect([said, ended]).toEqual([[SOURCE], 'damaged']);
  });

  test('bytes that are no chunk end it', async () => {
    const { said, ended } = await read(webp(chunk('EXIF', software), zeros(500), xmp));
    expect([said, ended]).toEqual([['Software=Program'], 'damaged']);
  });

  test('a length of 2^32 and chunks without number keep to the budget', async () => {
    expect(
      await hardship(container, pack('RIFF', little(4, 0xffff_ffff), 'WEBP', 'VP8 ', little(4, 0xffff_ffff))),
    ).toBeUndefined();
    expect(
      await hardship(container, webp(...Array.from({ length: 40_000 }, () => chunk('EXIF')))),
    ).toBeUndefined();
    const tail = Array.from({ length: 7000 }, () => chunk('XMP ', 'x'));
    expect(await hardship(container, webp(chunk('ANMF', zeros(200_000)), ...tail))).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack('RIFF', little(4, 5000), 'WEBP'));
    await survivesChanges(container, [
      webp(pixels(50), chunk('EXIF', software), xmp, chunk('C2PA', JUMBF)),
      webp(chunk('ANMF', zeros(200_000)), xmp),
    ]);
  }, 30_000);
});
