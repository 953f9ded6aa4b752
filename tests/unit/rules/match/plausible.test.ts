import { expect, it } from 'vitest';
import { isPlausible } from '@/utils/rules/match/plausible';

it.each([
  ['plain words', '加微信吧', '微信', true],
  ['a blank between two words of a list', '上衣 裤子', '衣 裤', false],
  ['a blank at the end of a sentence part', '我爱你 们都走了', '你 们', false],
  ['characters that all stand alone', '加 微 信 聊', '微 信', true],
  ['a word that stands alone', '联系：微 信', '微 信', true],
  ['a sign that is no blank', '我的微*信号', '微*信', true],
  ['an invisible sign', '我的微\u200b信号', '微\u200b信', true],
  ['a longer word', '兼职 刷单赚钱', '兼职 刷单', true],
])('%s: %s', (_, text, words, plausible) => {
  const start = text.indexOf(words);
  const length = words.replace(/[ *\u200b]/g, '').length;
  expect(isPlausible(text, start, start + words.length, length)).toBe(plausible);
});
