import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_LABELS } from '@/utils/model/post';
import { loadRules } from '@/utils/rules/index';
import { matchPost } from '@/utils/rules/match';
import { find, post, ruleSet } from '../support';

const ID = '2025-3/sample/one';

describe('spans', () => {
  it('point at the original words in title and text', () => {
    const rules = ruleSet({ all: [{ terms: ['躺赚'] }, { terms: ['加微信'] }] });
    const readable = post('想学的 加\u200b 微 信', { title: '教你躺*赚' });
    const { spans } = find(rules, readable, ID)!;
    expect(spans.map(({ field, text }) => [field, text])).toEqual([
      ['text', '加\u200b 微 信'],
      ['title', '躺*赚'],
    ]);
    for (const { field, start, end, text } of spans) expect(readable[field].slice(start, end)).toBe(text);
  });

  it('cover whole characters', () => {
    const { spans } = find(ruleSet({ terms: ['ab'] }), post('找我𝐀𝐁'), ID)!;
    expect(spans).toEqual([{ field: 'text', start: 2, end: 6, text: '𝐀𝐁' }]);
  });

  it('say what an evasive spelling reads, and nothing where only width or case differ', () => {
    const rules = ruleSet({ terms: ['微信'], variants: true });
    const read = (text: string) => find(rules, post(text), ID)!.spans.map((span) => [span.text, span.reads]);
    expect(read('加薇信')).toEqual([['薇信', '微信']]);
    expect(read('加微信')).toEqual([['微信', undefined]]);
    expect(find(ruleSet({ terms: ['vip'] }), post('ＶＩＰ'), ID)!.spans[0]).not.toHaveProperty('reads');
  });

  it('say so too where a rule names the spelling itself', () => {
    const { spans } = find(ruleSet({ terms: ['威❤'] }), post('加威❤聊'), ID)!;
    expect(spans).toEqual([{ field: 'text', start: 1, end: 3, text: '威❤', reads: '微信' }]);
  });

  it('leave out hashtags, authors and verifications, which still count', () => {
    const rules = ruleSet({
      all: [{ terms: ['躺赚'] }, { terms: ['加微信'] }, { in: ['author'], that: { terms: ['老师'] } }],
    });
    const readable = post('教你躺赚', { hashtags: ['加微信'], author: { name: '王老师' } });
    expect(find(rules, readable, ID)!.spans.map(({ text }) => text)).toEqual(['躺赚']);
  });
});

describe('spans in any text', () => {
  const rules = loadRules();
  const cue = fc.constantFrom(
    '停药喝它，根治糖尿病',
    '加\u200b薇领资料',
    '无 效 退 款',
    '负债翻身想搞钱的私我',
    '路人拍到外卖小哥当场下跪',
    'ＶＸ',
    '日入３００',
    '\ud800',
  );

  it('are exact, whatever stands around the words', () => {
    const text = fc
      .array(fc.oneof(cue, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), { maxLength: 10 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        for (const { spans } of matchPost(rules, post(body, { title, labels: UNKNOWN_LABELS }))) {
          for (const { field, start, end, text: words } of spans) {
            expect((field === 'title' ? title : body).slice(start, end)).toBe(words);
            expect(words.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a megabyte of one character holds nothing', () => {
    for (const character of ['药', 'a', '\ud800', '\u200b', ' ', '赚']) {
      expect(matchPost(rules, post(character.repeat(1_000_000)))).toEqual([]);
    }
  });
});
