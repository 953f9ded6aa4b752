import { describe, expect, test } from 'vitest';
import { container } from '@/utils/evidence/media/containers/png';
import { hardship } from '../../../../support/media/hardship';
import { survivesAnything, survivesChanges } from '../../../../support/media/hostile';
import { big, LABEL, pack, utf8, zeros } from '../../../../support/media/pack';
import { deflated, idat, png, pngChunk, pngItxt, pngText, tiff } from '../../../../support/media/pictures';
import { readContainer } from '../../../../support/media/read-container';
import { sourceTypePacket, TRAINED } from '../../../../support/media/xmp-packet';

const read = (file: Uint8Array, sized?: boolean) => readContainer(container, file, sized);
const said = async (...chunks: Uint8Array[]) => (await read(png(...chunks))).said;
const SOURCE = `Iptc4xmpExt:DigitalSourceType=${TRAINED}`;
const zText = async (keyword: string, text: string) =>
  pngChunk('zTXt', keyword, [0, 0], await deflated(utf8(text)));
const software = tiff([{ tag: 0x0131, value: 'Program\0' }]);

const hexOf = (data: Uint8Array) => [...data].map((byte) => byte.toString(16).padStart(2, '0')).join('');

test('is recognised by its signature', () => {
  expect(container.recognises(png())).toBe(true);
  expect(container.recognises(pack('\x89PNG\n'))).toBe(false);
  expect(container.recognises(pack())).toBe(false);
});

describe('what it says', () => {
  test('in text of all three kinds, in UTF-8 and Latin-1', async () => {
    const { carriers } = await read(
      png(
        pngText('AIGC', LABEL),
        pngChunk('tEXt', 'Author', [0], 'Ren\xe9'),
        await zText('parameters', 'Steps: 20'),
        pngItxt('Description', '虚构'),
        pngChunk('iTXt', 'Title', [0, 1, 0], 'zh\0', utf8('标题\0'), await deflated(utf8('inflated'))),
        idat(10),
      ),
    );
    expect(carriers).toEqual(
      [
        ['AIGC', LABEL],
        ['Author', 'René'],
        ['parameters', 'Steps: 20'],
        ['Description', '虚构'],
        ['Title', 'inflated'],
      ].map(([key, value]) => ({ type: 'statement', place: 'png-text', key, value })),
    );
  });

  test('in XMP, EXIF, profiles, and in a C2PA chunk', async () => {
    const hex = hexOf(pack('Exif\0\0', software));
    expect(
      await said(
        pngItxt('XML:com.adobe.xmp', sourceTypePacket()),
        pngChunk('eXIf', software),
        await zText('Raw profile type exif', `\nexif\n 50\n${hex}\n`),
        pngChunk('caBX', zeros(40)),
      ),
    ).toEqual([SOURCE, 'Software=Program', 'Software=Program', expect.stringMatching(/^jumbf@\d+\+40$/)]);
  });

  test('behind the pixels of a small file', async () => {
    expect(await said(idat(100), idat(100), pngText('parameters', 'Steps: 20'))).toEqual([
      'parameters=Steps: 20',
    ]);
  });

  test('just before the end of a large one, at the cost of one short request', async () => {
    const pixels = Array.from({ length: 60 }, () => idat(8192));
    const found = await read(
      png(pngText('Title', 'x'), ...pixels, pngText('AIGC', LABEL), pngText('b', 'c')),
    );
    expect(found.said).toEqual(['Title=x', `AIGC=${LABEL}`, 'b=c']);
    expect([found.requests, found.bytesRead]).toEqual([2, 65_536 + 16_384]);
  });

  test('behind pixels in several chunks that end shortly before the file does', async () => {
    for (const last of [[60], [4_000, 4_000, 4_000], [16_000]]) {
      const file = png(idat(66_000), ...last.map((length) => idat(length)), pngText('AIGC', LABEL));
      expect(await read(file)).toMatchObject({ said: [`AIGC=${LABEL}`], requests: 2 });
    }
  });

  test('behind one long chunk of pixels when the size is not known', async () => {
    const file = png(idat(300_000), pngText('AIGC', LABEL));
    expect(await read(file, false)).toMatchObject({ said: [`AIGC=${LABEL}`], requests: 2 });
    const many = png(...Array.from({ length: 9 }, () => idat(100_000)), pngText('AIGC', LABEL));
    expect((await read(many, false)).requests).toBe(2);
  });

  test('a long text is cut and what follows it is read', async () => {
    const [first, second] = await said(pngText('prompt', 'x'.repeat(150_000)), pngText('a', 'b'));
    expect([first?.length, second]).toEqual(['prompt='.length + 65_536, 'a=b']);
  });
});

