import { describe, expect, test } from 'vitest';
import { COUNTERS } from '@/utils/precheck/define-check';
import { loadRules } from '@/utils/rules';
import { countersOf } from '@/utils/rules/match/counters';
import { makePost } from '../../support/builders';

const rules = loadRules();
const of = (text: string, ...ids: string[]) =>
  countersOf(rules, makePost({ title: '', text, hashtags: [] }), new Set(ids));

describe('counter-evidence without a finding', () => {
  test('names what holds and the words in their original spelling', () => {
    expect(of('【辟谣】别信', 'counter/debunk')).toEqual([{ id: 'counter/debunk', text: '辟谣' }]);
    expect(of('純屬虛構', 'counter/fiction')).toEqual([{ id: 'counter/fiction', text: '虛構' }]);
  });

  test('only what is asked for is told', () => {
    expect(of('辟谣，笑死', 'counter/satire').map(({ id }) => id)).toEqual(['counter/satire']);
    expect(of('辟谣，笑死')).toEqual([]);
  });

  test('nothing in an ordinary or an empty text', () => {
    expect(of('路边的花开了', 'counter/debunk', 'counter/satire', 'counter/fiction')).toEqual([]);
    expect(of('', 'counter/debunk')).toEqual([]);
  });

  test('one text leaves nothing behind for the next', () => {
    expect(of('笑死', 'counter/satire')).toHaveLength(1);
    expect(of('路边的花开了', 'counter/satire')).toEqual([]);
  });

  test('all that the checks ask for are counter-evidence of the rules in force', () => {
    const known = rules.program.counters.map(({ id }) => id);
    for (const id of Object.values(COUNTERS).flat()) expect(known).toContain(id);
  });
});
