import { describe, expect, test } from 'vitest';
import { container } from '@/utils/evidence/media/containers/tiff';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { big, JUMBF, little, pack, utf8, zeros } from '../../../../support/media/pack';
import { type Field, tiff } from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { sourceTypePacket, TRAINED } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const fields: Field[] = [
  { tag: 0x0131, value: 'Program\0' },
  { tag: 0x02bc, type: 1, value: utf8(sourceTypePacket()) },
];
const SAID = ['Software=Program', `Iptc4xmpExt:DigitalSourceType=${TRAINED}`];

test('is recognised in both byte orders', () => {
  for (const low of [true, false]) expect(container.recognises(tiff([], [], { low }))).toBe(true);
  for (const head of ['II+\0', 'MM*\0', 'II', 'IIRO']) expect(container.recognises(pack(head))).toBe(false);
});

describe('what it says', () => {
  test.each([true, false])('in its fields, low order first: %s', async (low) => {
    expect((await read(tiff(fields, [], { low }))).said).toEqual(SAID);
  });

  test.each([true, false])('in a directory behind the pixels, of known size: %s', async (sized) => {
    const pixels = zeros(500_000);
    const entry = pack(little(2, 0x0131), little(2, 2), little(4, 4), 'Abc\0');
    const file = pack('II*\0', little(4, 8 + pixels.length), pixels, little(2, 1), entry, little(4, 0));
    expect(await read(file, sized)).toMatchObject({ said: ['Software=Abc'], requests: 2 });
  });

  test('in a C2PA field', async () => {
    const file = tiff([{ tag: 0xcd41, type: 7, value: JUMBF }]);
    expect((await read(file)).said).toEqual([`jumbf@${file.length - JUMBF.length}+${JUMBF.length}`]);
  });
});

describe('damage', () => {
  test.each([
    ['a directory past the end', pack('II*\0', little(4, 5000), zeros(20))],
    ['a directory in the head', pack('MM\0*', big(4, 4), zeros(20))],
  ])('%s', async (_, file) => {
    expect(await read(file)).toMatchObject({ said: [], ended: 'damaged' });
  });

  test('fields that lie all over a large file keep to the budget, and what was found counts', async () => {
    const far: Field[] = [0x010e, 0x010f, 0x0110, 0x013b, 0x8298].map((tag, at) => ({
      tag,
      value: '',
      count: 60_000,
      at: 300_000 * (at + 1),
    }));
    const file = pack(tiff([fields[0]!, ...far]), zeros(2_000_000).fill(0x41));
    const { said, ended, requests } = await read(file);
    expect([said[0], said.length, ended, requests]).toEqual(['Software=Program', 3, 'budget', 3]);
    expect(await hardship(container, file)).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack('II*\0', little(4, 8)));
    await survivesChanges(container, [tiff(fields), tiff(fields, fields, { low: false })]);
  }, 30_000);
});
