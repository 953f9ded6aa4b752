import { describe, expect, test } from 'vitest';
import { id3, userText } from '@/tests/support/media/id3-writer';
import { JUMBF, LABEL, little, pack, utf8, XMP, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { avi, chunk, list, wav } from '@/tests/support/media/riff-writer';
import { container as aviContainer } from '@/utils/evidence/media/containers/avi';
import { container as wavContainer } from '@/utils/evidence/media/containers/wav';

const inAvi = (...chunks: Uint8Array[]) => readContainer(aviContainer, avi(...chunks));
const inWav = (...chunks: Uint8Array[]) => readContainer(wavContainer, wav(...chunks));
const SOUND = chunk('data', zeros(200_000));

describe('what is recognised', () => {
  test('each its own, and no WebP', () => {
    expect(aviContainer.recognises(avi())).toBe(true);
    expect(aviContainer.recognises(wav())).toBe(false);
    expect(wavContainer.recognises(wav())).toBe(true);
    expect(wavContainer.recognises(chunk('RIFF', 'WEBP', chunk('VP8 ')))).toBe(false);
    expect(wavContainer.recognises(pack('RIFF'))).toBe(false);
  });
});

describe('AVI', () => {
  test('a label in LIST/INFO, before the film and after it', async () => {
    const info = list('INFO', chunk('ISFT', 'invented\0'), chunk('AIGC', utf8(LABEL), 0));
    const before = await inAvi(info, list('movi', zeros(100_000)));
    expect(before.said).toEqual(['ISFT=invented', `AIGC=${LABEL}`]);
    expect(before).toMatchObject({ requests: 1, carriers: [{ place: 'riff-info' }, { place: 'riff-info' }] });
    const after = await inAvi(list('movi', zeros(900_001)), info);
    expect(after.said).toEqual(before.said);
    expect(after.requests).toBe(2);
  });

  test('XMP in its chunk', async () => {
    expect((await inAvi(chunk('_PMX', XMP))).said).toEqual([`TC260:AIGC=${LABEL}`]);
  });

  test('words inside the film are no label', async () => {
    expect((await inAvi(list('movi', chunk('00dc', chunk('AIGC', utf8(LABEL)))))).said).toEqual([]);
    expect((await inAvi(list('hdrl', chunk('AIGC', utf8(LABEL))))).said).toEqual([]);
  });
});

describe('WAV', () => {
  test('a label in its own chunk after the sound, with text beside ASCII', async () => {
    const label = LABEL.replace('invented-1', '虚构');
    const read = await inWav(SOUND, chunk('AIGC', utf8(label)));
    expect(read.carriers).toEqual([{ type: 'statement', place: 'riff-chunk', key: 'AIGC', value: label }]);
    expect(read.requests).toBe(2);
  });

  test('an ID3 tag, and where C2PA lies', async () => {
    const tag = id3(4, [userText(4, 'AIGC', LABEL)]);
    expect((await inWav(chunk('id3 ', tag))).said).toEqual([`AIGC=${LABEL}`]);
    const read = await inWav(SOUND, chunk('C2PA', JUMBF));
    expect(read.said).toEqual([`jumbf@${12 + 24 + 8 + 200_000 + 8}+24`]);
    expect((await inWav(chunk('C2PA', 'no box of that kind'))).said).toEqual([]);
  });

  test('of more than 4 GiB: the length of the sound stands in a chunk before it', async () => {
    const rest = pack(zeros(300_000), chunk('AIGC', utf8(LABEL)));
    const ds64 = chunk('ds64', little(8, 0), little(8, 300_000), zeros(12));
    const file = pack('RF64', little(4, 0xffffffff), 'WAVE', ds64, 'data', little(4, 0xffffffff), rest);
    expect(wavContainer.recognises(file)).toBe(true);
    expect((await readContainer(wavContainer, file)).said).toEqual([`AIGC=${LABEL}`]);
  });

  test('without a size of the file the list says where it ends', async () => {
    const file = pack(wav(SOUND, chunk('AIGC', utf8(LABEL))), chunk('AIGC', 'behind the end'));
    expect((await readContainer(wavContainer, file, false)).said).toEqual([`AIGC=${LABEL}`]);
  });

  test('a chunk appended without correcting the length of the list is read', async () => {
    const file = pack(wav(SOUND), chunk('AIGC', utf8(LABEL)));
    expect((await readContainer(wavContainer, file)).said).toEqual([`AIGC=${LABEL}`]);
  });
});

describe('hostile', () => {
  test('a chunk longer than the file counts as far as it goes, and then the file is damaged', async () => {
    const file = wav(pack('AIGC', little(4, 0xfffffff0), utf8(LABEL)));
    expect(await readContainer(wavContainer, file)).toMatchObject({
      said: [`AIGC=${LABEL}`],
      ended: 'damaged',
    });
  });

  test('twenty thousand empty chunks end early', async () => {
    const file = wav(
      pack(...Array.from({ length: 20_000 }, () => chunk('none'))),
      chunk('AIGC', utf8(LABEL)),
    );
    const read = await readContainer(wavContainer, file);
    expect(read.said).toEqual([]);
    expect(read.requests).toBe(1);
  });

  test('of many lists of the same kind only the first are read', async () => {
    const one = list('INFO', ...Array.from({ length: 400 }, () => chunk('ISFT', 'x')));
    const read = await inAvi(...Array.from({ length: 100 }, () => one));
    expect(read.said.length).toBe(4 * 400);
  });

  test('a value is cut to 64 KiB', async () => {
    const [found] = (await inWav(chunk('AIGC', 'x'.repeat(100_000)))).carriers;
    expect(found).toMatchObject({ value: 'x'.repeat(65_536) });
  });
});
