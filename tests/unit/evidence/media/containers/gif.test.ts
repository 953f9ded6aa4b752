import { describe, expect, test } from 'vitest';
import type { Jumbf } from '@/utils/evidence/media/carrier';
import { container } from '@/utils/evidence/media/containers/gif';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { big, JUMBF, LABEL, pack, utf8, zeros } from '../../../../support/media/pack';
import { gif, gifComment, gifImage, gifPacket, subBlocks } from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { sourceTypePacket, TRAINED } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const SOURCE = `Iptc4xmpExt:DigitalSourceType=${TRAINED}`;
const application = (name: string, data: Uint8Array) => pack([0x21, 0xff, 11], name, subBlocks(data));
const loop = application('NETSCAPE2.0', pack([1, 0, 0]));

test('is recognised in both versions', () => {
  for (const version of ['GIF87a', 'GIF89a']) expect(container.recognises(pack(version))).toBe(true);
  expect(container.recognises(pack('GIF88a'))).toBe(false);
});

describe('what it says', () => {
  test('in comments, packets and C2PA blocks, before and after its image', async () => {
    const file = gif(
      loop,
      gifComment(`A made-up comment ${'x'.repeat(300)}`),
      gifPacket(sourceTypePacket()),
      pack([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
      gifImage(2000),
      gifComment(LABEL),
      application('C2PA_GIF\x01\0\0', JUMBF),
    );
    const { carriers, said, ended } = await read(file);
    expect(carriers[0]).toMatchObject({ place: 'gif-comment', key: 'Comment' });
    expect(said.slice(1)).toEqual([SOURCE, `Comment=${LABEL}`, expect.stringMatching(/^jumbf@\d+\+24$/)]);
    expect(ended).toBeUndefined();
  });

  test('C2PA in many sub-blocks, in all pieces or in none', async () => {
    const box = pack(
      big(4, 600),
      'jumb',
      Uint8Array.from({ length: 592 }, (_, at) => at % 251),
    );
    const file = gif(application('C2PA_GIF\x01\0\0', box));
    const [found] = (await read(file)).carriers;
    const pieces = (found as Jumbf).pieces;
    expect(pieces.map(({ length }) => length)).toEqual([255, 255, 90]);
    expect(pack(...pieces.map(({ start, length }) => file.subarray(start, start + length)))).toEqual(box);
    const behind = gif(gifImage(400_000), application('C2PA_GIF\x01\0\0', box));
    expect((await read(behind)).said, 'looked for in packets only').toEqual([]);
    expect((await read(file.subarray(0, 400))).said).toEqual(['jumbf@']);
  });

  test('in a packet cut into sub-blocks, as the format asks for', async () => {
    expect((await read(gif(application('XMP DataXMP', utf8(sourceTypePacket()))))).said).toEqual([SOURCE]);
  });

  test('in a packet that goes on past the first window', async () => {
    const long = sourceTypePacket() + ' '.repeat(70_000);
    expect(await read(gif(gifPacket(long), gifImage(10)))).toMatchObject({ said: [SOURCE], requests: 2 });
  });

  test('in a packet behind long images, after one short request', async () => {
    const found = await read(gif(gifImage(400_000), gifPacket(sourceTypePacket())));
    expect(found).toMatchObject({ said: [SOURCE], requests: 2, bytesRead: 65_536 + 16_384 });
    expect((await read(gif(gifImage(400_000)))).said).toEqual([]);
  });
});

describe('look-alikes and damage', () => {
  test('names inside images, and blank comments, say nothing', async () => {
    const image = pack([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2], subBlocks(gifPacket(sourceTypePacket())));
    expect((await read(gif(image, gifComment('  \n'), application('SOMETHINGELS', zeros(5))))).said).toEqual(
      [],
    );
  });

  test.each([
    ['a block that is none', gif(pack([0x99]))],
    ['an end in an image', gif(gifImage(900)).subarray(0, 300)],
    ['an end in a packet', gif(gifPacket(sourceTypePacket())).subarray(0, 200)],
    ['an end in the head', pack('GIF89a', [1, 0])],
  ])('%s', async (_, file) => {
    expect((await read(file)).ended).toBe('damaged');
  });

  test('blocks without number keep to the budget', async () => {
    expect(
      await hardship(container, gif(...Array.from({ length: 40_000 }, () => gifComment('x')))),
    ).toBeUndefined();
    expect(
      await hardship(container, pack(gif().subarray(0, 19), [0x21, 0xfe], zeros(500_000).fill(1))),
    ).toBeUndefined();
    const packets = Array.from({ length: 4000 }, () => pack([0x21, 0xff, 11], 'XMP DataXMP<', [0]));
    expect(await hardship(container, pack(gif().subarray(0, 19), ...packets))).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack('GIF89a'));
    await survivesChanges(container, [
      gif(loop, gifComment('x'), gifPacket(sourceTypePacket()), gifImage(300), gifComment(LABEL)),
      gif(gifImage(80_000), gifPacket(sourceTypePacket())),
    ]);
  }, 30_000);
});
