import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableText, readReadableText } from '@/utils/sites/readable-text';

/** Trees of the elements that matter for reading: inline, blocks, breaks, what is skipped, drawings. */
const names = fc.constantFrom('span', 'b', 'p', 'div', 'br', 'button', 'script', 'svg', 'li', 'template');
const words = fc.constantFrom('甲', ' 乙 ', '\n', '', 'a b', '\u200b', '丙\u200b丁', '  ', '\u3000戊');
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    words.map((data) => document.createTextNode(data)),
    fc.tuple(names, fc.array(tie('node'), { maxLength: 4 })).map(([name, children]) => {
      const element =
        name === 'svg'
          ? document.createElementNS('http://www.w3.org/2000/svg', name)
          : document.createElement(name);
      element.append(...children);
      return element;
    }),
  ),
}));

test('both ways of reading give the same text', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (children) => {
      const root = document.createElement('section');
      root.append(...children);
      expect(readableText(root)).toBe(readReadableText(root).text);
    }),
  );
});

test('every run of the way back leads to the same words', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 6 }), (children) => {
      const root = document.createElement('section');
      root.append(...children);
      const { text, runs } = readReadableText(root);
      for (const { at, from, length, node: holder } of runs) {
        expect(holder.data.slice(from, from + length)).toBe(text.slice(at, at + length));
      }
    }),
  );
});

test('nothing is read of no element', () => {
  expect([readableText(null), readableText(undefined)]).toEqual(['', '']);
});
