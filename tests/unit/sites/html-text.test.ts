import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from '@/utils/sites/html-text';
import { stopwatch } from '../../support/stopwatch';

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const fold = (text: string) => text.replace(/[\s\u200b]+/g, (gap) => (/\s/.test(gap) ? ' ' : '')).trim();

describe('htmlToText', () => {
  test.each([
    ['<p>早上好</p><p>今天有雨</p>', '早上好\n今天有雨'],
    ['一行<br/>又一行', '一行\n又一行'],
    ['<h2 data-first-child>标题</h2><ul><li>甲</li><li>乙 </li></ul>', '标题\n甲\n乙'],
    ['第一次<em>露营</em>要带\n什么？', '第一次露营要带 什么？'],
    ['&lt;b&gt; &amp;amp; &#34;引&#x5F15;&quot; &nbsp;末', '<b> &amp; "引引" 末'],
    ['<script>var a = "<p>不读</p>"</script>读<style>p{}</style>', '读'],
    ['<figure><noscript><img></noscript><img alt="图"></figure>后', '后'],
    ['<a title="a > b">链接</a>', '链接'],
    ['<!-- 注 <p> -->正文<!DOCTYPE html>', '正文'],
    ['3 < 5 且 5 > 3', '3 < 5 且 5 > 3'],
    ['&valueOf; &constructor; &nope; &#0; &#xD800;', '&valueOf; &constructor; &nope;'],
    ['未闭合<a href="x', '未闭合'],
    ['<script>没有结尾', ''],
    ['', ''],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  test('reads escaped text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(htmlToText(`<p>${escapeHtml(text)}</p>`)).toBe(fold(text));
      }),
    );
  });

  test('keeps blocks apart and drops empty ones', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (blocks) => {
        const html = blocks.map((block) => `<div class="a">${escapeHtml(block)}</div>`).join('');
        expect(htmlToText(html)).toBe(blocks.map(fold).filter(Boolean).join('\n'));
      }),
    );
  });

  test('holds its form for anything', () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '<!--',
          '-->',
          '<p',
          '<script>',
          '"',
          "'",
          '=',
          '&',
          '&#',
          '&amp;',
          '\n',
        ),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(soup, (parts) => {
        const text = htmlToText(parts.join(''));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\n\n|\u200b/);
      }),
    );
  });

  test('stays quick on hostile input', () => {
    const spent = stopwatch();
    for (const piece of ['<', '<a "', "<a ='", '<!--', '&#', '<script', '</'])
      htmlToText(piece.repeat(100_000));
    expect(spent()).toBeLessThan(3_000);
  });
});
