import { describe, expect, test } from 'vitest';
import { hardship } from '@/tests/support/media/hardship';
import {
  box,
  data,
  FTYP,
  fullBox,
  handler,
  keyedList,
  keys,
  mdat,
  moov,
  rawBox,
  trak,
  uuidBox,
} from '@/tests/support/media/mp4-writer';
import { big, JUMBF, LABEL, pack, utf8, utf16be, XMP, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { UUID_C2PA, UUID_XMP } from '@/utils/evidence/media/bmff';
import { container } from '@/utils/evidence/media/containers/mp4';

const read = (...boxes: Uint8Array[]) => readContainer(container, pack(FTYP, ...boxes));
const LABELLED = [`AIGC=${LABEL}`];
const LIST = fullBox('meta', keyedList({ AIGC: LABEL }));
const USER_DATA = box('udta', LIST);

test('film and sound are recognised, also old QuickTime; pictures and prose are not', () => {
  const ftyp = (brand: string) => container.recognises(box('ftyp', brand, big(4, 0)));
  expect(['isom', 'mp42', 'M4A ', 'qt  ', 'avc1', 'dash', '3gp5'].map(ftyp)).not.toContain(false);
  expect(['heic', 'mif1', 'avif', 'avis', 'msf1'].map(ftyp)).not.toContain(true);
  expect(container.recognises(moov())).toBe(true);
  expect(container.recognises(pack(big(4, 8), 'wide', mdat(9)))).toBe(true);
  expect(container.recognises(pack(big(4, 1), 'mdat', big(8, 900)))).toBe(true);
  expect(container.recognises(utf8('The free text'))).toBe(false);
  expect(container.recognises(pack(big(4, 4), 'free'))).toBe(false);
});

describe('the label in the lists of a film', () => {
  test.each([
    ['udta.meta, moov first', [moov(USER_DATA), mdat(300_000)], 1],
    ['udta.meta, moov last', [mdat(300_000), moov(USER_DATA)], 2],
    [
      'udta.meta, QuickTime without a version',
      [moov(box('udta', box('meta', keyedList({ AIGC: LABEL }))))],
      1,
    ],
    ['meta under moov', [mdat(300_000), moov(LIST)], 2],
    ['meta beside moov', [moov(), LIST], 1],
    ['user data that end with zero bytes', [moov(box('udta', LIST, zeros(4)))], 1],
  ])('%s', async (_, boxes, requests) => {
    const found = await read(...boxes);
    expect(found).toMatchObject({ said: LABELLED, requests });
    expect(found.carriers[0]).toMatchObject({ place: 'quicktime-key', key: 'AIGC' });
  });

  test.each([
    ['behind two tracks of 80 kB', [moov(trak(80_000), trak(20_000), USER_DATA), mdat(9)], 2],
    ['behind tracks of 2 MB', [moov(trak(900_000), trak(900_000), trak(200_000), USER_DATA), mdat(9)], 2],
    [
      'behind tracks of 2 MB after the film',
      [mdat(300_000), moov(trak(900_000), trak(900_000), USER_DATA)],
      3,
    ],
    ['before tracks of 2 MB', [moov(USER_DATA, trak(2_000_000)), mdat(9)], 2],
  ])('%s', async (_, boxes, requests) => {
    expect(await read(...boxes)).toMatchObject({ said: LABELLED, requests });
  });

  test('a list without keys names its values itself', async () => {
    const items = [
      box('\xa9too', data('invented')),
      box('AIGC', data(LABEL)),
      box('trkn', data(zeros(8), 0)),
    ];
    const list = fullBox('meta', handler('mdir'), box('ilst', ...items));
    expect((await read(moov(box('udta', list)))).said).toEqual(['©too=invented', ...LABELLED]);
    const free = box('----', fullBox('mean', 'com.invented'), fullBox('name', 'AIGC'), data(LABEL));
    expect((await read(moov(box('udta', fullBox('meta', box('ilst', free)))))).said).toEqual(LABELLED);
  });

  test('a list before its keys', async () => {
    const list = box('ilst', rawBox(big(4, 1), data(LABEL)));
    expect((await read(moov(fullBox('meta', list, keys(['AIGC']))))).said).toEqual(LABELLED);
  });

  test('text of any kind, but no pictures and no numbers', async () => {
    const items = [
      data(utf16be('AIGC 虚构'), 2),
      data(LABEL, 0),
      data(LABEL, 13),
      data(LABEL, 21),
      data(zeros(4), 0),
    ];
    const list = box('ilst', ...items.map((item) => rawBox(big(4, 1), item)));
    const found = await read(moov(fullBox('meta', handler('mdta'), keys(['AIGC']), list)));
    expect(found.said).toEqual(['AIGC=AIGC 虚构', `AIGC=${LABEL}`]);
  });

  test('texts of QuickTime, and a box of that name in the user data', async () => {
    const text = box('\xa9cmt', big(2, LABEL.length), big(2, 0x55c4), LABEL);
    const found = await read(moov(box('udta', text, box('AIGC', big(4, 0), LABEL))));
    expect(found.said).toEqual([`©cmt=${LABEL}`, ...LABELLED]);
  });

  test('a cover of 900 kB before it is not read', async () => {
    const list = box('ilst', box('covr', data(zeros(900_000), 13)), box('AIGC', data(LABEL)));
    expect(await read(moov(box('udta', fullBox('meta', list))))).toMatchObject({
      said: LABELLED,
      requests: 2,
    });
  });
});

describe('other places', () => {
  test('XMP in a uuid box, before and behind the film, and in the user data', async () => {
    const said = [`TC260:AIGC=${LABEL}`];
    expect(await read(moov(), uuidBox(UUID_XMP, XMP), mdat(300_000))).toMatchObject({ said, requests: 1 });
    expect(await read(moov(), mdat(300_000), uuidBox(UUID_XMP, XMP))).toMatchObject({ said, requests: 2 });
    expect(await read(moov(box('udta', box('XMP_', XMP))))).toMatchObject({ said });
    expect((await read(uuidBox('00'.repeat(16), XMP))).said).toEqual([]);
  });

  test('where C2PA lies', async () => {
    const before = pack(big(4, 0), 'manifest\0', big(8, 0));
    const found = await read(uuidBox(UUID_C2PA, before, JUMBF), moov(USER_DATA));
    expect(found.said).toEqual([`jumbf@${FTYP.length + 24 + before.length}+24`, ...LABELLED]);
  });

  test('words in the film are no label', async () => {
    expect((await read(moov(), box('mdat', moov(USER_DATA)))).said).toEqual([]);
    expect((await read(moov(trak(9)), box('moof', LIST), USER_DATA)).said).toEqual([]);
  });
});

describe('hostile', () => {
  test('a film cut off in its data, and one of unknown size', async () => {
    const file = pack(FTYP, moov(USER_DATA), mdat(200_000)).subarray(0, 100_000);
    expect(await readContainer(container, file)).toMatchObject({ said: LABELLED, ended: 'damaged' });
    expect(await readContainer(container, file, false)).toMatchObject({ said: LABELLED });
  });

  test('2^32 keys, of which one is there, and indexes of none', async () => {
    const list = box('ilst', ...[0, 1, 2, 0xffffffff].map((index) => rawBox(big(4, index), data(LABEL))));
    const found = await read(moov(fullBox('meta', keys(['AIGC'], 0xffffffff), list)));
    expect(found.said).toContain(`AIGC=${LABEL}`);
    expect(found.said.filter((text) => text.startsWith('AIGC'))).toHaveLength(1);
  });

  test('lengths of nothing, too short, too long', async () => {
    for (const length of [0, 1, 7, 0x7fffffff, 0xffffffff]) {
      const found = await read(moov(pack(big(4, length), 'udta', LIST)), mdat(9));
      expect(['damaged', undefined]).toContain(found.ended);
    }
  });

  test('a long moov of words that look like boxes', async () => {
    const words = pack(...Array.from({ length: 30_000 }, () => pack(big(4, 8), 'udta')));
    expect(await hardship(container, pack(FTYP, box('moov', words, 'end'), mdat(9)))).toBeUndefined();
  });
});