describe('look-alikes', () => {
  test.each([
    ['text without a keyword', pngChunk('tEXt', [0], 'text')],
    ['text without an end of its keyword', pngChunk('tEXt', 'keyword only')],
    ['a keyword without text', pngText('AIGC', '')],
    ['compressed text that is none', pngChunk('zTXt', 'parameters', [0, 0], 'not compressed')],
    ['half a text of many languages', pngChunk('iTXt', 'Title', [0, 0, 0], 'zh')],
    ['chunks of others', pngChunk('prVt', 'AIGC', [0], LABEL)],
    ['an EXIF block that is none', pngChunk('eXIf', 'nothing')],
  ])('%s', async (_, chunk) => {
    expect(await said(chunk)).toEqual([]);
  });

  test('a chunk in the last bytes that does not lead to the end', async () => {
    const fake = pngText('AIGC', LABEL);
    expect(await said(idat(200_000), pngChunk('IDAT', fake, zeros(20_000)))).toEqual([]);
  });
});

describe('damage', () => {
  test.each([
    ['a chunk longer than the file', pack(png(pngText('a', 'b')).subarray(0, -12), big(4, 9000), 'tEXt')],
    ['a length of 2^32', pack(png().subarray(0, 33), big(4, 0xffff_ffff), 'tEXtAIGC\0', LABEL)],
    ['a type that is none', pack(png().subarray(0, 33), zeros(40))],
    ['no end', png(pngText('a', 'b')).subarray(0, -12)],
  ])('%s', async (_, file) => {
    expect((await read(file)).ended).toBe('damaged');
  });

  test('bombs give what the bound holds, all together too', async () => {
    const bomb = await zText('bomb', '\x41'.repeat(30_000_000));
    const [first] = await said(bomb);
    expect(first).toHaveLength('bomb='.length + 65_536);
    const small = await zText('bomb', '\x41'.repeat(500_000));
    const many = png(...Array.from({ length: 300 }, () => small));
    expect((await read(many)).said.length).toBeLessThanOrEqual(16);
    expect(await hardship(container, many)).toBeUndefined();
  }, 30_000);

  test('chunks without number keep to the budget', async () => {
    const empty = Array.from({ length: 30_000 }, () => pngChunk('tEXt'));
    const texts = Array.from({ length: 15_000 }, () => pngText('a', 'b'));
    expect(await hardship(container, png(...empty))).toBeUndefined();
    expect(await hardship(container, png(...texts))).toBeUndefined();
    expect(await hardship(container, pack(png(idat(100_000)), zeros(50_000)))).toBeUndefined();
  }, 30_000);

  test('any bytes and any changes keep to the budget', async () => {
    await survivesAnything(container, pack('\x89PNG\r\n\x1a\n'));
    await survivesChanges(container, [
      png(pngText('AIGC', LABEL), await zText('a', 'b'.repeat(900)), pngChunk('eXIf', software), idat(50)),
      png(idat(70_000), pngText('AIGC', LABEL), pngItxt('XML:com.adobe.xmp', sourceTypePacket())),
    ]);
  }, 30_000);
});
