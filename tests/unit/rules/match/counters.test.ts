import { describe, expect, it } from 'vitest';
import type { Condition, SharedPack } from '@/utils/rules/schema';
import { counterIds, find, post, ruleSet } from '../support';

const ID = '2025-3/sample/one';
const TERMS: Condition = { terms: ['躺赚'] };
const counters: SharedPack['counters'] = {
  asks: { name: { zh_CN: '提问', en: 'Asks' }, effect: 'lower', when: { terms: ['靠谱吗'] } },
  jokes: { name: { zh_CN: '玩梗', en: 'Jokes' }, effect: 'lower', when: { pattern: 'doge' } },
  debunks: { name: { zh_CN: '辟谣', en: 'Debunks' }, effect: 'cancel', when: { terms: ['辟谣'] } },
  refuses: {
    name: { zh_CN: '否认', en: 'Refuses' },
    effect: 'cancel',
    near: 2,
    when: { terms: ['拒绝'] },
  },
};
const unless = ['common/asks', 'common/jokes', 'common/debunks', 'common/refuses'];
const rules = ruleSet(TERMS, { unless, common: { counters } });

describe('counter-evidence', () => {
  it('lowers by one step and is shown with its words', () => {
    const finding = find(rules, post('躺赚靠 谱 吗'), ID)!;
    expect(finding.confidence).toBe('clue');
    expect(finding.counter).toEqual([{ type: 'wording', id: 'common/asks', text: '靠 谱 吗' }]);
  });

  it('never falls below a clue', () => {
    const finding = find(rules, post('躺赚靠谱吗doge'), ID)!;
    expect(finding.confidence).toBe('clue');
    expect(counterIds(finding.counter)).toEqual(['common/asks', 'common/jokes']);
  });

  it('cancels', () => expect(find(rules, post('辟谣：躺赚'), ID)).toBeUndefined());

  it('bears on a place where it must stand near', () => {
    expect(find(rules, post('拒绝一切躺赚'), ID)).toBeUndefined();
    expect(find(rules, post('躺赚，机会难得，名额不多，别拒绝'), ID)).toBeDefined();
  });

  it('bears only on rules that name it', () => {
    expect(find(ruleSet(TERMS, { common: { counters } }), post('辟谣：躺赚'), ID)!.confidence).toBe('likely');
  });

  it('bears on every rule where it always does, but for those that say despite', () => {
    const common = { counters: { debunks: { ...counters.debunks!, always: true as const } } };
    expect(find(ruleSet(TERMS, { common }), post('辟谣：躺赚'), ID)).toBeUndefined();
    const despite = ruleSet(TERMS, { common, despite: ['common/debunks'] });
    expect(find(despite, post('辟谣：躺赚'), ID)).toBeDefined();
  });
});
