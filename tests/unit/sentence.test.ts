import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextField } from '@/utils/model/post';
import { EXCERPT_LENGTH, excerptsOf, type FoundWord } from '@/utils/sentence';

const at = (text: string, word: string, field: TextField = 'text'): FoundWord => {
  const start = text.indexOf(word);
  return { field, start, end: start + word.length };
};
/** Excerpts with their cuts as ellipses and their marks in brackets, as a reader would see them. */
const shown = (texts: Record<TextField, string>, words: FoundWord[]) =>
  excerptsOf(texts, words).map(({ text, marks, cutBefore, cutAfter }) => {
    const marked = marks.reduceRight(
      (all, { start, end }) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`,
      text,
    );
    return `${cutBefore ? '…' : ''}${marked}${cutAfter ? '…' : ''}`;
  });
const inText = (text: string, ...words: string[]) =>
  shown(
    { title: '', text },
    words.map((word) => at(text, word)),
  );

describe('a word in its sentence', () => {
  test.each([
    ['今天天气不错。路上偶遇一位老人！后来走了。', ['偶遇'], ['路上[偶遇]一位老人！']],
    ['他说：“没有剧本。”大家信了', ['剧本'], ['他说：“没有[剧本]。”']],
    ['第一行\n第二行偶遇\n第三行', ['偶遇'], ['第二行[偶遇]']],
    ['It costs 3.50 today. Follow me now. Bye', ['3.50'], ['It costs [3.50] today.']],
    ['It costs 3.50 today. Follow me now. Bye', ['Follow'], ['[Follow] me now.']],
    ['真的吗？！偶遇了……然后呢', ['偶遇'], ['[偶遇]了……']],
    ['偶遇', ['偶遇'], ['[偶遇]']],
  ])('%s', (text, words, expected) => {
    expect(inText(text, ...words)).toEqual(expected);
  });

  test('words of one sentence are shown in it together, those of another apart', () => {
    expect(inText('偶遇老人，没有剧本，关注看后续。第二句：关注我。', '偶遇', '剧本')).toEqual([
      '[偶遇]老人，没有[剧本]，关注看后续。',
    ]);
    const text = '偶遇老人。没有剧本。';
    expect(inText(text, '偶遇', '剧本')).toEqual(['[偶遇]老人。', '没有[剧本]。']);
  });

  test('a long sentence is cut on both sides, and its far words get excerpts of their own', () => {
    const long = `${'前'.repeat(100)}偶遇${'中'.repeat(100)}剧本${'后'.repeat(100)}`;
    const [first, second] = inText(long, '偶遇', '剧本');
    expect(first).toBe(`…${'前'.repeat(29)}[偶遇]${'中'.repeat(29)}…`);
    expect(second).toBe(`…${'中'.repeat(29)}[剧本]${'后'.repeat(29)}…`);
  });

  test('what has no room on one side has it on the other', () => {
    expect(inText(`偶遇${'后'.repeat(100)}`, '偶遇')).toEqual([`[偶遇]${'后'.repeat(58)}…`]);
    expect(inText(`${'前'.repeat(100)}偶遇。`, '偶遇')).toEqual([`…${'前'.repeat(57)}[偶遇]。`]);
  });

  test('the title comes before the text; a word found twice is marked once', () => {
    const texts = { title: '偶遇老人', text: '又偶遇了' };
    const words = [at(texts.text, '偶遇'), at(texts.title, '偶遇', 'title'), at(texts.text, '偶遇')];
    expect(shown(texts, words)).toEqual(['[偶遇]老人', '又[偶遇]了']);
  });

  test('a mark covers the whole of a character that it was found in', () => {
    // The heart is followed by a selector that no rule reads.
    expect(inText('加我薇❤\ufe0f看', '薇❤')).toEqual(['加我[薇❤\ufe0f]看']);
  });

  test('words that do not lie in the text are left out', () => {
    const words: FoundWord[] = [
      { field: 'text', start: -1, end: 1 },
      { field: 'text', start: 1, end: 1 },
      { field: 'text', start: 1, end: 9 },
      { field: 'title', start: 0, end: 2 },
    ];
    expect(shown({ title: '', text: '偶遇' }, words)).toEqual([]);
  });
});

describe('every text and every word in it', () => {
  const inside = fc.constantFrom('字', 'a', ' ', '👨‍👩‍👧', '❤\ufe0f', '🇨🇳', 'e\u0301', '𠮷', '\ud83d');
  const ending = fc.constantFrom('。', '！', '.', '\n', '”', '…');
  // Sentences long enough to be cut, and short ones.
  const piece = fc.oneof({ weight: 40, arbitrary: inside }, { weight: 1, arbitrary: ending });
  const texts = fc
    .array(piece, { minLength: 1, maxLength: 200, size: 'max' })
    .map((pieces) => pieces.join(''));
  const cases = texts.chain((text) =>
    fc.record({
      text: fc.constant(text),
      words: fc.array(
        fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 12 })).map(([start, length]) => ({
          field: 'text' as const,
          start,
          end: Math.min(text.length, start + length),
        })),
        { minLength: 1, maxLength: 5 },
      ),
    }),
  );
  const borders = (text: string) => {
    const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text);
    return new Set([...segments].map(({ index }) => index).concat(text.length));
  };

  test('is cut between characters only, holds every word, and is no longer than it says', () => {
    fc.assert(
      fc.property(cases, ({ text, words }) => {
        const excerpts = excerptsOf({ title: '', text }, words);
        const between = borders(text);
        let from = 0;
        const covered: [number, number][] = [];
        for (const { text: part, marks } of excerpts) {
          const [first] = marks;
          expect(first).toBeDefined();
          // Excerpts follow each other; a part that occurs twice is found by what lies around its first mark.
          const offset = offsetOf(text, part, marks, words, from);
          // None shows a word of the one before, which would stand there without its mark.
          expect(offset).toBeGreaterThanOrEqual(from);
          expect(between.has(offset) && between.has(offset + part.length)).toBe(true);
          for (const { start, end } of marks) {
            expect(between.has(offset + start) && between.has(offset + end)).toBe(true);
            covered.push([offset + start, offset + end]);
          }
          const length = [...new Intl.Segmenter('zh').segment(part)].length;
          const longest = Math.max(...marks.map(({ start, end }) => end - start));
          expect(length).toBeLessThanOrEqual(Math.max(EXCERPT_LENGTH, longest));
          from = covered.at(-1)![1];
        }
        for (const { start, end } of words)
          expect(covered.some(([a, b]) => a <= start && b >= end)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  /** Where in the text an excerpt stands: the first place at which its first mark begins a found word's character. */
  function offsetOf(
    text: string,
    part: string,
    marks: readonly { start: number }[],
    words: readonly FoundWord[],
    from: number,
  ): number {
    const between = [...borders(text)].sort((a, b) => a - b);
    const starts = words
      .map(({ start }) => between.findLast((border) => border <= start)!)
      .sort((a, b) => a - b);
    for (const start of starts) {
      const offset = start - marks[0]!.start;
      if (start >= from && text.startsWith(part, offset)) return offset;
    }
    throw new Error('an excerpt that is no part of the text');
  }
});
