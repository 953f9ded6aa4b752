import { afterEach, describe, expect, test } from 'vitest';
import { areInPage, toRanges } from '@/utils/highlight/ranges';
import { readReadableText } from '@/utils/sites/readable-text';

afterEach(() => document.body.replaceChildren());

function render(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  document.body.append(root);
  return root;
}

/** The words that the ranges cover, as the page holds them. */
function covered(ranges: readonly StaticRange[]): string[] {
  return ranges.map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset));
}

function mark(root: HTMLElement, words: string): string[] {
  const { text, runs } = readReadableText(root);
  const start = text.indexOf(words);
  expect(start, `"${words}" in "${text}"`).toBeGreaterThanOrEqual(0);
  return covered(toRanges(runs, [{ start, end: start + words.length }]));
}

describe('toRanges', () => {
  test('covers words inside one text node', () => {
    expect(mark(render('<p>路上偶遇拾荒老人</p>'), '拾荒')).toEqual(['拾荒']);
  });

  test('covers words that are split over elements, one range per node', () => {
    expect(mark(render('<p>关注<b>看后</b><i>续</i>吧</p>'), '看后续')).toEqual(['看后', '续']);
  });

  test('is exact where the page has more white space than the reader sees', () => {
    expect(mark(render('<p>\n   一  二\t三 </p>'), '二 三')).toEqual(['二', '三']);
  });

  test('skips what is not text of the post', () => {
    const root = render('<p>甲<script>关注后续</script><style>p{}</style><button>关注后续</button>乙</p>');
    expect(readReadableText(root).text).toBe('甲乙');
  });

  test('keeps surrogate pairs whole', () => {
    expect(mark(render('<p>看🛰️后续</p>'), '🛰️后')).toEqual(['🛰️后']);
  });

  test('breaks lines between blocks and at br, so that words are not made across them', () => {
    expect(readReadableText(render('<div>加</div><div>微信<br>好</div>')).text).toBe('加\n微信\n好');
  });
});

describe('areInPage', () => {
  test('says whether all nodes that ranges name are still there', () => {
    const root = render('<p>关注<b>看后续</b></p>');
    const { runs } = readReadableText(root);
    const ranges = toRanges(runs, [{ start: 0, end: 5 }]);
    expect(ranges).toHaveLength(2);
    expect(areInPage(ranges)).toBe(true);
    root.querySelector('b')!.replaceChildren('看后续');
    expect(areInPage(ranges)).toBe(false);
    expect(areInPage([])).toBe(true);
  });

  test('sees into open shadow roots', () => {
    const host = render('');
    const shadow = host.attachShadow({ mode: 'open' });
    const words = document.createElement('p');
    words.textContent = '关注看后续';
    shadow.append(words);
    const ranges = toRanges(readReadableText(words).runs, [{ start: 0, end: 2 }]);
    expect(areInPage(ranges)).toBe(true);
    host.remove();
    expect(areInPage(ranges)).toBe(false);
  });
});
