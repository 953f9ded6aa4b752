import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_CLASSES, soundClasses } from '@/utils/copies/sound-classes';
import { TEXTS } from './support';

const classes = (...texts: string[]) => String.fromCharCode(...soundClasses(...texts));

describe('the sounds of a text', () => {
  it.each([
    ['blanks and signs between characters', '加 微·信', '加微信'],
    ['invisible characters', '加\u200b微\ufeff信', '加微信'],
    ['punctuation', '“真的！”，他说……', '真的他说'],
    ['the signs of hashtags and mentions', '#好物分享# @路人', '好物分享路人'],
    ['emoji', '好🔥物❤️分享👨‍👩‍👧👋', '好物分享'],
    ['emoji in words', '笑死[笑哭]了[doge]', '笑死了'],
    ['width and case', 'ＡＢＣ１２３', 'abc123'],
    ['traditional forms', '這個視頻', '这个视频'],
    ['homophones', '家薇芯', '加微信'],
    ['letters in other dress', '𝐀𝐁ⓒ', 'abc'],
  ])('%s make no difference', (_, one, other) => expect(classes(one)).toBe(classes(other)));

  it.each([
    ['numbers in brackets', '[2024]年', '年'],
    ['long words in brackets', '[这是一段很长的说明文字]好', '好'],
    ['other words', '加微信', '减微信'],
    ['numbers', '第12集', '第13集'],
  ])('%s do', (_, one, other) => expect(classes(one)).not.toBe(classes(other)));

  it('reads several texts as one', () => expect(classes('标题', '正文')).toBe(classes('标题正文')));

  it('stops at its limit', () => expect(soundClasses('长'.repeat(MAX_CLASSES + 5)).length).toBe(MAX_CLASSES));

  it('takes any text, and nothing comes of what is only signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(soundClasses(text).length).toBeLessThanOrEqual(text.length);
        expect(soundClasses(text)).not.toContain(0);
      }),
    );
    expect(classes(' 。，🔥#@…[doge]')).toBe('');
  });

  it('does not hear what is put between any two characters', () => {
    const noise = fc.constantFrom(' ', '🔥', '，', '…', '[允悲]', '\u200d', '~', '️');
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        fc.array(fc.tuple(fc.nat(60), noise), { maxLength: 12 }),
        (text, put) => {
          const spread = [...text].map(
            (each, i) =>
              each +
              put
                .filter(([at]) => at === i)
                .map(([, sign]) => sign)
                .join(''),
          );
          expect(classes(spread.join(''))).toBe(classes(text));
        },
      ),
    );
  });
});
