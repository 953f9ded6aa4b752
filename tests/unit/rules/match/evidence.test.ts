import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AI_KINDS, type PostEvidence, STRENGTHS } from '@/utils/model/media-check';
import { type LabelReading, NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { builtInPacks, loadRules } from '@/utils/rules';
import { matchPost, type Readable, withMuted } from '@/utils/rules/match';
import type { Condition } from '@/utils/rules/schema';
import { example, find, label, post, ruleSet } from '../support';

const MEDIA: Condition = { evidence: 'media' };
const LEFTOVER: Condition = { evidence: 'leftover' };
const PHRASES: Condition = { evidence: 'phrases' };
const SIGNED: PostEvidence = { kind: 'ai', strength: 'A2' };
const SAID = '作为一个AI语言模型，我无法露营';

function found(when: Condition, text: string, more: Partial<Readable> = {}) {
  return find(ruleSet(when), post(text, more), '2025-3/sample/one');
}

const words = (when: Condition, text: string, more: Partial<Readable> = {}) =>
  found(when, text, more)?.spans.map(({ field, text: each }) => `${field} ${each}`);

describe('what files say', () => {
  it.each(['', '。', '湖边的晚霞'])('holds of the post as a whole, whatever it says: %j', (text) => {
    expect(found(MEDIA, text, { evidence: SIGNED })).toMatchObject({ confidence: 'likely', spans: [] });
    expect(found(MEDIA, text)).toBeUndefined();
    expect(found(MEDIA, text, { evidence: undefined })).toBeUndefined();
  });

  it('joins with words at any distance from each other', () => {
    const when: Condition = { all: [{ terms: ['晚霞'] }, MEDIA, { terms: ['湖边'] }], within: 10 };
    expect(words(when, '湖边的晚霞', { evidence: SIGNED })).toEqual(['text 湖边', 'text 晚霞']);
    expect(found(when, '湖边的晚霞')).toBeUndefined();
    expect(found(when, `湖边${'。'.repeat(20)}晚霞`, { evidence: SIGNED })).toBeUndefined();
    expect(found(when, '晚霞', { evidence: SIGNED })).toBeUndefined();
  });

  it('can be the one way of several', () => {
    const when: Condition = { any: [MEDIA, { terms: ['晚霞'] }] };
    expect(found(when, '海浪', { evidence: SIGNED })).toBeDefined();
    expect(words(when, '晚霞', { evidence: SIGNED })).toEqual(['text 晚霞']);
    expect(found(when, '海浪')).toBeUndefined();
  });

  it('can be what must be absent', () => {
    const when: Condition = { all: [{ terms: ['晚霞'] }, { none: [MEDIA] }] };
    expect(found(when, '晚霞')).toBeDefined();
    expect(found(when, '晚霞', { evidence: SIGNED })).toBeUndefined();
  });

  it('finds nothing where the rule is muted', () => {
    const rules = ruleSet(MEDIA);
    const readable = post('', { evidence: SIGNED });
    expect(matchPost(rules, readable)).toHaveLength(1);
    expect(matchPost(withMuted(rules, new Set(['2025-3/sample/one'])), readable)).toEqual([]);
    expect(matchPost(withMuted(rules, new Set(['2025-3/sample/other'])), readable)).toHaveLength(1);
  });

  it('leaves nothing behind for the next post', () => {
    const rules = ruleSet(MEDIA);
    matchPost(rules, post('', { evidence: SIGNED }));
    expect(matchPost(rules, post('湖边的晚霞'))).toEqual([]);
  });
});

describe('what assistants leave in texts', () => {
  it('are spans in the field where they stand', () => {
    expect(words(LEFTOVER, `湖边[cite: 1]`, { title: SAID, hashtags: ['露营'] })).toEqual([
      'text [cite: 1]',
      'title 作为一个AI语言模型',
    ]);
    expect(words(LEFTOVER, '湖边\ue200cite\ue202turn0search0\ue201')).toEqual([
      'text \ue200cite',
      'text turn0search0',
    ]);
  });

  it('are not looked for in the names of authors', () => {
    expect(found(LEFTOVER, '湖边', { author: { name: 'turn0search0', verification: SAID } })).toBeUndefined();
    expect(found(LEFTOVER, '湖边 turn0search0', { author: { name: '露营客' } })).toBeDefined();
  });

  it('are not found in quotations, whatever words stand there', () => {
    expect(found(LEFTOVER, `“${SAID}”`)).toBeUndefined();
    expect(found(LEFTOVER, '语言模型和 turn0 是什么')).toBeUndefined();
  });

  it('tell signs from phrases', () => {
    const phrases = '以下是为您整理的清单。希望这些建议对您有帮助';
    expect(words(PHRASES, phrases)).toEqual(['text 以下是为您整理的', 'text 希望这些建议对您有帮助']);
    expect(found(LEFTOVER, phrases)).toBeUndefined();
    expect(found(PHRASES, `${phrases}[cite: 1]`)).toBeUndefined();
    expect(words(LEFTOVER, `${phrases}[cite: 1]`)).toHaveLength(3);
  });

  it('count over title and text together', () => {
    const title = '以下是为您整理的清单';
    expect(found(PHRASES, '希望这些建议对您有帮助', { title })).toBeDefined();
    expect(found(PHRASES, '', { title })).toBeUndefined();
  });
});

describe('the shipped rules on evidence', () => {
  const rules = loadRules();
  const CATEGORY = '2025-4/ai-label-missing';
  const [FILE, TEXT, WEAK] = ['file-says-ai', 'assistant-leftover', 'assistant-phrases'].map(
    (name) => `${CATEGORY}/${name}`,
  ) as [string, string, string];
  const confidence = (id: string, text: string, labels: LabelReading, evidence?: PostEvidence) =>
    find(rules, post(text, { labels, evidence }), id)?.confidence;
  const counted = STRENGTHS.filter((strength) => !strength.startsWith('C'));
  const every = AI_KINDS.flatMap((kind) => counted.map((strength): PostEvidence => ({ kind, strength })));

  it.each(every)('$kind by $strength: strong, a clue or nothing, by the label', (evidence) => {
    expect(confidence(FILE, '湖边的晚霞', NO_LABELS, evidence)).toBe('strong');
    expect(confidence(FILE, '湖边的晚霞', UNKNOWN_LABELS, evidence)).toBe('clue');
    expect(confidence(FILE, '湖边的晚霞', label('ai'), evidence)).toBeUndefined();
    expect(confidence(FILE, '湖边的晚霞', label('ad'), evidence)).toBe('likely');
    expect(confidence(FILE, '湖边的晚霞', NO_LABELS)).toBeUndefined();
  });

  it.each([
    ['a sign', TEXT, SAID, 'strong'],
    ['two phrases', WEAK, '以下是为您整理的清单。希望这些建议对您有帮助', 'clue'],
  ] as const)('%s in the text joins in the same way', (_, id, text, most) => {
    expect(confidence(id, text, NO_LABELS)).toBe(most);
    expect(confidence(id, text, UNKNOWN_LABELS)).toBe('clue');
    expect(confidence(id, text, label('ai'))).toBeUndefined();
  });

  it.each([
    '内容由AI生成',
    '#AI绘画',
    '本文由AI辅助创作',
    '以上内容由ＡＩ生成，仅供参考',
    '图片均由人工智能技术生成',
    '配图使用AI制作',
    '疑似使用了AI生成技术，请谨慎甄别',
    'Generated with AI',
  ])('a declaration in the text counts as a label: %s', (text) => {
    const whole = `${SAID}。${text}`;
    expect(matchPost(rules, post(whole, { labels: NO_LABELS, evidence: SIGNED }))).toEqual([]);
  });

  it.each(['辟谣：这是假消息', '警方通报', '骗子说', '记者报道', '哈哈哈', '不是AI'])(
    'no other wording speaks against what a file says: %s',
    (text) => {
      expect(confidence(FILE, text, NO_LABELS, SIGNED)).toBe('strong');
    },
  );

  it('news lower a sign in the text; talk about assistants cancels it', () => {
    expect(find(rules, post(`记者 ${SAID}`, { labels: NO_LABELS }), TEXT)).toMatchObject({
      confidence: 'clue',
      counter: [{ type: 'wording', id: 'counter/news', text: '记者' }],
    });
    for (const about of ['这篇直接复制粘贴的：', '豆包的测评：', '为什么会出现这种话：', '一股AI味：'])
      expect(matchPost(rules, post(`${about}${SAID}`, { labels: NO_LABELS })), about).toEqual([]);
  });

  const texts = builtInPacks
    .flatMap((pack) => pack.rules.flatMap(({ hits, misses }) => [...hits, ...misses]))
    .map((each) => example(each).text);
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...texts), fc.constantFrom(SAID, '[cite: 1]', '“', '”', '\n')), {
      maxLength: 4,
    })
    .map((parts) => parts.join(' '));
  const anyLabels = fc.constantFrom(NO_LABELS, UNKNOWN_LABELS, label('ai'), label('ad'), label('fiction'));

  it('evidence adds one finding at most, and changes no other', () => {
    fc.assert(
      fc.property(anyText, anyLabels, fc.constantFrom(...every), (text, labels, evidence) => {
        const without = matchPost(rules, post(text, { labels }));
        const beside = matchPost(rules, post(text, { labels, evidence }));
        expect(without.some(({ rule }) => rule === FILE)).toBe(false);
        expect(beside.filter(({ rule }) => rule !== FILE)).toEqual(without);
        const hasLabel = labels.items.some(({ kind }) => kind === 'ai');
        if (hasLabel) expect(beside).toEqual(without);
        expect(beside.length - without.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
