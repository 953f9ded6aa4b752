import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { compilePacks } from '@/utils/rules/compile';
import { builtInPacks, loadRules } from '@/utils/rules/index';
import { matchPost } from '@/utils/rules/match';
import type { Category, Condition, Rule, SharedPack } from '@/utils/rules/schema';
import { category, counterIds, find, label, pack, post, rule, shared } from './support';

const ID = '2025-3/sample/one';
const TERMS: Condition = { terms: ['躺赚'] };

function compile(
  when: Condition,
  more: Partial<Rule> = {},
  common: Partial<SharedPack> = {},
  labels?: Category['labels'],
) {
  return compilePacks([pack([rule(ID, when, more)], [category('2025-3/sample', labels)])], shared(common));
}

describe('spans', () => {
  it('point at the original words in title and text', () => {
    const rules = compile({
      all: [{ terms: ['躺赚'] }, { terms: ['加微信'] }],
    });
    const readable = post('想学的 加\u200b 薇 信', { title: '教你躺 赚' });
    const { spans } = find(rules, readable, ID)!;
    expect(spans.map(({ field, text }) => [field, text])).toEqual([
      ['text', '加\u200b 薇 信'],
      ['title', '躺 赚'],
    ]);
    for (const { field, start, end, text } of spans) expect(readable[field].slice(start, end)).toBe(text);
  });

  it('cover whole characters', () => {
    const { spans } = find(compile({ terms: ['vx'] }), post('找我𝐕𝐗'), ID)!;
    expect(spans).toEqual([{ field: 'text', start: 2, end: 6, text: '𝐕𝐗' }]);
  });

  it('leave out hashtags that stand beside the text, which still count', () => {
    const rules = compile({
      all: [{ terms: ['躺赚'] }, { terms: ['加微信'] }],
    });
    const finding = find(rules, post('教你躺赚', { hashtags: ['加微信'] }), ID)!;
    expect(finding.spans.map(({ text }) => text)).toEqual(['躺赚']);
  });

  it('always quote the post, whatever its text', () => {
    const rules = loadRules();
    const words = [
      '稳赚',
      '零风险',
      '私我',
      '加 薇',
      '宝妈',
      '日入300',
      '\n',
      '🙂',
      '\ud800',
      'ＶＸ',
      '。',
      '外卖小哥',
      '下跪',
      '看后续',
    ];
    const someText = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(someText, someText, (title, text) => {
        const readable = post(text, { title });
        for (const { spans } of matchPost(rules, readable)) {
          for (const span of spans) expect(readable[span.field].slice(span.start, span.end)).toBe(span.text);
        }
      }),
    );
  });
});

describe('conditions', () => {
  it('any holds when one way holds', () => {
    const rules = compile({ any: [{ terms: ['甲甲'] }, { terms: ['乙乙'] }] });
    expect(find(rules, post('有乙乙'), ID)).toBeDefined();
    expect(find(rules, post('有丙丙'), ID)).toBeUndefined();
  });

  it('all needs every part, in any order', () => {
    const rules = compile({ all: [{ terms: ['甲甲'] }, { terms: ['乙乙'] }] });
    expect(find(rules, post('乙乙和甲甲'), ID)).toBeDefined();
    expect(find(rules, post('只有甲甲'), ID)).toBeUndefined();
  });

  it('all needs the parts close together', () => {
    const rules = compile({
      all: [{ terms: ['甲甲'] }, { terms: ['乙乙'] }],
      within: 10,
    });
    expect(find(rules, post(`甲甲${'。'.repeat(6)}乙乙`), ID)).toBeDefined();
    expect(find(rules, post(`甲甲${'。'.repeat(7)}乙乙`), ID)).toBeUndefined();
  });

  it('all does not count one word twice', () => {
    const rules = compile({
      all: [{ terms: ['加微信'] }, { terms: ['微信'] }],
    });
    expect(find(rules, post('加微信'), ID)).toBeUndefined();
    expect(find(rules, post('加微信，我的微信'), ID)).toBeDefined();
  });

  it('patterns see folded text', () => {
    const rules = compile({
      all: [{ terms: ['躺赚'] }, { pattern: '月入\\d{1,3}万' }],
    });
    expect(find(rules, post('月 入１０万，躺赚'), ID)!.spans.map(({ text }) => text)).toEqual([
      '月 入１０万',
      '躺赚',
    ]);
  });

  it('groups nest', () => {
    const groups: SharedPack['groups'] = {
      a: { terms: ['甲甲'] },
      b: { any: [{ use: 'a' }, { terms: ['乙乙'] }] },
    };
    expect(find(compile({ use: 'b' }, {}, { groups }), post('甲甲'), ID)).toBeDefined();
  });
});

describe('counter-evidence', () => {
  const counters: SharedPack['counters'] = {
    asks: {
      name: { zh_CN: '提问', en: 'Asks' },
      effect: 'lower',
      when: { terms: ['靠谱吗'] },
    },
    jokes: {
      name: { zh_CN: '玩梗', en: 'Jokes' },
      effect: 'lower',
      when: { pattern: 'doge' },
    },
    debunks: {
      name: { zh_CN: '辟谣', en: 'Debunks' },
      effect: 'cancel',
      when: { terms: ['辟谣'] },
    },
  };
  const rules = compile(TERMS, { unless: ['asks', 'jokes', 'debunks'] }, { counters });

  it('lowers by one step and is shown with its words', () => {
    const finding = find(rules, post('躺赚靠 谱吗'), ID)!;
    expect(finding.confidence).toBe('clue');
    expect(finding.counter).toEqual([{ type: 'wording', id: 'asks', text: '靠 谱吗' }]);
  });

  it('never falls below a clue', () => {
    const finding = find(rules, post('躺赚靠谱吗doge'), ID)!;
    expect(finding.confidence).toBe('clue');
    expect(counterIds(finding.counter)).toEqual(['asks', 'jokes']);
  });

  it('cancels', () => expect(find(rules, post('辟谣：躺赚'), ID)).toBeUndefined());

  it('bears only on rules that name it', () => {
    expect(find(compile(TERMS, {}, { counters }), post('辟谣：躺赚'), ID)!.confidence).toBe('likely');
  });
});

