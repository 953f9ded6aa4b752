import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoded, type TextPiece } from '@/utils/import/decode';
import { encodingOfMark, type FileEncoding, guessEncoding } from '@/utils/import/encoding';
import { linesOf } from '@/utils/import/lines';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += size) yield Uint8Array.from(bytes.subarray(at, at + size));
}

async function decode(bytes: Uint8Array, size: number, encoding: FileEncoding = 'utf-8', mark = 0) {
  const all: TextPiece[] = [];
  for await (const piece of decoded(pieces(bytes, size), { encoding, mark })) all.push(piece);
  return all;
}
const whole = (all: readonly TextPiece[]) => all.map(({ text }) => text).join('');

describe('decoding', () => {
  test('any text in pieces of any size', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (wanted, size) => {
        const plain = wanted.toWellFormed();
        const all = await decode(Buffer.from(plain), size);
        expect(whole(all)).toBe(plain);
        expect(all.every(({ damaged }) => damaged === undefined)).toBe(true);
        if (plain) expect(whole(await decode(Buffer.from(plain, 'utf16le'), size, 'utf-16le'))).toBe(plain);
      }),
    );
  });

  test('of a damaged line the place is told, and the others are sound', async () => {
    const bytes = Buffer.from('第一行\n第二行\n第三行\n');
    bytes[14] = 0xff;
    const all = await decode(bytes, 100);
    expect(whole(all.filter(({ damaged }) => damaged === undefined))).toBe('第一行\n第三行\n');
    for (const size of [1, 7, 100]) {
      const [broken, ...more] = (await decode(bytes, size)).filter(({ damaged }) => damaged !== undefined);
      expect(more).toEqual([]);
      expect(broken?.text).not.toMatch(/[一三]/);
      expect(Math.abs((broken?.damaged ?? 0) - 14)).toBeLessThan(5);
    }
  });

  test('a mark inside a text stays, the one before it does not', async () => {
    const bytes = Buffer.from('\ufeffa\n\ufeffb\n');
    expect(whole(await decode(bytes, 3, 'utf-8', 3))).toBe('a\n\ufeffb\n');
  });

  test('a text that can be cut nowhere is decoded all the same', async () => {
    const characters = Buffer.from([0xd7, 0xd6]);
    const bytes = Buffer.alloc(500_000, characters);
    for (const [each, encoding] of [
      [bytes, 'gb18030'],
      [Buffer.from('字'.repeat(250_000)), 'utf-8'],
    ] as const) {
      const all = await decode(each, 32 * 1024 + 1, encoding);
      expect(whole(all)).toBe('字'.repeat(250_000));
      expect(all.every(({ damaged }) => damaged === undefined)).toBe(true);
    }
  });
});

describe('which encoding', () => {
  const guess = (bytes: Uint8Array) => guessEncoding(pieces(bytes, 50));
  const GBK = Buffer.from([0xc5, 0xbc, 0xd3, 0xf6, 0xc0, 0xcf, 0xc8, 0xcb, 10]);

  test('is told by content where no mark says it', async () => {
    expect(await guess(Buffer.from('only,ascii\n'))).toBe('utf-8');
    expect(await guess(Buffer.from('路上偶遇拾荒老人\n'))).toBe('utf-8');
    expect(await guess(GBK)).toBe('gb18030');
    expect(await guess(Buffer.concat([Buffer.from('a,b\n'.repeat(100)), GBK]))).toBe('gb18030');
    expect(await guess(new Uint8Array(500).fill(0xff))).toBeUndefined();
  });

  test('one damaged character does not make another of it', async () => {
    const bytes = Buffer.from('路上偶遇拾荒老人，我塞给他两千块\n');
    bytes[4] = 0x20;
    expect(await guess(bytes)).toBe('utf-8');
  });

  test('is told by a mark', () => {
    expect(encodingOfMark(Buffer.from('\ufeffa'))).toEqual({ encoding: 'utf-8', mark: 3 });
    expect(encodingOfMark(Buffer.from('\ufeffa', 'utf16le'))).toEqual({ encoding: 'utf-16le', mark: 2 });
    expect(encodingOfMark(Buffer.from('abc'))).toBeUndefined();
  });
});

describe('lines', () => {
  async function* texts(parts: readonly TextPiece[]) {
    yield* parts;
  }
  const lines = async (parts: readonly TextPiece[], limit = 100) => {
    const all = [];
    for await (const line of linesOf(texts(parts), limit)) all.push(line);
    return all;
  };

  test('are put together from pieces', async () => {
    expect(await lines([{ text: 'a\r\nb' }, { text: 'c' }, { text: '\n\nd' }])).toEqual([
      { row: 1, text: 'a' },
      { row: 2, text: 'bc' },
      { row: 3, text: '' },
      { row: 4, text: 'd', open: true },
    ]);
  });

  test('that are too long are not kept, and a damaged piece damages its line', async () => {
    expect(
      await lines(
        [{ text: 'abc' }, { text: 'def\ngh\n' }, { text: 'i\ufffd\n', damaged: 12 }, { text: 'j\n' }],
        4,
      ),
    ).toEqual([
      { row: 1, text: '', tooLong: true },
      { row: 2, text: 'gh' },
      { row: 3, text: 'i\ufffd', damaged: 12 },
      { row: 4, text: 'j' },
    ]);
  });
});
