// @vitest-environment happy-dom
import '../../support/cleanup';
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { type Mark, MarkedText } from '@/components/MarkedText';

function shown(text: string, marks: Mark[]): string {
  const { container } = render(<MarkedText text={text} marks={marks} />);
  expect(container.textContent).toBe(text);
  return container.innerHTML.replaceAll('marked marked-', '');
}

test('marks the words and leaves the rest as it is', () => {
  expect(shown('路上偶遇老人', [{ start: 2, end: 4, confidence: 'likely' }])).toBe(
    '路上<mark class="likely">偶遇</mark>老人',
  );
});

test('shows the stronger of two marks where they overlap', () => {
  const marks: Mark[] = [
    { start: 0, end: 4, confidence: 'likely' },
    { start: 2, end: 3, confidence: 'strong' },
  ];
  expect(shown('一二三四', marks)).toBe(
    '<mark class="likely">一二</mark><mark class="strong">三</mark><mark class="likely">四</mark>',
  );
});

test('keeps the text whole when a mark does not fit it', () => {
  expect(
    shown('短', [
      { start: 0, end: 9, confidence: 'clue' },
      { start: 1, end: 1, confidence: 'clue' },
    ]),
  ).toBe('短');
});

test('never turns page text into markup', () => {
  expect(shown('<img src=x>', [])).toBe('&lt;img src=x&gt;');
});
