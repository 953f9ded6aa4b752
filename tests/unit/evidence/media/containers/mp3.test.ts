import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { frame, id3, SOUND, syncsafe, unsynchronised, userText } from '@/tests/support/media/id3-writer';
import { big, JUMBF, LABEL, pack, utf8, utf16be, utf16le, XMP, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { container } from '@/utils/evidence/media/containers/mp3';

const read = (...parts: Uint8Array[]) => readContainer(container, pack(...parts, SOUND));
const LABELLED = [`AIGC=${LABEL}`];

test('MP3 is recognised with a tag and without, and what begins alike is not', () => {
  expect(container.recognises(id3(3, []))).toBe(true);
  expect(container.recognises(SOUND)).toBe(true);
  expect(container.recognises(pack(0xff, 0xd8, 0xff, 0xe0))).toBe(false);
  expect(container.recognises(pack(0xff, 0xfe, 'a', 0, 'b', 0))).toBe(false);
  expect(container.recognises(pack(0xff, 0xf1, 0x50, 0x80))).toBe(false);
  expect(container.recognises(pack(0xff, 0xfb, 0xf0, 0x00))).toBe(false);
});

describe('the label in a free text field', () => {
  test.each([2, 3, 4] as const)('of ID3v2.%i', async (version) => {
    const found = await read(id3(version, [userText(version, 'AIGC', LABEL)], { padding: 50 }));
    expect(found.carriers).toEqual([{ type: 'statement', place: 'id3', key: 'AIGC', value: LABEL }]);
    expect(found.requests).toBe(1);
  });

  test.each([
    ['UTF-16 with a mark', [1, 0xff, 0xfe, utf16le('AIGC'), 0, 0, 0xff, 0xfe, utf16le(LABEL)]],
    ['UTF-16 of high order first', [1, 0xfe, 0xff, utf16be('AIGC'), 0, 0, 0xfe, 0xff, utf16be(LABEL), 0, 0]],
    ['UTF-16 without a mark', [2, utf16be('AIGC'), 0, 0, utf16be(LABEL)]],
    ['UTF-8', [3, 'AIGC', 0, utf8(LABEL), 0]],
  ])('in %s', async (_, content) => {
    expect((await read(id3(4, [frame(4, 'TXXX', content)]))).said).toEqual(LABELLED);
  });

  test('Chinese in UTF-8', async () => {
    expect((await read(id3(4, [frame(4, 'TXXX', [3, 'AIGC', 0, utf8('虚构')])]))).said).toEqual([
      'AIGC=虚构',
    ]);
  });

  test('behind a picture of 900 kB, with one more request', async () => {
    const found = await read(id3(3, [frame(3, 'APIC', zeros(900_000)), userText(3, 'AIGC', LABEL)]));
    expect(found.said).toEqual(LABELLED);
    expect(found.requests).toBe(2);
  });

  test('in a second tag', async () => {
    expect((await read(id3(3, []), id3(4, [userText(4, 'AIGC', LABEL)]))).said).toEqual(LABELLED);
  });
});

describe('what was done to a tag', () => {
  const marked = frame(3, 'TXXX', [1, 0xff, 0xfe, utf16le('AIGC'), 0, 0, 0xff, 0xfe, utf16le(LABEL)]);

  test('zero bytes after every 0xFF, in the whole tag', async () => {
    const frames = pack(frame(3, 'PRIV', ['x\0', zeros(300).fill(0xff)]), marked);
    expect((await read(id3(3, [unsynchronised(frames)], { flags: 0x80 }))).said).toEqual(LABELLED);
  });

  test('zero bytes after every 0xFF, in one frame', async () => {
    const content = unsynchronised(pack(1, 0xff, 0xfe, utf16le('AIGC'), 0, 0, 0xff, 0xfe, utf16le(LABEL)));
    expect((await read(id3(4, [frame(4, 'TXXX', content, { flags: 0x02 })]))).said).toEqual(LABELLED);
  });

  test('an extended header', async () => {
    const label3 = userText(3, 'AIGC', LABEL);
    expect((await read(id3(3, [big(4, 6), zeros(6), label3], { flags: 0x40 }))).said).toEqual(LABELLED);
    const label4 = userText(4, 'AIGC', LABEL);
    expect((await read(id3(4, [syncsafe(6), 1, 0, label4], { flags: 0x40 }))).said).toEqual(LABELLED);
  });

  test('a compressed frame, a grouped one, and one with its length before it', async () => {
    const content = pack(0, 'AIGC', 0, LABEL);
    const packed = new Uint8Array(deflateSync(content));
    const frames3 = frame(3, 'TXXX', [big(4, content.length), packed], { flags: 0x80 });
    expect((await read(id3(3, [frames3]))).said).toEqual(LABELLED);
    const frames4 = frame(4, 'TXXX', [syncsafe(content.length), packed], { flags: 0x09 });
    expect((await read(id3(4, [frames4]))).said).toEqual(LABELLED);
    expect((await read(id3(4, [frame(4, 'TXXX', [7, content], { flags: 0x40 })]))).said).toEqual(LABELLED);
  });

  test('an encrypted frame says nothing', async () => {
    expect((await read(id3(3, [frame(3, 'TXXX', pack(0, 'AIGC', 0, LABEL), { flags: 0x40 })]))).said).toEqual(
      [],
    );
    expect((await read(id3(4, [frame(4, 'TXXX', pack(0, 'AIGC', 0, LABEL), { flags: 0x04 })]))).said).toEqual(
      [],
    );
  });

  test('lengths as old iTunes wrote them into 2.4', async () => {
    const comment = pack(3, 'eng', 0, 'x'.repeat(300));
    const frames = [
      frame(4, 'COMM', comment, { length: big(4, comment.length) }),
      userText(4, 'AIGC', 'short'),
    ];
    expect((await read(id3(4, frames))).said).toEqual([`COMM=${'x'.repeat(300)}`, 'AIGC=short']);
  });
});

describe('other frames', () => {
  test('comments and texts under their names', async () => {
    const frames = [
      frame(3, 'TENC', [0, 'invented encoder']),
      frame(3, 'COMM', [0, 'eng', 'AIGC', 0, LABEL]),
    ];
    expect((await read(id3(3, frames))).said).toEqual(['TENC=invented encoder', `AIGC=${LABEL}`]);
  });

  test('XMP', async () => {
    expect((await read(id3(3, [frame(3, 'PRIV', ['XMP\0', XMP])]))).said).toEqual([`TC260:AIGC=${LABEL}`]);
  });

  test('where C2PA lies', async () => {
    const object = [0, 'application/x-c2pa-manifest-store\0', 'c2pa\0', 'manifest\0', JUMBF];
    const file = pack(id3(4, [frame(4, 'GEOB', object)]), SOUND);
    const found = await readContainer(container, file);
    const start = 10 + 10 + pack(object).length - JUMBF.length;
    expect(found.said).toEqual([`jumbf@${start}+24`]);
    expect(file.subarray(start, start + 24)).toEqual(JUMBF);
    const other = [0, 'application/json\0', 'c2pa\0', 'manifest\0', JUMBF];
    expect((await read(id3(4, [frame(4, 'GEOB', other)]))).said).toEqual([]);
  });

  test('C2PA in a tag with zero bytes put in has no place in the file', async () => {
    const object = frame(3, 'GEOB', [0, 'application/c2pa\0', 0, 0, JUMBF]);
    expect((await read(id3(3, [unsynchronised(object)], { flags: 0x80 }))).said).toEqual(['jumbf@']);
    const synced = frame(4, 'GEOB', [0, 'application/c2pa\0', 0, 0, JUMBF]);
    expect((await read(id3(4, [unsynchronised(synced)], { flags: 0x80 }))).said).toEqual(['jumbf@']);
  });

  test('C2PA that is longer than its frame has no place either', async () => {
    const cut = [0, 'application/c2pa\0', 0, 0, big(4, 4000), JUMBF.subarray(4)];
    expect((await read(id3(4, [frame(4, 'GEOB', cut)]))).said).toEqual(['jumbf@']);
  });
});

describe('hostile', () => {
  test('a frame longer than its tag ends with it', async () => {
    const long = frame(3, 'TXXX', [0, 'AIGC', 0, LABEL], { length: big(4, 0xffffffff) });
    expect((await read(id3(3, [long]))).said).toEqual(LABELLED);
  });

  test('a tag longer than the file, an extended header longer than the tag', async () => {
    const tag = id3(3, [userText(3, 'AIGC', LABEL)]);
    tag.set(syncsafe(0xfffffff), 6);
    expect((await readContainer(container, tag)).said).toEqual(LABELLED);
    expect((await read(id3(3, [big(4, 0xffffffff)], { flags: 0x40 }))).said).toEqual([]);
  });

  test('twenty thousand empty frames end early', async () => {
    const frames = Array.from({ length: 20_000 }, () => frame(3, 'TXXX', []));
    expect((await read(id3(3, frames))).said).toEqual([]);
  });

  test('a bomb in a compressed frame becomes at most 64 KiB', async () => {
    const packed = new Uint8Array(deflateSync(pack(0, 'AIGC', 0, zeros(10_000_000).fill(120))));
    const [found] = (await read(id3(3, [frame(3, 'TXXX', [big(4, 1), packed], { flags: 0x80 })]))).carriers;
    expect(found).toMatchObject({ key: 'AIGC', value: 'x'.repeat(65_536 - 6) });
  });
});
