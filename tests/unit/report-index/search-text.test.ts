import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchedWords, searchTextOf } from '@/utils/report-index/search-text';
import { makePost } from '../../support/builders';

const textOf = (text: string, note = '') =>
  searchTextOf({ post: makePost({ title: '', text, hashtags: [], author: {} }), note });
const finds = (search: string, text: string) =>
  searchedWords(search).every((word) => textOf(text).includes(word));

describe('a search', () => {
  test.each([
    ['视频', '這個視頻沒有標註'],
    ['視頻', '这个视频没有标注'],
    ['微信', '加我微·信看后续'],
    ['微 信', '加我微·信看后续'],
    ['微信', '加我微 信看后续'],
    ['vx123', 'ＶＸ１２３'],
    ['CAFE', 'un café'],
    ['剧本', '没有剧本，没有摆拍。'],
    ['3-5万', '报价3-5万'],
  ])('for %s finds %s', (search, text) => {
    expect(finds(search, text)).toBe(true);
  });

  test.each([
    ['剧本', '没有剧\n本的事'],
    ['微信', '威信'],
    ['applet', 'pineapples are not app les'],
  ])('for %s does not find %s', (search, text) => {
    expect(finds(search, text)).toBe(false);
  });

  test('finds a word in every field, and none across two', () => {
    const post = makePost({ title: '甲乙', text: '丙丁', hashtags: ['戊己'], author: { name: '庚辛' } });
    const text = searchTextOf({ post, note: '壬癸' });
    for (const word of ['甲乙', '丙丁', '戊己', '庚辛', '壬癸']) expect(text).toContain(word);
    for (const word of ['乙丙', '丁戊', '己庚', '辛壬']) expect(text).not.toContain(word);
  });

  test('of nothing asks for nothing', () => {
    expect(searchedWords('  ')).toEqual([]);
    expect(searchedWords('\u200b ·')).toEqual([]);
  });

  test('finds any text by itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const line = text.split(/\s+/).join('');
        expect(finds(line, line)).toBe(true);
      }),
    );
  });
});
