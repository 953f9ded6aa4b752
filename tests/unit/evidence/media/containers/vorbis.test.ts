import { describe, expect, test } from 'vitest';
import { big, LABEL, little, pack, utf8, zeros } from '@/tests/support/media/pack';
import { readContainer } from '@/tests/support/media/read-container';
import { comments, flac, flacBlock, page, pagesOf } from '@/tests/support/media/vorbis-writer';
import { container as flacContainer } from '@/utils/evidence/media/containers/flac';
import { container as oggContainer } from '@/utils/evidence/media/containers/ogg';

const TEXTS = ['TITLE=invented', `AIGC=${LABEL}`];
const inFlac = (...blocks: Uint8Array[]) => readContainer(flacContainer, flac(...blocks));
const inOgg = (...pages: Uint8Array[]) => readContainer(oggContainer, pack(...pages));
const OPUS = page([utf8('OpusHead\x01\x02')], { first: true });
const tags = (texts: readonly string[]) => pack('OpusTags', comments(texts));

test('each is recognised by its first bytes', () => {
  expect(flacContainer.recognises(flac())).toBe(true);
  expect(oggContainer.recognises(OPUS)).toBe(true);
  expect(flacContainer.recognises(OPUS)).toBe(false);
  expect(oggContainer.recognises(pack('Ogg'))).toBe(false);
});

describe('FLAC', () => {
  test('all comments, the label among them', async () => {
    const found = await inFlac(flacBlock(4, comments(TEXTS)));
    expect(found.said).toEqual(TEXTS);
    expect(found.carriers[1]).toEqual({
      type: 'statement',
      place: 'vorbis-comment',
      key: 'AIGC',
      value: LABEL,
    });
  });

  test('behind a picture, and behind one among the comments: neither is read', async () => {
    const found = await inFlac(flacBlock(6, zeros(500_000)), flacBlock(4, comments(TEXTS)));
    expect(found).toMatchObject({ said: TEXTS, requests: 2 });
    const texts = [`METADATA_BLOCK_PICTURE=${'A'.repeat(500_000)}`, `COVERART=${'A'.repeat(99)}`, ...TEXTS];
    expect(await inFlac(flacBlock(4, comments(texts)))).toMatchObject({ said: TEXTS, requests: 2 });
  });

  test('what stands in other blocks is no comment', async () => {
    expect((await inFlac(flacBlock(2, comments(TEXTS)))).said).toEqual([]);
  });

  test('a comment without a name is none', async () => {
    expect((await inFlac(flacBlock(4, comments(['AIGC', '=x', `${'N'.repeat(70)}=x`])))).said).toEqual([]);
  });
});

describe('Ogg', () => {
  test.each([
    ['Opus', 'OpusHead', 'OpusTags'],
    ['Vorbis', '\x01vorbis', '\x03vorbis'],
    ['Theora', '\x80theora', '\x81theora'],
    ['Speex', 'Speex   1.2', ''],
    ['FLAC', '\x7fFLAC\x01\x00', '\x84\x00\x00\xff'],
  ])('%s', async (_, head, before) => {
    const first = page([pack(head, zeros(8))], { first: true });
    expect((await inOgg(first, page([pack(before, comments(TEXTS))]))).said).toEqual(TEXTS);
  });

  test('comments over many pages, a picture before the label', async () => {
    const packet = tags([`METADATA_BLOCK_PICTURE=${'A'.repeat(100_000)}`, ...TEXTS]);
    const found = await inOgg(OPUS, ...pagesOf(packet, 17), page([zeros(50)]));
    expect(found.said).toEqual(TEXTS);
    expect(found.requests).toBe(2);
  });

  test('a value cut by the end of a page', async () => {
    const long = `AIGC=${LABEL.replace('invented-1', 'i'.repeat(3000))}`;
    expect((await inOgg(OPUS, ...pagesOf(tags([long]), 2))).said).toEqual([long]);
  });

  test('two streams whose pages alternate', async () => {
    const film = page([pack('\x80theora', zeros(35))], { first: true, serial: 2 });
    const [one, ...others] = pagesOf(tags(TEXTS), 1);
    const interleaved = page([pack('\x81theora', comments(['ENCODER=of the film']))], { serial: 2 });
    expect((await inOgg(OPUS, film, one!, interleaved, ...others)).said).toEqual([
      ...TEXTS,
      'ENCODER=of the film',
    ]);
  });

  test('what no codec begins so is passed over', async () => {
    const other = page([utf8('fishead\0')], { first: true });
    expect((await inOgg(other, page([tags(TEXTS)]))).said).toEqual([]);
    expect((await inOgg(OPUS, page([pack('OpusNope', comments(TEXTS))]))).said).toEqual([]);
  });
});

describe('hostile', () => {
  test('2^32 comments, of which two are there', async () => {
    const found = await inFlac(flacBlock(4, comments(TEXTS, 0xffffffff)));
    expect(found.said).toEqual(TEXTS);
  });

  test('lengths past the block: what came before counts', async () => {
    const lying = pack(comments(['TITLE=a'], 9), little(4, 0xfffffff0), 'AIGC=x');
    expect(await inFlac(flacBlock(4, lying))).toMatchObject({ said: ['TITLE=a'], ended: 'damaged' });
    expect(await inFlac(flacBlock(4, pack(little(4, 0xffffffff))))).toMatchObject({
      said: [],
      ended: 'damaged',
    });
    expect(await inOgg(OPUS, page([pack('OpusTags', little(4, 0xffffffff))]))).toMatchObject({
      ended: 'damaged',
    });
  });

  test('a FLAC file of nothing but blocks', async () => {
    const file = pack('fLaC', ...Array.from({ length: 60_000 }, () => pack(1, big(3, 0))));
    expect(await readContainer(flacContainer, file)).toMatchObject({ said: [], requests: 1 });
  });

  test('pages without pieces, and no page where one should be', async () => {
    const empty = Array.from({ length: 2000 }, () => page([]));
    expect((await inOgg(OPUS, ...empty)).said).toEqual([]);
    expect(await inOgg(OPUS, utf8('x'.repeat(100)))).toMatchObject({ said: [], ended: 'damaged' });
  });
});
