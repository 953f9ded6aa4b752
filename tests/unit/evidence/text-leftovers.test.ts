import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LEFTOVER_PATTERNS, type LeftoverId } from '@/utils/evidence/leftover-patterns';
import { LEFTOVER_WORDS } from '@/utils/evidence/leftover-words';
import { readLeftovers as readWith } from '@/utils/evidence/text-leftovers';
import { compilePacks } from '@/utils/rules/compile';
import { foldTerm, loadFoldTable } from '@/utils/rules/fold';
import { linkRules } from '@/utils/rules/match';
import { TermMatcher } from '@/utils/rules/matcher/term-matcher';
import { stopwatch } from '../../support/stopwatch';

/** As pages get them: through the program's text. */
const { leftovers } = linkRules(JSON.parse(JSON.stringify(compilePacks([], []))));
const readLeftovers = (text: string) => readWith(text, leftovers);
const ids = (text: string) => readLeftovers(text)?.found.map(({ id }) => id) ?? [];

const SIGNS: [LeftoverId, string][] = [
  ['openai', '露营清单 :contentReference[oaicite:3]{index=3} 很全'],
  ['openai', '露营清单 [oai_citation:0‡example.com]'],
  ['openai', '露营清单 \ue200cite\ue202turn0search0\ue201'],
  ['openai', '露营清单\ue200cite\ue202'],
  ['openai', '露营清单 iturn0image0'],
  ['openai', '露营清单turn12search3很全'],
  ['openai', '({"attribution":{"attributableIndex":"1-2"}})'],
  ['google', '营地海拔一千米。[cite: 12, 14]'],
  ['google', '营地海拔一千米[cite:12]，有风'],
  ['google', '[cite_start]营地海拔一千米。'],
  ['google', '营地[span_1](start_span)海拔一千米[span_1](end_span)'],
  ['grok', '<grok_card id="1">'],
  ['grok', '营地<grok_render_citation_card_json={}>'],
  ['dagger', '营地海拔一千米【85†L261-269】'],
  ['dagger', '营地海拔一千米【4:0†source】'],
  ['perplexity', '营地海拔一千米[web:3]'],
  ['perplexity', '[attached_file:1] 营地'],
  ['perplexity', '营地[attached_image:1]'],
  ['self-zh', '作为一个AI语言模型，我无法去露营'],
  ['self-zh', '身为一名ＡＩ助手以前，作为一款AI助手，我无法去露营'],
  ['self-zh', '很抱歉，作为人工智能我不露营，作为一个人工智能助手，我没有帐篷'],
  ['self-zh', '作为一个人工智能模型，我没有帐篷'],
  ['self-zh', '我是由某公司训练的语言模型，没有去过'],
  ['self-zh', '我是某公司开发的大型语言模型，没有去过'],
  ['self-zh', '截至我的知识更新，营地开放'],
  ['self-zh', '截至我最后一次知识更新，营地开放'],
  ['self-en', 'As an AI language model, I cannot camp.'],
  ['self-en', 'As an artificial intelligence assistant I cannot camp.'],
  ['self-en', 'As an AI model, my view is that you should camp.'],
  ['self-en', 'As of my last knowledge update the site is open.'],
  ['self-en', 'My latest training data cut-off lies before the opening.'],
];

const PHRASES: [LeftoverId, string][] = [
  ['here-is', '以下是为您生成的清单'],
  ['here-is', '好的，以下是清单'],
  ['here-is', '当然可以！以下是清单'],
  ['here-is', "Certainly! Here's the list"],
  ['here-is', 'Of course. Here are three places'],
  ['here-is', 'Sure, Here is one'],
  ['hope-it-helps', '希望以上内容对您有所帮助'],
  ['hope-it-helps', '希望这份文案能对你有帮助'],
  ['let-me-know', '如需进一步修改，请随时告诉我'],
  ['let-me-know', '如果您需要其他路线，请告诉我'],
  ['note-here', '帐篷【注：此处可插入图片】'],
  ['note-here', '帐篷（此处填写型号）'],
  ['fill-in', '联系人：[插入姓名]'],
  ['fill-in', '联系人：[您的姓名]'],
  ['fill-in', 'Dear [Your Name]'],
  ['fill-in', '[Insert Camp Name]'],
  ['link', 'https://example.com/?utm_source=chatgpt.com'],
  ['link', 'https://example.com/?utm_source=copilot.com'],
  ['link', 'https://example.com/?referrer=grok.com'],
];

describe('signs that stand alone', () => {
  test.each(SIGNS)('%s in %j', (id, text) => {
    expect(ids(text)).toContain(id);
    expect(readLeftovers(text)?.strength).toBe('C1');
  });
});

