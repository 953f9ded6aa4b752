import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headline } from '@/components/headline';
import { makePost, makeReport } from '../../support/builders';

const named = (title: string, text: string) => headline(makeReport({ post: makePost({ title, text }) }));

test('the title, else the beginning of the text, else the address', () => {
  expect(named('标题', '正文')).toBe('标题');
  expect(named('', ' 正文 ')).toBe('正文 ');
  expect(named('', '')).toBe(makePost().url);
});

test('a long text is cut between characters, not inside one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), (text) => {
      fc.pre(text.trim() !== '');
      const shown = named('', text);
      expect(text.trimStart().startsWith(shown)).toBe(true);
      expect([...shown].length).toBeLessThanOrEqual(80);
      expect(shown.isWellFormed()).toBe(true);
    }),
  );
});
