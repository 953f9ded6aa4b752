import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldTerm } from '@/utils/rules/fold';

describe('fold', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['加 微 信', '加微信'],
    ['加-微·信', '加微信'],
    ['加    微', '加微'],
    ['加     微', '加     微'],
    ['加\u200b薇\u2060信', '加微信'],
    ['徽信', '微信'],
    ['➕V', '+v'],
    ['威❤️', '威心'],
    ['赚💰', '赚钱'],
    ['e\u0301', 'e'],
    ['要ོ不ོ要', '要不要'],
    ['𝐕𝐗', 'vx'],
    ['㊙', '秘'],
    ['hello world', 'hello world'],
    ['加\n微信', '加\n微信'],
    ['', ''],
  ])('%j reads %j', (original, folded) => expect(foldTerm(original)).toBe(folded));

  it('leads back to the original', () => {
    const original = '求求👨‍👩‍👧加\u200b 薇❤️';
    const { text, starts, ends } = fold(original);
    const at = text.indexOf('加微心');
    expect(original.slice(starts[at], ends[at + 2])).toBe('加\u200b 薇❤');
  });

  it('maps one character that folds to several to that whole character', () => {
    const { text, starts, ends } = fold('价㎏');
    expect(text).toBe('价kg');
    expect([...starts]).toEqual([0, 1, 1]);
    expect([...ends]).toEqual([1, 2, 2]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
    fc
      .array(
        fc.constantFrom(
          '加',
          '薇',
          ' ',
          '-',
          '~',
          '\u200b',
          '\n',
          'Ａ',
          '❤',
          '\ufe0f',
          '㎏',
          '\ud83d',
          '\ude00',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

  it('keeps the way back for any text, lone surrogates included', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const whole = new Map<number, number>();
        let offset = 0;
        for (const character of original) {
          whole.set(offset, offset + character.length);
          offset += character.length;
        }
        const { text, starts, ends } = fold(original);
        expect(starts.length).toBe(text.length);
        expect(ends.length).toBe(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(whole.get(starts[i]!)).toBe(ends[i]);
          if (i > 0) {
            expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1]!);
            expect(ends[i]).toBeGreaterThanOrEqual(ends[i - 1]!);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never throws and never yields a longer walk than compatibility forms need', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        expect(fold(original).text.length).toBeLessThanOrEqual(
          original.normalize('NFKC').length * 3 + original.length,
        );
      }),
    );
  });
});