describe('label readings', () => {
  const of = (labels: Category['labels'], more: Partial<Rule> = {}) => compile(TERMS, more, {}, labels);
  const confidence = (rules: ReturnType<typeof of>, labels: Parameters<typeof post>[1]) =>
    find(rules, post('躺赚', labels), ID)?.confidence;

  it('raise a likely rule to strong when the place of the settling label was read and empty', () => {
    const rules = of([{ kind: 'fiction', seen: 'cancel' }]);
    expect(confidence(rules, { labels: NO_LABELS })).toBe('strong');
    expect(confidence(rules, { labels: UNKNOWN_LABELS })).toBe('likely');
  });

  it('do not raise a category that the label would only weaken', () => {
    expect(confidence(of([{ kind: 'ad', seen: 'lower' }]), { labels: NO_LABELS })).toBe('likely');
  });

  it('hold a label duty at a clue while nothing was read', () => {
    const rules = of([{ kind: 'ai', seen: 'cancel', duty: true }]);
    expect(confidence(rules, { labels: UNKNOWN_LABELS })).toBe('clue');
    expect(confidence(rules, { labels: NO_LABELS })).toBe('strong');
  });

  it('lower or cancel when the label is there', () => {
    expect(confidence(of([{ kind: 'ad', seen: 'lower' }]), { labels: label('ad') })).toBe('clue');
    expect(confidence(of([{ kind: 'ai', seen: 'cancel' }]), { labels: label('ai') })).toBeUndefined();
  });

  it('show a seen label as counter-evidence', () => {
    const finding = find(of([{ kind: 'ad', seen: 'lower' }]), post('躺赚', { labels: label('ad') }), ID)!;
    expect(counterIds(finding.counter)).toEqual(['ad']);
  });

  it('never raise a clue, and never a category without labels', () => {
    expect(
      confidence(of([{ kind: 'ai', seen: 'cancel' }], { confidence: 'clue' }), {
        labels: NO_LABELS,
      }),
    ).toBe('clue');
    expect(confidence(of([]), { labels: NO_LABELS })).toBe('likely');
  });

  it('do not make up for counter-evidence', () => {
    const counters: SharedPack['counters'] = {
      asks: {
        name: { zh_CN: '提问', en: 'Asks' },
        effect: 'lower',
        when: { terms: ['靠谱吗'] },
      },
    };
    const labels: Category['labels'] = [
      { kind: 'ai', seen: 'cancel' },
      { kind: 'fiction', seen: 'cancel' },
    ];
    const rules = compile(TERMS, { unless: ['asks'] }, { counters }, labels);
    expect(find(rules, post('躺赚靠谱吗', { labels: NO_LABELS }), ID)!.confidence).toBe('clue');
  });

  it('are what it takes for any shipped rule to reach strong', () => {
    const rules = loadRules();
    for (const text of builtInPacks.flatMap((shipped) => shipped.rules.flatMap(({ hits }) => hits))) {
      for (const labels of [UNKNOWN_LABELS, label('opinion')]) {
        expect(matchPost(rules, post(text, { labels })).map((finding) => finding.confidence)).not.toContain(
          'strong',
        );
      }
    }
  });
});

describe('matchPost', () => {
  it('puts the strongest finding first', () => {
    const rules = compilePacks(
      [pack([rule('2025-3/sample/a', TERMS, { confidence: 'clue' }), rule('2025-3/sample/b', TERMS)])],
      shared(),
    );
    expect(matchPost(rules, post('躺赚')).map(({ confidence }) => confidence)).toEqual(['likely', 'clue']);
  });

  it.each(['', '好', '\ud800', '\n\n'])('finds nothing in %j', (text) => {
    expect(matchPost(loadRules(), post(text))).toEqual([]);
  });

  it('stays quick on long hostile text', () => {
    const rules = loadRules();
    const text = '稳赚零风险日入三百宝妈在家外卖小哥下跪私我加微信'.repeat(2000);
    const start = performance.now();
    matchPost(rules, post(text, { title: text }));
    expect(performance.now() - start).toBeLessThan(2000);
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
  );

  it('are exact, whatever stands around the words', () => {
    const text = fc
      .array(fc.oneof(cue, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        for (const { spans } of matchPost(rules, {
          title,
          text: body,
          hashtags: [],
          labels: UNKNOWN_LABELS,
        })) {
          for (const { field, start, end, text: words } of spans) {
            expect((field === 'title' ? title : body).slice(start, end)).toBe(words);
            expect(words.length).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a megabyte of one character is read without a slow case', () => {
    for (const character of ['药', 'a', '\ud800', '\u200b', ' ']) {
      expect(matchPost(rules, post(character.repeat(1_000_000)))).toEqual([]);
    }
  });
});
