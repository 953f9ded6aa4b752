import { describe, expect, it } from 'vitest';
import { NO_LABELS, UNKNOWN_LABELS } from '@/utils/model/post';
import { builtInPacks, loadRules } from '@/utils/rules/index';
import { matchPost } from '@/utils/rules/match';
import type { Condition, HintedCategory, Rule, SharedPack } from '@/utils/rules/schema';
import { counterIds, example, find, label, post, ruleSet } from '../support';

const ID = '2025-3/sample/one';
const TERMS: Condition = { terms: ['躺赚'] };

describe('label readings', () => {
  const of = (labels: HintedCategory['labels'], more: Partial<Rule> = {}) =>
    ruleSet(TERMS, { ...more, labels });
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
    const labels: HintedCategory['labels'] = [
      { kind: 'ai', seen: 'cancel' },
      { kind: 'fiction', seen: 'cancel' },
    ];
    const rules = ruleSet(TERMS, { unless: ['common/asks'], common: { counters }, labels });
    expect(find(rules, post('躺赚靠谱吗', { labels: NO_LABELS }), ID)!.confidence).toBe('clue');
  });

  it('are what it takes for any shipped rule to reach strong', () => {
    const rules = loadRules();
    for (const hit of builtInPacks.flatMap((shipped) => shipped.rules.flatMap(({ hits }) => hits))) {
      for (const labels of [UNKNOWN_LABELS, label('opinion')]) {
        expect(matchPost(rules, example(hit, { labels })).map((finding) => finding.confidence)).not.toContain(
          'strong',
        );
      }
    }
  });
});
