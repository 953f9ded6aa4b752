import { describe, expect, test } from 'vitest';
import { describe as join, requestFor } from '@/entrypoints/scanner.content/card-texts';
import type { CardTexts } from '@/utils/messaging/protocol';
import type { RuleSet } from '@/utils/rules/match';
import { makeDraft, makeFinding } from '../../support/builders';
import { both, FINDING } from '../../support/card-data';

const name = both('虚假摆拍', 'Fake staged scenes');
const rules = { categories: new Map([[FINDING.category, { name }]]) } as unknown as RuleSet;
const label = { kind: 'fiction' as const, text: '虚构演绎', by: 'author' as const, from: 'element' as const };
const draft = makeDraft({
  findings: [
    makeFinding({
      counter: [
        { type: 'wording', id: 'p/debunk', text: '辟谣' },
        { type: 'label', label },
      ],
    }),
    makeFinding({ rule: 'gone' }),
  ],
});

const texts: CardTexts = {
  findings: [
    {
      category: name,
      campaign: FINDING.campaignName,
      basis: FINDING.basis,
      reason: FINDING.reason,
      checklist: FINDING.checklist,
      reminder: FINDING.reminder,
      help: true,
      also: [],
    },
    null,
  ],
  counters: { 'p/debunk': both('辟谣用语', 'Debunking') },
  tallies: [
    { rule: draft.findings[0]!.rule, reported: 2, dismissed: 1 },
    { rule: 'gone', reported: 0, dismissed: 0 },
  ],
  choices: [],
};

describe('findings joined with what their rules say', () => {
  test('asks for rules, categories and counter-evidence in words only', () => {
    expect(requestFor(draft)).toEqual([
      { rule: draft.findings[0]!.rule, category: FINDING.category, counters: ['p/debunk'] },
      { rule: 'gone', category: FINDING.category, counters: [] },
    ]);
  });

  test('have their words, tally and counter-evidence', () => {
    const [finding] = join(draft, rules, texts);
    expect(finding).toMatchObject({
      reason: FINDING.reason,
      help: true,
      tally: { reported: 2, dismissed: 1 },
      against: ['Debunking: 辟谣', '虚构演绎'],
    });
  });

  test('have a name and their words before the texts have come, and when their rule is gone', () => {
    for (const finding of [join(draft, rules)[0], join(draft, rules, texts)[1]]) {
      expect(finding).toMatchObject({ categoryName: name, checklist: [], help: false });
    }
    expect(join(draft, rules)[0]).toMatchObject({ tally: undefined, against: ['辟谣', '虚构演绎'] });
  });
});
