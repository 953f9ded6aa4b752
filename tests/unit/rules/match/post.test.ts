import { describe, expect, it } from 'vitest';
import { compilePacks } from '@/utils/rules/compile';
import { loadRules } from '@/utils/rules/index';
import { linkRules, matchPost } from '@/utils/rules/match';
import { pack, post, rule, shared } from '../support';

describe('matchPost', () => {
  it('puts the strongest finding first', () => {
    const when = { terms: ['躺赚'] };
    const rules = [rule('2025-3/sample/a', when, { confidence: 'clue' }), rule('2025-3/sample/b', when)];
    const linked = linkRules(compilePacks([pack(rules)], [shared()]));
    expect(matchPost(linked, post('躺赚')).map(({ confidence }) => confidence)).toEqual(['likely', 'clue']);
  });

  it.each(['', '好', '\ud800', '\n\n'])('finds nothing in %j', (text) => {
    expect(matchPost(loadRules(), post(text))).toEqual([]);
  });

  it('finds the same with a program that went through a message', () => {
    const rules = [rule('2025-3/sample/a', { all: [{ terms: ['躺赚'] }, { pattern: '\\d{3}' }] })];
    const program = compilePacks([pack(rules)], [shared()]);
    const sent = JSON.parse(JSON.stringify(program)) as typeof program;
    expect(sent).toEqual(program);
    expect(matchPost(linkRules(sent), post('躺赚300'))).toEqual(
      matchPost(linkRules(program), post('躺赚300')),
    );
  });
});
