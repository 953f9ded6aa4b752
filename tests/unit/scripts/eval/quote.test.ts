import { describe, expect, test } from 'vitest';
import { quote } from '@/scripts/eval/quote';
import type { Span } from '@/utils/model/finding';

/** Spans of these words, in this order, in the text. */
function spansOf(text: string, ...words: string[]): Span[] {
  return words.map((word) => {
    const start = text.indexOf(word);
    return { field: 'text', start, end: start + word.length, text: word };
  });
}

const quoteOf = (text: string, ...words: string[]) =>
  quote({ title: '', text }, { spans: spansOf(text, ...words) });

describe('a quote', () => {
  test('puts matched words in brackets and keeps a short text whole', () => {
    expect(quoteOf('想学就加微信，名额不多', '名额', '加微信')).toBe('想学就【加微信】，【名额】不多');
  });

  test('cuts a long text around its words', () => {
    const text = `${'前'.repeat(50)}加微信${'中'.repeat(50)}名额${'后'.repeat(50)}`;
    const twenty = (character: string) => character.repeat(20);
    expect(quoteOf(text, '加微信', '名额')).toBe(
      `…${twenty('前')}【加微信】${twenty('中')}…${twenty('中')}【名额】${twenty('后')}…`,
    );
  });

  test('is one line, and its brackets are only those of matches', () => {
    expect(quoteOf('【急】\n速来加微信', '加微信')).toBe('［急］ 速来【加微信】');
  });

  test('shows overlapping words once', () => {
    const text = '请加微信群';
    expect(quoteOf(text, '加微信', '微信群')).toBe('请【加微信】群');
  });

  test('never cuts a character in two', () => {
    const text = `加微信${'𠮷'.repeat(30)}`;
    expect(quoteOf(text, '加微信').isWellFormed()).toBe(true);
    expect(quoteOf(`好${text}`, '加微信').isWellFormed()).toBe(true);
    expect(quoteOf(`${'𠮷'.repeat(30)}a加微信`, '加微信').isWellFormed()).toBe(true);
  });

  test('shows the plain word that an evasive spelling stands for', () => {
    const [span] = spansOf('快加薇❤吧', '薇❤');
    expect(quote({ title: '', text: '快加薇❤吧' }, { spans: [{ ...span!, reads: '微信' }] })).toBe(
      '快加【薇❤ = 微信】吧',
    );
  });

  test('without words shows the beginning', () => {
    expect(quote({ title: '标题', text: '' }, { spans: [] })).toBe('标题');
  });
});
