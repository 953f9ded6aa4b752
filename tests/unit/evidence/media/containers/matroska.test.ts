import { describe, expect, test } from 'vitest';
import {
  cluster,
  element,
  HEAD,
  openElement,
  seekHead,
  segment,
  simpleTag,
  tags,
} from '@/tests/support/media/ebml-writer';
import { LABEL, pack, utf8, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { container } from '@/utils/evidence/media/containers/matroska';

const [TAGS, SEEK_HEAD, CUES] = [0x1254c367, 0x114d9b74, 0x1c53bb6b];
const read = (...parts: Uint8Array[]) => readContainer(container, pack(HEAD, ...parts));
const LABELLED = [`AIGC=${LABEL}`];
const MARKED = tags(simpleTag('AIGC', LABEL));
const INDEX_LENGTH = seekHead([TAGS, 0]).length;

test('Matroska is recognised by the head of EBML', () => {
  expect(container.recognises(HEAD)).toBe(true);
  expect(container.recognises(utf8('\x1aEBML'))).toBe(false);
});

describe('tags', () => {
  test('before the film', async () => {
    const found = await read(segment(MARKED, cluster(300_000)));
    expect(found).toMatchObject({ said: LABELLED, requests: 1, carriers: [{ place: 'matroska-tag' }] });
  });

  test('behind the film, where the index says', async () => {
    const film = cluster(900_000);
    const index = seekHead([CUES, 77], [TAGS, INDEX_LENGTH * 2 + film.length]);
    const padding = element(0xec, zeros(INDEX_LENGTH * 2 - index.length - 9));
    const found = await read(segment(index, padding, film, MARKED));
    expect(found).toMatchObject({ said: LABELLED, requests: 2 });
  });

  test('behind the film, where a second index says that the first one names', async () => {
    const film = cluster(300_000);
    const second = INDEX_LENGTH + film.length;
    const first = seekHead([SEEK_HEAD, second]);
    const index = seekHead([TAGS, second + INDEX_LENGTH]);
    expect((await read(segment(first, film, index, MARKED))).said).toEqual(LABELLED);
  });

  test('behind the film without an index, as far as the clusters tell their lengths', async () => {
    expect(await read(segment(cluster(300_000), MARKED))).toMatchObject({ said: LABELLED, requests: 2 });
    expect((await read(segment(openElement(0x1f43b675, zeros(300_000)), MARKED))).said).toEqual([]);
  });

  test('in a segment of open size', async () => {
    expect((await read(openElement(0x18538067, MARKED, cluster(300_000)))).said).toEqual(LABELLED);
    expect(await readContainer(container, pack(HEAD, openElement(0x18538067, MARKED)), false)).toMatchObject({
      said: LABELLED,
    });
  });

  test('inside another tag, and names of programs', async () => {
    const info = element(0x1549a966, element(0x4d80, 'invented muxer'), element(0x5741, utf8('虚构')));
    const found = await read(segment(info, tags(simpleTag('OUTER', 'x', simpleTag('AIGC', LABEL)))));
    expect(found.said).toEqual(['MuxingApp=invented muxer', 'WritingApp=虚构', 'OUTER=x', ...LABELLED]);
  });

  test('in size fields of any width', async () => {
    const short = (id: number[], content: Uint8Array) =>
      pack(id, 0x40 | (content.length >> 8), content.length & 255, content);
    const tag = short([0x67, 0xc8], pack([0x45, 0xa3, 0x84], 'AIGC', short([0x44, 0x87], utf8(LABEL))));
    expect(
      (await read(segment(pack([0x12, 0x54, 0xc3, 0x67], 0x10, 0, 0, 0)), MARKED)).ended,
    ).toBeUndefined();
    expect((await read(segment(element(TAGS, element(0x7373, tag))))).said).toEqual(LABELLED);
  });
});

test('words elsewhere are no label', async () => {
  expect((await read(segment(element(0x1f43b675, MARKED)))).said).toEqual([]);
  expect((await read(segment(element(0x1941a469, utf8(LABEL))))).said).toEqual([]);
  expect((await read(MARKED)).said).toEqual([]);
  expect((await read(segment(tags(element(0x67c8, element(0x4487, LABEL)))))).said).toEqual([]);
});

describe('hostile', () => {
  test('an index that points at itself, at nothing, and past the file', async () => {
    const index = seekHead([SEEK_HEAD, 0], [TAGS, 3], [TAGS, 2 ** 52], [SEEK_HEAD, 0]);
    const found = await read(segment(index, cluster(300_000)));
    expect(found.said).toEqual([]);
    expect(found.requests).toBeLessThanOrEqual(3);
  });

  test('tags in tags in tags', async () => {
    let tag = simpleTag('AIGC', LABEL);
    for (let depth = 0; depth < 500; depth += 1) tag = simpleTag('N', 'x', tag);
    expect((await read(segment(tags(tag)))).said).toHaveLength(5);
  });

  test('a hundred thousand empty elements end it', async () => {
    const empty = pack(...Array.from({ length: 20_000 }, () => [0x67, 0xc8, 0x80]));
    expect(await read(segment(tags(empty)))).toMatchObject({ said: [], ended: 'damaged' });
  });

  test('a tag longer than what holds it ends with it', async () => {
    const lying = pack(
      [0x67, 0xc8, 0x08, 0xff, 0xff, 0xff, 0xff],
      pack([0x45, 0xa3, 0x84], 'AIGC', [0x44, 0x87, 0x85], 'value'),
    );
    expect((await read(segment(tags(lying)))).said).toEqual(['AIGC=value']);
  });
});