describe('phrases count by twos', () => {
  test.each(PHRASES)('%s alone says nothing: %s', (_, text) => {
    expect(readLeftovers(text)).toBeUndefined();
  });

  test.each(PHRASES)('%s says something beside another: %s', (id, text) => {
    const other = id === 'hope-it-helps' ? '以下是为您整理的清单' : '希望这些建议对你有帮助';
    const both = `${text}\n露营\n${other}`;
    expect(readLeftovers(both)?.strength).toBe('C3');
    expect(ids(both)).toContain(id);
  });

  test.each([
    ['the same phrase twice', '希望以上内容对您有帮助。希望这些建议对您有帮助。'],
    ['one turn of phrase in two forms', '好的，以下是为您准备的菜单'],
    ['two links', 'https://example.com/?utm_source=chatgpt.com https://example.com/?referrer=grok.com'],
  ])('%s is one', (_, text) => {
    expect(readLeftovers(text)).toBeUndefined();
  });

  test('a phrase beside a sign is told with it', () => {
    const text = '希望以上内容对您有帮助[cite: 1]';
    expect(readLeftovers(text)?.strength).toBe('C1');
    expect(ids(text)).toEqual(['hope-it-helps', 'google']);
  });
});

describe('the words that a text is read for', () => {
  test.each([...SIGNS, ...PHRASES])('stand where the pattern finds something: %s in %j', (id, text) => {
    const words = LEFTOVER_WORDS[id].map(foldTerm);
    const { count } = TermMatcher.build(words, loadFoldTable()).scan(text);
    expect(count).toBeGreaterThan(0);
  });

  test('are there for every pattern, and hold no blank', () => {
    expect(Object.keys(LEFTOVER_WORDS).sort()).toEqual(Object.keys(LEFTOVER_PATTERNS).sort());
    for (const word of Object.values(LEFTOVER_WORDS).flat()) expect(foldTerm(word)).toMatch(/^\S{2,}$/);
  });
});

describe('what is not the writer’s own words', () => {
  test.each([
    ['a quotation', '很多回答一开头就是“作为一个AI语言模型，我无法”，看着就想笑'],
    ['corner brackets', '看到「作为一个AI语言模型，我」就划走'],
    ['straight quotes', 'Whoever writes "As an AI language model, I" did not look.'],
    ['a quoted line', '> 作为一个AI语言模型，我无法露营\n我倒是可以'],
    ['code', '报错 `contentReference[oaicite:0]` 怎么去掉'],
    ['a block of code', '```\nturn0search0\n```\n这是什么'],
    ['a block that never ends', '```\nturn0search0'],
    ['reported speech', '它总说作为一个AI语言模型，没有立场'],
    ['reported speech in English', 'It said: As an AI model, I do not camp.'],
  ])('%s', (_, text) => {
    expect(readLeftovers(text)).toBeUndefined();
  });

  test('a page about such signs', () => {
    const about = '四家的残留：turn0search0、[cite: 1]、grok_card、[web:1]';
    expect(readLeftovers(about)).toBeUndefined();
    expect(ids(about.replace('、[web:1]', ''))).toHaveLength(3);
  });
});

describe('people’s own words', () => {
  test.each([
    '作为一个AI产品经理，我每天开会',
    '作为一个AI模型的训练师，聊聊这一行',
    '作为一个语文老师，我认为',
    '某某写作作为一个AI助手，以十倍的速度写稿',
    'As an AI researcher I disagree.',
    'As an AI assistant, it writes ten times faster.',
    '以下是我整理的露营清单',
    '希望对大家有帮助',
    '如需退换货请联系客服',
    '【注：以上价格不含税】',
    '[图片]',
    '我的知识更新得很慢',
    '请看第3集[web]',
    'turn 0 search 0',
    'https://example.com/?utm_source=weibo',
  ])('%s', (text) => {
    expect(readLeftovers(text)).toBeUndefined();
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      '“',
      '”',
      '"',
      '`',
      '```',
      '\n',
      '> ',
      '作为一个AI语言模型，',
      'turn0search0',
      '[cite: 1]',
      '希望以上内容对您有帮助',
      '如需',
    ),
  );
  test('places lie within it and hold its words', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of readLeftovers(text)?.found ?? []) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toMatch(/^\S/);
          last = start;
        }
      }),
    );
  });

  test.each([
    '"',
    '“',
    '`',
    '```',
    '[cite: 1',
    '【',
    '（此处',
    '> ',
    ' \n',
    '如需',
    '我是由',
    '好的，',
    '[插入',
    'turn0',
    '截至我',
    '[',
  ])('is read in a moment: %j again and again', (sign) => {
    const text = sign.repeat(100_000).slice(0, 100_000);
    const taken = stopwatch();
    readLeftovers(text);
    expect(taken()).toBeLessThan(200);
  });

  test('every pattern comes to pages as it is written', () => {
    expect(leftovers).toEqual(Object.entries(LEFTOVER_PATTERNS).map(([id, each]) => ({ id, ...each })));
  });

  test('every pattern is global and none matches nothing', () => {
    for (const [id, { pattern }] of Object.entries(LEFTOVER_PATTERNS)) {
      expect(pattern.global, id).toBe(true);
      expect('', id).not.toMatch(new RegExp(pattern.source, pattern.flags.replace('g', '')));
    }
  });
});
